// Ten million payments of fourteen councils and half a million suppliers, published. How long the server takes for each kind of
// page when nothing comes from memory of pages, and how long DuckDB takes for the same question over the rows as published.
// BENCH_PAYMENTS=50000000 asks for another number.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAnalytics, quoted } from '#platform/analytics';
import { connectionOfRunning } from '#platform/db';
import { fillSpending, supplierName } from './support/fill-spending.ts';
import { median, residentMegabytes, startSite } from './support/running-site.ts';

const payments = Number(process.env['BENCH_PAYMENTS'] ?? 10_000_000);
const suppliers = Math.round(Math.min(1_000_000, payments / 20));
/** The slowest twentieth of each page may take so many milliseconds. */
const most = payments > 20_000_000 ? 150 : 50;
const asked = 60;
const warming = 6;
const timesFaster = 10;

const folder = mkdtempSync(join(tmpdir(), 'accord-bench-'));
const settings = { ACCORD_LOG: 'error', ACCORD_DATA: folder };
const since = (from: number) => ((performance.now() - from) / 1000).toFixed(1);
try {
  const first = await startSite(settings);
  const connection = connectionOfRunning(folder);
  if (connection === undefined) throw new Error('The site keeps no database of its own');
  const filling = performance.now();
  await fillSpending(folder, connection.ownerUrl, { payments, suppliers });
  console.log(`${payments.toLocaleString('en-GB')} payments written in ${since(filling)} s`);
  // What stands was written past the record: whoever remembers what stood before has to be started anew.
  await first.stop();

  const site = await startSite(settings);
  const building = performance.now();
  await whenBuilt(site.address);
  console.log(`what pages open was worked out from nothing in ${since(building)} s`);

  const analytics = await openAnalytics({ folder: join(folder, 'books', 'published') });
  const releases = join(folder, 'books', 'published', 'releases');
  const rows = `read_parquet([${readdirSync(releases)
    .map((id) => quoted(join(releases, id, 'rows-*.parquet')))
    .join(', ')}], union_by_name = true, filename = true, file_row_number = true)`;
  const body = `regexp_extract(filename, 'releases/(.*)-20\\d\\d-\\d\\d-to', 1)`;
  const sums = 'sum(pence) AS pence, count(*) AS payments';
  const bodyIs = (n: number) => `${body} = '${council(n)}'`;
  const year = (n: number) => 2020 + (n % 4);
  const inYear = (n: number) => `paid BETWEEN DATE '${year(n)}-04-01' AND DATE '${year(n) + 1}-03-31'`;
  const months = (n: number) => `from=${year(n)}-04&to=${year(n) + 1}-03`;
  const by = (column: string) =>
    `SELECT ${column} AS key, ${sums} FROM ${rows} GROUP BY 1 ORDER BY 2 DESC LIMIT 50`;
  const where = (column: string, condition: string) =>
    `SELECT ${column} AS key, ${sums} FROM ${rows} WHERE ${condition} GROUP BY 1 ORDER BY 2 DESC LIMIT 50`;
  const named = (n: number) => supplierName((n * 37) % 400);

  /** A kind of page, its addresses, and the same question over the rows; where there is no such question it stands alone. */
  const pages: readonly (readonly [string, (n: number) => string, ((n: number) => string)?])[] = [
    ['what is published', () => '/money?', () => by(`${body} || ' ' || year(paid - INTERVAL 3 MONTH)`)],
    ['by council', () => '/money/payments?', () => by(body)],
    ['by department', () => '/money/payments?by=department', () => by('department')],
    ['by purpose', () => '/money/payments?by=category', () => by('category')],
    ['by month', () => '/money/payments?by=month', () => by(`date_trunc('month', paid)`)],
    ['by supplier', () => '/money/payments?by=supplier', () => by('payee')],
    [
      'by supplier, of a year',
      (n) => `/money/payments?by=supplier&${months(n)}`,
      (n) => where('payee', inYear(n)),
    ],
    [
      'of a council, by month',
      (n) => `/money/payments?body=${council(n)}&by=month`,
      (n) => where(`date_trunc('month', paid)`, bodyIs(n)),
    ],
    [
      'of a council, by purpose, of a year',
      (n) => `/money/payments?body=${council(n)}&by=category&${months(n)}`,
      (n) => where('category', `${bodyIs(n)} AND ${inYear(n)}`),
    ],
    [
      'of a council, by supplier',
      (n) => `/money/payments?body=${council(n)}&by=supplier`,
      (n) => where('payee', bodyIs(n)),
    ],
    [
      'of a council, by supplier, of a year',
      (n) => `/money/payments?body=${council(n)}&by=supplier&${months(n)}`,
      (n) => where('payee', `${bodyIs(n)} AND ${inYear(n)}`),
    ],
    [
      'of a department, by supplier',
      (n) => `/money/payments?body=kent-county-council&department=Department+${1 + (n % 18)}&by=supplier`,
      (n) => where('payee', `${body} = 'kent-county-council' AND department = 'Department ${1 + (n % 18)}'`),
    ],
    [
      'of a purpose, by council',
      (n) => `/money/payments?purpose=Category+${n % 90}`,
      (n) => where(body, `category = 'Category ${n % 90}'`),
    ],
    [
      'of a purpose, by supplier',
      (n) => `/money/payments?purpose=Category+${n % 90}&by=supplier`,
      (n) => where('payee', `category = 'Category ${n % 90}'`),
    ],
    [
      'by words of the purpose',
      (n) => `/money/payments?words=category+${10 + (n % 80)}&by=department`,
      (n) => where('department', `contains(lower(category), 'category ${10 + (n % 80)}')`),
    ],
    [
      'the newest payments',
      () => '/money/payments?by=payment',
      () => `SELECT * FROM ${rows} ORDER BY paid DESC LIMIT 50`,
    ],
    [
      'the newest payments of a council',
      (n) => `/money/payments?body=${council(n)}&by=payment&page=${1 + (n % 9)}`,
      (n) => `SELECT * FROM ${rows} WHERE ${bodyIs(n)} ORDER BY paid DESC LIMIT 50 OFFSET ${50 * (n % 9)}`,
    ],
    [
      'the payments of a month and purpose',
      (n) =>
        `/money/payments?purpose=Category+${n % 90}&from=${year(n)}-0${1 + (n % 9)}&to=${year(n)}-0${1 + (n % 9)}&by=payment`,
      (n) =>
        `SELECT * FROM ${rows} WHERE category = 'Category ${n % 90}' AND paid BETWEEN DATE '${year(n)}-0${1 + (n % 9)}-01' AND DATE '${year(n)}-0${1 + (n % 9)}-28' ORDER BY paid DESC LIMIT 50`,
    ],
    ['one payment', (n) => `/money/payments/${council(n)}-${year(n)}-04-to-${year(n) + 1}-03-1/1/${n * 7}`],
    [
      'a supplier',
      (n) => `/money/suppliers/${named(n).replaceAll(' ', '-')}`,
      (n) => where(`${body} || ' ' || date_trunc('month', paid)`, `payee = '${named(n)}'`),
    ],
    [
      'the payments of a supplier',
      (n) => `/money/payments?supplier=${named(n).replaceAll(' ', '+')}&by=payment`,
      (n) => `SELECT * FROM ${rows} WHERE payee = '${named(n)}' ORDER BY paid DESC LIMIT 50`,
    ],
    [
      'suppliers searched as one types',
      (n) => `/api/spending/suppliers?q=${typed(n)}`,
      (n) =>
        `SELECT payee, sum(pence) AS pence FROM ${rows} WHERE ${typed(n)
          .split('+')
          .map((word) => `contains(payee, '${word}')`)
          .join(' AND ')} GROUP BY payee ORDER BY 2 DESC LIMIT 20`,
    ],
    ['suppliers searched', (n) => `/money/suppliers?q=${typed(n)}`],
    ['a chart embedded', (n) => `/money/embed?body=${council(n)}&by=month`],
  ];

  let slow = 0;
  for (const [what, address, question] of pages) {
    const times: number[] = [];
    const failed = new Set<number>();
    for (let n = 0; n < asked + warming; n += 1) {
      const path = address(n);
      const from = performance.now();
      const answer = await fetch(`${site.address}${path}${path.includes('?') ? '&' : '?'}n=${n}`);
      await answer.arrayBuffer();
      if (n >= warming) times.push(performance.now() - from);
      if (!answer.ok) failed.add(answer.status);
    }
    const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
    const raw: number[] = [];
    if (question !== undefined)
      for (let n = 0; n < 4; n += 1) {
        const from = performance.now();
        await analytics.ask(question(n));
        if (n > 0) raw.push(performance.now() - from);
      }
    const ratio = median(raw) / median(times);
    const fault = failed.size === 0 ? '' : ` ANSWERED ${[...failed].join(', ')}`;
    if (p95 > most || fault !== '') slow += 1;
    const beside =
      question === undefined
        ? ''
        : `; DuckDB over the rows ${median(raw).toFixed(0)} ms: ${ratio.toFixed(1)} times as fast${ratio < timesFaster ? ` (to reach: ${timesFaster})` : ''}`;
    console.log(
      `${p95 <= most && fault === '' ? 'within' : 'OVER  '} ${what}: median ${median(times).toFixed(1)} ms, 95th ${p95.toFixed(1)} ms (to reach: under ${most})${beside}${fault}`,
    );
  }
  analytics.close();

  const from = performance.now();
  let bytes = 0;
  const all = await fetch(`${site.address}/money/payments.csv?by=payment&body=maidstone`);
  for await (const chunk of all.body ?? []) bytes += (chunk as Uint8Array).length;
  console.log(
    `every payment of a council as one file: ${(bytes / 1_000_000).toFixed(0)} MB in ${since(from)} s`,
  );
  console.log(
    `memory of the app process: ${residentMegabytes(site.child.pid ?? 0).toFixed(0)} MB; ${slow} of ${pages.length} pages over`,
  );
  await site.stop();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Waits until somebody’s question for the landing page is answered: a client gives up after some minutes, the building goes on. */
async function whenBuilt(address: string): Promise<void> {
  for (;;) {
    const answer = await fetch(`${address}/money`).catch(() => undefined);
    if (answer === undefined) continue;
    await answer.text();
    if (answer.ok) return;
    throw new Error(`What pages open was not built: ${answer.status}`);
  }
}

function council(n: number): string {
  const ids = ['maidstone', 'kent-county-council', 'medway', 'swale', 'dover', 'thanet', 'ashford'];
  return ids[n % ids.length] ?? 'maidstone';
}

function typed(n: number): string {
  const words = ['oak', 'river+serv', 'county+tr', 'weald+b', 'harbour', 'swif', 'silver+gr+t', 'mar'];
  return words[n % words.length] ?? 'oak';
}
