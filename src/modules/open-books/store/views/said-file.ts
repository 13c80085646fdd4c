import { open, type FileHandle } from 'node:fs/promises';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { quoted } from '#platform/analytics';
import type { IsoDate } from '#platform/kernel';
import { keptOpen } from './kept-open.ts';
import type { BodyView } from './view-paths.ts';
import type { TableWriter } from './writer.ts';

/** All that lists say of a payment; `release` is its place in the list of the view. */
export type Said = Readonly<{
  release: number;
  part: number;
  row: number;
  paid: IsoDate | null;
  /** As written. */
  supplier: string | null;
  payee: string;
  name: string | null;
  department: string;
  category: string;
  purpose: string | null;
  redaction: string | null;
  pence: bigint;
}>;

/** A payment is a line, and it is kept where each so many of them begin: what lies between is read at once. */
const linesTogether = 16;
/** So much is read at once at most, of lines that follow each other. */
const mostBytes = 4_000_000;

/**
 * Writes what the payments of a body say into a file of lines, in the order of their places: those of a page are a few short reads, while
 * in a table each column of texts is a place of its own to look in. Throws where a line is not that of its payment.
 */
export async function writeSaid({ run, ask, made }: TableWriter, into: string): Promise<void> {
  const lines = join(into, saidLines);
  // As JSON, which has neither line ends nor such signs within a line.
  await run(
    `COPY (SELECT json_array(release, part, row, paid::VARCHAR, supplier, payee, name, unit, what, purpose, redaction, pence::VARCHAR) FROM ${made('payment')})
     TO ${quoted(lines)} (FORMAT csv, HEADER false, DELIMITER '\u{1F}', QUOTE '\u{1E}', ESCAPE '\u{1E}')`,
  );
  const [counted] = await ask<{ payments: number }>(
    `SELECT count(*)::DOUBLE AS payments FROM ${made('payment')}`,
  );
  const { begins, count } = await beginsIn(lines);
  if (count !== counted?.payments)
    throw new Error(`${count} lines of ${counted?.payments} payments: ${lines}`);
  writeFileSync(join(into, saidBegins), new Uint8Array(begins.buffer));
  await keepOrder({ ask, made }, into, count);
}

/** Lines are written in the order of the table, which nothing else would see if it were not so: some all the way through are held against it. */
async function keepOrder({ ask, made }: Pick<TableWriter, 'ask' | 'made'>, into: string, count: number) {
  const places = [
    ...new Set(Array.from({ length: probed }, (_, nth) => Math.ceil((count * (nth + 1)) / probed))),
  ].filter((place) => place > 0);
  if (places.length === 0) return;
  const rows = await ask<Pick<Said, 'release' | 'part' | 'row' | 'pence'>>(
    `SELECT release, part, row, pence FROM ${made('payment')} WHERE place IN (${places.join(', ')}) ORDER BY place`,
  );
  const opened = await openSaid(into);
  try {
    for (const [at, line] of (await linesAt(opened, places)).entries()) {
      const row = rows[at];
      const isOfIts = (['release', 'part', 'row', 'pence'] as const).every(
        (name) => row?.[name] === line[name],
      );
      if (!isOfIts)
        throw new Error(`Line ${places[at]} of ${into} is another payment than the one in its place`);
    }
  } finally {
    await opened.lines.close();
  }
}
const probed = 500;

const [saidLines, saidBegins] = ['said.jsonl', 'said.begins'];

/** Where every so manieth line begins, and at last where the file ends; and how many lines it has. */
async function beginsIn(path: string): Promise<Readonly<{ begins: Float64Array; count: number }>> {
  const begins = [0];
  let [count, before] = [0, 0];
  const file = await open(path);
  try {
    for await (const chunk of file.createReadStream({ highWaterMark: 1_048_576 }) as AsyncIterable<Buffer>) {
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, end + 1)) {
        count += 1;
        if (count % linesTogether === 0) begins.push(before + end + 1);
      }
      before += chunk.length;
    }
  } finally {
    await file.close();
  }
  if (begins.at(-1) !== before) begins.push(before);
  return { begins: Float64Array.from(begins), count };
}

type Opened = Readonly<{ lines: FileHandle; begins: Float64Array }>;

/** Of so many bodies the files stay open. */
const bodiesKept = 100;

async function openSaid(folder: string): Promise<Opened> {
  const index = await open(join(folder, saidBegins));
  try {
    const bytes = await index.readFile();
    return {
      lines: await open(join(folder, saidLines)),
      begins: new Float64Array(new Uint8Array(bytes).buffer),
    };
  } finally {
    await index.close();
  }
}

const withSaid = keptOpen<Opened>(bodiesKept, { open: openSaid, close: ({ lines }) => lines.close() });

/** What some payments of a body say, in the order in which their places are given. */
export const readSaid = (
  { folder }: Pick<BodyView, 'folder'>,
  places: readonly number[],
): Promise<readonly Said[]> => withSaid(folder, (opened) => linesAt(opened, places));

async function linesAt({ lines, begins }: Opened, places: readonly number[]): Promise<readonly Said[]> {
  const groupOf = (place: number) => Math.floor((place - 1) / linesTogether);
  const groups = [...new Set(places.map(groupOf))].toSorted((a, b) => a - b);
  const read = new Map<number, readonly string[]>();
  await Promise.all(
    runsOf(groups, begins).map(async ({ first, last }) => {
      const [from = 0, to = 0] = [begins[first], begins[last + 1]];
      const { buffer } = await lines.read(Buffer.allocUnsafe(to - from), 0, to - from, from);
      const found = buffer.toString('utf8').split('\n');
      for (let group = first; group <= last; group += 1) {
        const at = (group - first) * linesTogether;
        read.set(group, found.slice(at, at + linesTogether));
      }
    }),
  );
  return places.map((place) => saidIn(read.get(groupOf(place))?.[(place - 1) % linesTogether] ?? ''));
}

/** Groups that follow each other are read together. */
function runsOf(groups: readonly number[], begins: Float64Array) {
  const runs: { first: number; last: number }[] = [];
  for (const group of groups) {
    const latest = runs.at(-1);
    const bytes = (begins[group + 1] ?? 0) - (begins[latest?.first ?? 0] ?? 0);
    if (latest !== undefined && latest.last === group - 1 && bytes <= mostBytes) latest.last = group;
    else runs.push({ first: group, last: group });
  }
  return runs;
}

function saidIn(line: string): Said {
  const [release, part, row, paid, supplier, payee, name, department, category, purpose, redaction, pence] =
    JSON.parse(line) as [
      number,
      number,
      number,
      IsoDate | null,
      string | null,
      string,
      string | null,
      string,
      string,
      string | null,
      string | null,
      string,
    ];
  return {
    release,
    part,
    row,
    paid,
    supplier,
    payee,
    name,
    department,
    category,
    purpose,
    redaction,
    pence: BigInt(pence),
  };
}
