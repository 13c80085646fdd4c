import { mkdir, open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { encode } from '#platform/tabular';
import { cleanFile, type FileAsked } from '../../domain/generating/clean.ts';
import type { Mess } from '../../domain/generating/messes.ts';
import { messyFile } from '../../domain/generating/messy.ts';
import type { FileTruth, RowTruth } from '../../domain/generating/truth.ts';
import { waysOfWriting } from './written-as.ts';

/** A file that was made, and what it truly holds. */
export type MadeFile = Readonly<{ path: string; bytes: number; truth: FileTruth }>;

/**
 * Makes a file of invented payments in a folder, named by its seed, and beside it what is true of it: `….truth.json` of the whole,
 * and for a messy file `….truth.csv` of every row. A clean file of any size is made piece by piece; all of its rows are payments.
 */
export async function makeFile(
  asked: FileAsked,
  messes: ReadonlySet<Mess>,
  folder: string,
): Promise<MadeFile> {
  await mkdir(folder, { recursive: true });
  const name = `illustrative-${messes.size === 0 ? 'clean' : 'messy'}-${asked.seed}`;
  const path = join(folder, `${name}.csv`);
  const made = messes.size === 0 ? await makeClean(asked, path) : await makeMessy(asked, messes, path);
  const note = 'These payments are invented. Nobody made or got them.';
  await writeFile(
    join(folder, `${name}.truth.json`),
    `${JSON.stringify({ note, file: `${name}.csv`, seed: asked.seed, ...made.truth }, null, 2)}\n`,
  );
  return { path, ...made };
}

async function makeClean(asked: FileAsked, path: string): Promise<Omit<MadeFile, 'path'>> {
  const { pieces, truth } = cleanFile(asked);
  const bytes = await written(path, pieces, (piece) => Buffer.from(piece));
  return { bytes, truth: truth() };
}

async function makeMessy(
  asked: FileAsked,
  messes: ReadonlySet<Mess>,
  path: string,
): Promise<Omit<MadeFile, 'path'>> {
  const { shape, pieces, truth } = messyFile(asked, messes);
  const { mark, encoding } = waysOfWriting[shape.writtenAs];
  const told = await open(path.replace(/csv$/, 'truth.csv'), 'w');
  try {
    await told.write(`${truthHeadings.join(',')}\r\n`);
    let isFirst = true;
    const texts = async function* (): AsyncGenerator<Buffer> {
      for (const { text, rows } of pieces) {
        await told.write(rows.map((row) => `${truthLine(row)}\r\n`).join(''));
        const bytes = encode(text, encoding);
        yield isFirst ? Buffer.concat([Buffer.from(mark), bytes]) : bytes;
        isFirst = false;
      }
    };
    const bytes = await written(path, texts(), (piece) => piece);
    return { bytes, truth: truth() };
  } finally {
    await told.close();
  }
}

async function written<Piece>(
  path: string,
  pieces: Iterable<Piece> | AsyncIterable<Piece>,
  bytesOf: (piece: Piece) => Buffer,
): Promise<number> {
  const file = await open(path, 'w');
  let bytes = 0;
  try {
    for await (const piece of pieces) bytes += (await file.write(bytesOf(piece))).bytesWritten;
  } finally {
    await file.close();
  }
  return bytes;
}

const truthHeadings = [
  'line',
  'kind',
  'reason',
  'pence',
  'from',
  'to',
  'payee',
  'supplier',
  'repeats',
  'spoilt',
];

function truthLine(row: RowTruth): string {
  const cells =
    row.kind === 'payment'
      ? [
          row.line,
          row.kind,
          '',
          row.pence,
          row.from,
          row.to,
          row.payee,
          row.supplier,
          row.repeats,
          row.isSpoilt,
        ]
      : [row.line, row.kind, row.reason, row.pence, '', '', '', '', '', ''];
  return cells.map((cell) => quotedAlways(cell)).join(',');
}

/** Names may begin with what a spreadsheet takes for a formula: the truth is written for programs, and quoted. */
function quotedAlways(cell: string | number | boolean | null): string {
  return typeof cell === 'string' && cell !== '' ? `"${cell.replaceAll('"', '""')}"` : String(cell ?? '');
}
