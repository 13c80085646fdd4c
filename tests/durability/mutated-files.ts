import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { addMoney, date, type Money, noMoney } from '#platform/kernel';
import { encode, type OpenedTable, type RawRow, RowTooLong, withTables } from '#platform/tabular';
import { checkFile, checkJson, messIds } from '#modules/open-books';
import {
  mostSections,
  tableWithin,
  understandTable,
} from '../../src/modules/open-books/actions/reading/understand-table.ts';
import { messyFile } from '../../src/modules/open-books/domain/generating/messy.ts';
import { waysOfWriting } from '../../src/modules/open-books/actions/generating/written-as.ts';
import { readAmount } from '../../src/modules/open-books/domain/reading/amount.ts';
import {
  beginsAnother,
  readRow,
  type RowRead,
} from '../../src/modules/open-books/domain/reading/read-row.ts';
import { cellAt, isBlank } from '../../src/modules/open-books/domain/reading/table.ts';
import { type Tally, tally } from '../../src/modules/open-books/domain/reading/tally.ts';

export type Sample = Readonly<{ name: string; bytes: Buffer }>;

/** Messy files of known seeds, small enough to be read thousands of times. */
export function madeSamples(count: number): readonly Sample[] {
  return Array.from({ length: count }, (_, index) => {
    const made = messyFile(
      {
        rows: 25,
        seed: index + 1,
        body: 'Example Borough Council (illustrative)',
        from: date('2024-04-01'),
        to: date('2024-04-30'),
      },
      new Set(messIds.filter((mess) => mess !== 'blanks')),
    );
    const { mark, encoding } = waysOfWriting[made.shape.writtenAs];
    const text = [...made.pieces].map((piece) => piece.text).join('');
    return { name: `seed ${index + 1}`, bytes: Buffer.concat([Buffer.from(mark), encode(text, encoding)]) };
  });
}

/** The beginnings of the files below a folder, such as councils’ own files of payments. */
export function foundSamples(folder: string): readonly Sample[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:csv|tsv|txt)$/i.test(name))
    .toSorted()
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)).subarray(0, sampleBytes) }));
}
const sampleBytes = 10_000;

/** One thing that happens to the bytes of a file, anywhere between its beginning, 0, and its end, 1. */
type Mutation = Readonly<{ kind: Kind; at: number; length: number; with: Buffer }>;
const kinds = ['cut', 'put', 'overwrite', 'twice', 'swap', 'end', 'replace-all'] as const;
type Kind = (typeof kinds)[number];

const hostileTexts = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '£',
  '-',
  '(',
  ')',
  '0',
  ' ',
  '\u{0}',
  '\u{feff}',
  '\u{202e}',
  '😀',
  '١٢٣',
  '9'.repeat(60),
  '1E+99',
  '31/02/2024',
  'Total',
  'Amount,Supplier,Date\r\n',
  'for of '.repeat(40),
  '<script>',
  '=1+1',
  '%PDF',
  '"'.repeat(3000),
  ','.repeat(3000),
  '\r\n'.repeat(500),
  'x'.repeat(20_000),
];
const hostile: readonly Buffer[] = [
  ...hostileTexts.map((text) => Buffer.from(text)),
  Buffer.from([0xff, 0xfe]),
  Buffer.from([0xff]),
  Buffer.from([0xef, 0xbb, 0xbf]),
  Buffer.from([0x9c, 0x80]),
];

const mutations = fc.array(
  fc.record({
    kind: fc.constantFrom(...kinds),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.oneof(fc.nat(3), fc.nat(60), fc.nat(3000)),
    with: fc.oneof(
      fc.constantFrom(...hostile),
      fc.uint8Array({ maxLength: 6 }).map((bytes) => Buffer.from(bytes)),
    ),
  }),
  { minLength: 1, maxLength: 6 },
);

/** A sample and what happens to it. */
export const mutated = (samples: readonly Sample[]) =>
  fc.tuple(fc.constantFrom(...samples), mutations).map(([{ name, bytes }, happening]) => ({
    name,
    kinds: happening.map(({ kind }) => kind).join(', '),
    bytes: happening.reduce(afterMutation, bytes),
  }));

function afterMutation(bytes: Buffer, { kind, at, length, with: put }: Mutation): Buffer {
  const from = Math.floor(at * bytes.length);
  const [before, piece, after] = [
    bytes.subarray(0, from),
    bytes.subarray(from, from + length),
    bytes.subarray(from + length),
  ];
  switch (kind) {
    case 'cut':
      return Buffer.concat([before, after]);
    case 'put':
      return Buffer.concat([before, put, piece, after]);
    case 'overwrite':
      return Buffer.concat([before, put, after]);
    case 'twice':
      return Buffer.concat([before, piece, piece, after]);
    case 'swap':
      return Buffer.concat([before, Buffer.from(piece.toReversed()), after]);
    case 'end':
      return before;
    case 'replace-all': {
      const [wanted] = piece;
      if (wanted === undefined || bytes.length > 20_000) return bytes;
      return Buffer.concat(
        Array.from(bytes, (byte) => (byte === wanted ? put.subarray(0, 4) : Buffer.from([byte]))),
      );
    }
    default:
      return kind satisfies never;
  }
}

/** Reads a row. A planted one, with a fault, shows that the judge sees it. */
export type ReadOneRow = typeof readRow;

/**
 * Reads a mutated file and judges the balance of each of its tables: every row below the headings is a payment, set aside or blank;
 * every penny that its column of amounts shows is in one of them; and the check that people see says the same. Answers what is wrong.
 */
export async function judge(
  path: string,
  bytes: Buffer,
  read: ReadOneRow = readRow,
): Promise<readonly string[]> {
  writeFileSync(path, bytes);
  const checks = (await checkFile(path)).map(checkJson);
  const wrong: string[] = [];
  let told = 0;
  const opened = await withTables(path, async (tables) => {
    for (const table of tables) {
      const rows: RawRow[] = [];
      try {
        for await (const some of table.rows()) rows.push(...some);
      } catch (error) {
        if (!(error instanceof RowTooLong)) throw error;
        told = checks.length;
        continue;
      }
      // What stands below other headings is a table of its own, and is told of as one.
      for (let [from, nth] = [0, 0]; from >= 0; nth += 1) {
        const judged = await judgeSection(table, rows, { from, mayEnd: nth < mostSections - 1, read });
        wrong.push(...judged.wrong);
        const said = checks[told];
        told += 1;
        if (
          judged.so !== undefined &&
          (said?.rowsIn !== judged.so.rowsIn || said.penceUnderstood !== Number(judged.so.understood))
        )
          wrong.push(`the check says ${said?.rowsIn} rows of ${said?.penceUnderstood} pence`);
        from = judged.endsAt ?? -1;
      }
    }
  });
  if (opened.ok && told !== checks.length && checks.length !== 1)
    wrong.push(`${told} tables, and ${checks.length} told`);
  if (!opened.ok && checks.every(({ refused }) => refused === null)) wrong.push('not opened and not refused');
  return wrong;
}

type Section = Readonly<{ from: number; mayEnd: boolean; read: ReadOneRow }>;
type Judged = Readonly<{ wrong: readonly string[]; so?: Tally; endsAt?: number | undefined }>;

/** Judges one table from one of its rows on, up to where other headings stand with a row below them. */
async function judgeSection(
  table: OpenedTable,
  all: readonly RawRow[],
  { from, mayEnd, read }: Section,
): Promise<Judged> {
  const wrong: string[] = [];
  const { understanding } = await understandTable(tableWithin(table, from));
  if (understanding.standing === 'refused') return { wrong };
  const { reading } = understanding;
  const rows = all.slice(from);
  const counted = tally();
  let [blank, payments, aside] = [0, 0, 0];
  let [paid, kept, shown]: [Money, Money, Money] = [noMoney, noMoney, noMoney];
  const begins = rows.findIndex(
    (row, at) =>
      mayEnd &&
      at >= reading.dataFrom &&
      beginsAnother(read(row, reading)) &&
      rows.slice(at + 1).some((below) => !isBlank(below)),
  );
  const until = begins < 0 ? rows.length : begins;
  for (const row of rows.slice(reading.dataFrom, until)) {
    const outcome: RowRead = read(row, reading);
    counted.add(row.line, outcome);
    if (outcome.kind === 'blank') {
      blank += 1;
      if (!isBlank(row)) wrong.push(`line ${row.line} is not blank`);
      continue;
    }
    const amount = outcome.kind === 'payment' ? outcome.payment.amount : outcome.amount;
    if (outcome.kind === 'payment') payments += 1;
    else aside += 1;
    if (outcome.kind === 'payment') paid = addMoney(paid, outcome.payment.amount);
    else kept = addMoney(kept, outcome.amount ?? noMoney);
    const wasMoved = outcome.kind === 'payment' && outcome.payment.repairs.includes('shifted');
    const inItsColumn = readAmount(cellAt(row, reading.at.amount))?.amount;
    // What was put back into its columns has its amount elsewhere; a total may stand in any of them.
    const isElsewhere = wasMoved || (outcome.kind === 'set-aside' && outcome.reason === 'total');
    if (!isElsewhere && inItsColumn !== undefined) shown = addMoney(shown, inItsColumn);
    else shown = addMoney(shown, amount ?? noMoney);
  }
  const so = counted.so();
  const inRows = until - reading.dataFrom;
  if (payments + aside + blank !== inRows) wrong.push(`${inRows} rows are ${payments} + ${aside} + ${blank}`);
  if (addMoney(paid, kept) !== shown) wrong.push(`${shown} pence are ${paid} + ${kept}`);
  if (so.rowsIn !== payments + aside || so.rowsUnderstood !== payments || so.rowsSetAside !== aside)
    wrong.push(`${so.rowsIn} rows counted, ${so.rowsUnderstood} read, ${so.rowsSetAside} aside`);
  if (so.understood !== paid || so.setAside !== kept)
    wrong.push(`${so.understood} and ${so.setAside} pence counted`);
  const reasons = Object.values(so.reasons).reduce((sum, count) => sum + count, 0);
  if (reasons !== aside) wrong.push(`${aside} rows aside have ${reasons} reasons`);
  return { wrong, so, endsAt: begins < 0 ? undefined : from + begins };
}

export type Verdict = Readonly<{ files: number; wrong: readonly string[]; slowestMs: number }>;

/** Mutates so many files and judges each. Stops at the first that is wrong, with the smallest bytes that show it. */
export async function judgeMany({
  samples,
  files,
  seed,
  path,
  read,
  begun = () => undefined,
}: Readonly<{
  samples: readonly Sample[];
  files: number;
  seed: number;
  path: string;
  read?: ReadOneRow;
  /** Told before each file is read, by whoever watches for one that is never done. */
  begun?: (file: number) => void;
}>): Promise<Verdict> {
  let [done, slowestMs] = [0, 0];
  const wrong: string[] = [];
  const property = fc.asyncProperty(mutated(samples), async ({ name, kinds: happened, bytes }) => {
    begun(done);
    const before = process.cpuUsage();
    const found = await judge(path, bytes, read);
    const { user, system } = process.cpuUsage(before);
    const ms = (user + system) / 1000;
    done += 1;
    slowestMs = Math.max(slowestMs, ms);
    if (ms > mostMs) throw new Error(`${name} after ${happened} took ${Math.round(ms)} ms`);
    if (found.length > 0) throw new Error(`${name} after ${happened}: ${found.join('; ')}`);
  });
  const outcome = await fc.check(property, { numRuns: files, seed, endOnFailure: true });
  const { errorInstance } = outcome;
  if (outcome.failed) wrong.push(errorInstance instanceof Error ? errorInstance.message : 'It failed');
  return { files: done, wrong, slowestMs };
}

/** No file keeps anybody waiting longer, in time of the processor. */
const mostMs = 5000;
