import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { openAnalytics } from '#platform/analytics';
import { Client } from 'pg';

/** How much is generated: so many payments of so many suppliers, over the five financial years before this one. */
export type SpendingSize = Readonly<{ payments: number; suppliers: number }>;

/** The councils of the example with the share of all payments that each makes, out of a hundred. */
const councils: readonly (readonly [id: string, share: number])[] = [
  ['kent-county-council', 25],
  ['medway', 11],
  ['ashford', 5],
  ['canterbury', 6],
  ['dartford', 5],
  ['dover', 5],
  ['folkestone-and-hythe', 5],
  ['gravesham', 5],
  ['maidstone', 7],
  ['sevenoaks', 5],
  ['swale', 5],
  ['thanet', 6],
  ['tonbridge-and-malling', 5],
  ['tunbridge-wells', 5],
];
const firstYear = 2020;
const years = 5;

/**
 * Publishes generated payments of fourteen councils for five financial years: a release for each council and year, written
 * as files of columns by SQL, the same ones every time, and entered in the database. A few suppliers are paid often and
 * many seldom, as is so in the books of councils.
 */
export async function fillSpending(
  dataFolder: string,
  ownerUrl: string,
  { payments, suppliers }: SpendingSize,
): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const release of await writeReleases(join(dataFolder, 'books', 'published'), {
      payments,
      suppliers,
    }))
      await client.query(
        `INSERT INTO open_books.release (id, body_id, dataset, version, period_from, period_to, rows_published, pence_published,
           rows_set_aside, pence_set_aside, report, files, source, is_illustrative, prepared_by, approved_by, published_at)
         VALUES ($1, $2, 'spending', 1, $3, $4, $5, $6, 0, 0, '{"tables":[],"findings":[]}',
           '[{"filename":"generated.csv","sha256":"","bytes":1}]', 'Generated for measuring', true, 'Bench', 'Bench', now())`,
        [release.id, release.bodyId, release.from, release.to, release.rows, release.pence],
      );
  } finally {
    await client.end();
  }
}

type Written = Readonly<{
  id: string;
  bodyId: string;
  from: string;
  to: string;
  rows: bigint;
  pence: bigint;
}>;

/** Writes the files of these releases into the published folder, by SQL alone. */
export async function writeReleases(
  folder: string,
  { payments, suppliers }: SpendingSize,
): Promise<readonly Written[]> {
  mkdirSync(folder, { recursive: true });
  const writer = await openAnalytics({ folder, memoryMegabytes: 2000, secondsEach: 600 });
  const written: Written[] = [];
  try {
    for (const [body, [bodyId, share]] of councils.entries())
      for (let begins = firstYear; begins < firstYear + years; begins += 1) {
        const id = `${bodyId}-${begins}-04-to-${begins + 1}-03-1`;
        const at = join(folder, 'releases', id);
        mkdirSync(at, { recursive: true });
        const count = Math.round((payments * share) / 100 / years);
        await writer.ask(
          `COPY (${rows(body, begins, count, suppliers)}) TO '${at}/rows-1.parquet' (FORMAT parquet, ROW_GROUP_SIZE 20480, COMPRESSION zstd)`,
        );
        await writer.ask(
          `COPY (SELECT concat_ws(',', strftime(paid, '%d/%m/%Y'), supplier, department, category, pence) AS raw
             FROM '${at}/rows-1.parquet') TO '${at}/raw-1.parquet' (FORMAT parquet, ROW_GROUP_SIZE 20480, COMPRESSION zstd)`,
        );
        const [sums] = await writer.ask<{ rows: bigint; pence: bigint }>(
          `SELECT count(*) AS rows, sum(pence)::BIGINT AS pence FROM '${at}/rows-1.parquet'`,
        );
        if (sums !== undefined)
          written.push({ id, bodyId, from: `${begins}-04-01`, to: `${begins + 1}-03-31`, ...sums });
      }
  } finally {
    writer.close();
  }
  return written;
}

/** The words of which suppliers’ names are made, beside two of letters that no other has. */
const words = {
  first:
    'oak river county north bright kent castle harbour green union silver market orchard weald marsh swift'.split(
      ' ',
    ),
  last: 'services group partners works supplies trust'.split(' '),
} as const;
/** The words in which half of the payments say what they are for, a third of those with the number of a job: many texts of few words. */
const purposes = {
  what: 'repair hire supply cleaning maintenance inspection purchase printing transport training survey disposal advice design licence insurance'.split(
    ' ',
  ),
  of: 'boilers vehicles lighting playgrounds offices libraries pavements drains bridges software laptops uniforms trees kitchens lifts alarms signs fencing gutters roofs pumps bins meals shelters'.split(
    ' ',
  ),
} as const;
const [digits, letters] = ['0123456789abcdef', 'bcdfghjklmnprstv'];
const listed = (some: readonly string[]) => `(['${some.join("','")}'])`;

/** The normal form of a supplier’s name, by its number: the lower, the more often it is paid. */
export function supplierName(n: number): string {
  const own = createHash('md5')
    .update(String(n))
    .digest('hex')
    .replaceAll(/./g, (digit) => letters.charAt(digits.indexOf(digit)));
  return `${words.first[n % 16]} ${own.slice(0, 6)} ${own.slice(6, 12)} ${words.last[Math.floor(n / 16) % 6]}`;
}

/** A number from 0 up to `below`, different for each row and question, and the same every time. */
const drawn = (seed: number, below: number) => `(hash(n * 131 + ${seed}) % ${below})::INTEGER`;
/** From 0 up to 1. */
const share = (seed: number) => `(hash(n * 131 + ${seed}) % 1000003) / 1000003.0`;

function rows(body: number, begins: number, count: number, suppliers: number): string {
  const seed = (body * 100 + begins) * 7919;
  return `
    SELECT n::INTEGER AS line, DATE '${begins}-04-01' + (n * 365 // ${count})::INTEGER AS paid,
      upper(name[1]) || name[2:] || CASE WHEN ${drawn(seed + 9, 20)} = 0 THEN ' LIMITED' ELSE ' Ltd' END AS supplier,
      CASE WHEN kind < 4 THEN NULL ELSE name END AS payee,
      'Department ' || (${body} * 20 + s % 18 + ${drawn(seed + 3, 3)}) AS department,
      'Category ' || (s % 90 + 10 * ${drawn(seed + 4, 5)}) AS category,
      CASE WHEN ${drawn(seed + 10, 2)} = 0 THEN ${listed(purposes.what)}[1 + ${drawn(seed + 11, 16)}] || ' of ' ||
        ${listed(purposes.of)}[1 + (s % 24)] || CASE WHEN ${drawn(seed + 12, 3)} = 0 THEN ' job ' || ${drawn(seed + 13, 500)} ELSE '' END END AS purpose,
      (100 * exp(2 + 6 * ${share(seed + 5)}) * CASE WHEN ${drawn(seed + 6, 50)} = 0 THEN -1 ELSE 1 END)::BIGINT AS pence,
      CASE WHEN kind < 2 THEN 'personal-data' END AS redaction
    FROM (
      SELECT n, s, ${drawn(seed + 8, 100)} AS kind,
        ${listed(words.first)}[1 + s % 16] || ' ' || translate(md5(s::VARCHAR)[1:6], '${digits}', '${letters}') || ' ' ||
          translate(md5(s::VARCHAR)[7:12], '${digits}', '${letters}') || ' ' || ${listed(words.last)}[1 + s // 16 % 6] AS name
      FROM (SELECT range AS n, floor(${suppliers} * pow(${share(seed + 1)}, 3.0))::BIGINT AS s0,
        CASE WHEN ${drawn(seed + 7, 3)} = 0 THEN s0 ELSE (s0 + ${body} * ${Math.floor(suppliers / 15)}) % ${suppliers} END AS s
        FROM range(${count}))
    )`;
}
