// Ten million payments of fourteen councils and half a million suppliers, published. How long the server takes for each kind of
// page when nothing comes from memory of pages, as its own log has it and at the client; how long DuckDB takes for the same question over the
// rows as published; and how long the same question takes by itself as pages ask it, without a page around it: that is like for like with
// DuckDB, while a page is more than its question.
// BENCH_PAYMENTS=50000000 asks for another number; BENCH_KEEP=folder keeps what was made there for the next run, and BENCH_VIEWS=kept
// what was worked out from it too. BENCH_PEER=none leaves the questions over the rows out, which take most of the time where there are many.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openWorkshop, quoted } from '#platform/analytics';
import { connectionOfRunning } from '#platform/db';
import { answersOf } from './support/spending-answers.ts';
import { fillSpending, supplierName } from './support/fill-spending.ts';
import {
  cpuMilliseconds,
  median,
  residentMegabytes,
  type Running,
  startSite,
} from './support/running-site.ts';

const payments = Number(process.env['BENCH_PAYMENTS'] ?? 10_000_000);
const suppliers = Math.round(Math.min(1_000_000, payments / 20));
/** The slowest twentieth of each page may take so many milliseconds. */
const most = payments > 20_000_000 ? 150 : 50;
const asked = 60;
const warming = 6;
const timesFaster = 10;
/** The kernel counts no less of a processor; what is kept in memory is answered in less. */
const leastMilliseconds = 0.1;

const hasPeer = process.env['BENCH_PEER'] !== 'none';
const keptIn = process.env['BENCH_KEEP'];
const folder =
  keptIn === undefined
    ? mkdtempSync(join(tmpdir(), 'accord-bench-'))
    : join(keptIn, `${payments}-payments-${suppliers}-suppliers`);
mkdirSync(folder, { recursive: true });
const filled = join(folder, 'filled');
const views = join(folder, 'books', 'published', 'views');
const settings = { ACCORD_LOG: 'info', ACCORD_DATA: folder };
const since = (from: number) => ((performance.now() - from) / 1000).toFixed(1);
try {
  if (!existsSync(filled)) {
    const first = await startSite(settings);
    const connection = connectionOfRunning(folder);
    if (connection === undefined) throw new Error('The site keeps no database of its own');
    const filling = performance.now();
    await fillSpending(folder, connection.ownerUrl, { payments, suppliers });
    console.log(`${payments.toLocaleString('en-GB')} payments written in ${since(filling)} s`);
    // What stands was written past the record: whoever remembers what stood before has to be started anew.
    await first.stop();
    writeFileSync(filled, '');
  }
  const isKept = process.env['BENCH_VIEWS'] === 'kept' && existsSync(views);
  if (!isKept) rmSync(views, { recursive: true, force: true });

  const site = await startSite(settings);
  const pid = site.child.pid ?? 0;
  const [building, before] = [performance.now(), cpuMilliseconds(pid)];
  await whenBuilt(site.address);
  console.log(
    `what pages open was ${isKept ? 'found as it was kept' : 'worked out from nothing'} in ${since(building)} s, ${((cpuMilliseconds(pid) - before) / 1000).toFixed(1)} s of processor beside the finding of suppliers; ${megabytesIn(views)} MB on disk, ${residentMegabytes(pid).toFixed(0)} MB resident`,
  );

  // As it comes, but for the order of joins, of which these questions have none.
  const answers = await answersOf(folder);
  const analytics = await openWorkshop({ folder: join(folder, 'books', 'published') });
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
  const month = (n: number) => `from=${year(n)}-0${1 + (n % 9)}&to=${year(n)}-0${1 + (n % 9)}`;
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
      'by supplier, of a month',
      (n) => `/money/payments?by=supplier&${month(n)}`,
      (n) => where('payee', `date_trunc('month', paid) = DATE '${year(n)}-0${1 + (n % 9)}-01'`),
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
      'by words of the purpose, few',
      (n) => `/money/payments?words=${toldOf(n).join('+')}&by=supplier`,
      (n) =>
        where(
          'payee',
          toldOf(n)
            .map((word) => `contains(lower(purpose), '${word}')`)
            .join(' AND '),
        ),
    ],
    [
      'the payments with words in the purpose',
      (n) => `/money/payments?words=${toldOf(n).join('+')}&by=payment&page=${1 + (n % 5)}`,
      (n) =>
        `SELECT * FROM ${rows} WHERE ${toldOf(n)
          .map((word) => `contains(lower(purpose), '${word}')`)
          .join(' AND ')} ORDER BY paid DESC LIMIT 50 OFFSET ${50 * (n % 5)}`,
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
      'payments far from the newest',
      (n) => `/money/payments?by=payment&page=${1000 + n * 900}`,
      (n) => `SELECT * FROM ${rows} ORDER BY paid DESC LIMIT 50 OFFSET ${50 * (999 + n * 900)}`,
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
    const [times, cpu]: [number[], number[]] = [[], []];
    const failed = new Set<number>();
    const logged = site.printed().length;
    for (let n = 0; n < asked + warming; n += 1) {
      const path = address(n);
      const [from, cpuBefore] = [performance.now(), cpuMilliseconds(pid)];
      const answer = await fetch(`${site.address}${path}${path.includes('?') ? '&' : '?'}n=${n}`);
      await answer.arrayBuffer();
      if (n >= warming) {
        times.push(performance.now() - from);
        cpu.push(cpuMilliseconds(pid) - cpuBefore);
      }
      if (!answer.ok) failed.add(answer.status);
    }
    const served = await servedSince(site, logged);
    const [raw, rawCpu]: [number[], number[]] = [[], []];
    if (question !== undefined && hasPeer)
      for (let n = 0; n < 4; n += 1) {
        const [from, cpuBefore] = [performance.now(), cpuMilliseconds(process.pid)];
        await analytics.ask(question(n));
        if (n === 0) continue;
        raw.push(performance.now() - from);
        rawCpu.push(cpuMilliseconds(process.pid) - cpuBefore);
      }
    const [alone, aloneCpu]: [number[], number[]] = [[], []];
    if (question !== undefined)
      for (let n = 0; n < asked + warming; n += 1) {
        const [from, cpuBefore] = [performance.now(), cpuMilliseconds(process.pid)];
        await answers.answer(address(n));
        if (n < warming) continue;
        alone.push(performance.now() - from);
        aloneCpu.push(cpuMilliseconds(process.pid) - cpuBefore);
      }
    const ratio = median(raw) / median(served);
    const fault = failed.size === 0 ? '' : ` ANSWERED ${[...failed].join(', ')}`;
    if (slowest(served) > most || fault !== '') slow += 1;
    const beside =
      question === undefined || !hasPeer
        ? ''
        : `; DuckDB over the rows ${median(raw).toFixed(0)} ms: the page ${ratio.toFixed(1)} times as fast, ${(median(rawCpu) / median(cpu)).toFixed(1)} by processor${ratio < timesFaster ? ` (to reach: ${timesFaster})` : ''}, its question alone ${median(alone).toFixed(1)} ms: ${(median(raw) / median(alone)).toFixed(1)} times${median(aloneCpu) < leastMilliseconds ? '' : `, ${(median(rawCpu) / median(aloneCpu)).toFixed(1)} by processor`}`;
    console.log(
      `${slowest(served) <= most && fault === '' ? 'within' : 'OVER  '} ${what}: median ${median(served).toFixed(1)} ms, 95th ${slowest(served).toFixed(1)} ms (to reach: under ${most}); at the client ${median(times).toFixed(1)} and ${slowest(times).toFixed(1)} ms; of processor ${median(cpu).toFixed(1)} ms, 95th ${slowest(cpu).toFixed(1)} ms${beside}${fault}`,
    );
  }
  analytics.close();
  await answers.close();

  const from = performance.now();
  let bytes = 0;
  const all = await fetch(`${site.address}/money/payments.csv?by=payment&body=maidstone`);
  for await (const chunk of all.body ?? []) bytes += (chunk as Uint8Array).length;
  console.log(
    `every payment of a council as one file: ${(bytes / 1_000_000).toFixed(0)} MB in ${since(from)} s`,
  );
  console.log(
    `memory of the app process: ${residentMegabytes(pid).toFixed(0)} MB; ${slow} of ${pages.length} pages over`,
  );
  await site.stop();
} finally {
  if (keptIn === undefined) rmSync(folder, { recursive: true, force: true });
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

/** How long the server took for each of the pages asked for since so much was printed, as its log has it: from the question to the end of the answer. */
async function servedSince(site: Running, printed: number): Promise<readonly number[]> {
  for (;;) {
    const served = [
      ...site
        .printed()
        .slice(printed)
        .matchAll(/"milliseconds":([\d.]+)/gu),
    ].map(([, milliseconds]) => Number(milliseconds));
    if (served.length >= asked + warming) return served.slice(warming);
    await wait(5);
  }
}

/** What one of twenty takes at least. */
function slowest(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * 0.95)] ?? Number.NaN;
}

function megabytesIn(at: string): string {
  const files = readdirSync(at, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
  return (bytes / 1_000_000).toFixed(0);
}

/** Words that stand together in some purposes. */
function toldOf(n: number): readonly string[] {
  const whats = ['repair', 'hire', 'supply', 'cleaning', 'maintenance', 'printing'];
  const things = ['boilers', 'vehicles', 'lighting', 'playgrounds', 'libraries'];
  return [whats[n % whats.length] ?? '', things[n % things.length] ?? ''];
}

function council(n: number): string {
  const ids = ['maidstone', 'kent-county-council', 'medway', 'swale', 'dover', 'thanet', 'ashford'];
  return ids[n % ids.length] ?? 'maidstone';
}

function typed(n: number): string {
  const words = ['oak', 'river+serv', 'county+tr', 'weald+b', 'harbour', 'swif', 'silver+gr+t', 'mar'];
  return words[n % words.length] ?? 'oak';
}
