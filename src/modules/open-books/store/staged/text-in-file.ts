import { constants } from 'node:fs';
import { copyFile, link, rename } from 'node:fs/promises';
import { quoted, type Workshop } from '#platform/analytics';
import type { StagedPart } from '../../domain/import/report.ts';
import { stagedColumns } from '../../domain/import/staged-row.ts';
import { partFile, writeParquet } from './part-files.ts';
import { linesOf, type StagedText, type TextColumns } from './text-columns.ts';

/** The first lines of a text, as they stand. */
export async function firstLines(
  workshop: Workshop,
  text: TextColumns,
  most: number,
): Promise<readonly (string | null)[]> {
  const found = await workshop.ask<{ raw: string | null }>(`SELECT raw FROM ${linesOf(text)} LIMIT ${most}`);
  return found.map(({ raw }) => raw);
}

const numbered = (lines: string): string => `SELECT row_number() OVER () - 1 AS place, raw FROM ${lines}`;

/** Lines that end with the sign between cells and may have one cell more than the others, an empty one. */
export async function linesEndingOpen(
  workshop: Workshop,
  text: TextColumns,
  most: number,
): Promise<readonly string[]> {
  const sign = quoted(text.delimiter);
  const found = await workshop.ask<{ raw: string }>(
    `SELECT raw FROM ${linesOf(text)}
     WHERE suffix(raw, ${sign}) AND length(raw) - length(replace(raw, ${sign}, '')) >= ${text.width} LIMIT ${most}`,
  );
  return found.map(({ raw }) => raw);
}

/**
 * Has the text of a part lie beside its rows: the brought file itself under a name of its own, which takes no room, or a copy where the
 * folder cannot have that; or what was written of it in another encoding, which is nobody else’s.
 */
export async function keepText(
  workshop: Workshop,
  { text, part }: Pick<StagedText, 'text' | 'part'>,
  isBrought: boolean,
): Promise<void> {
  const file = partFile(workshop.folder, 'text', part);
  if (!isBrought) await rename(text.path, file);
  else await link(text.path, file).catch(() => copyFile(text.path, file, constants.COPYFILE_FICLONE));
}

type Part = Pick<StagedPart, 'part' | 'firstLine'>;

/** The lines of a part that was read by columns, as a table in a question: `raw` alone, in their order. */
const linesOfPart = (folder: string, { part, firstLine }: Part): string =>
  linesOf({ path: partFile(folder, 'text', part), linesAbove: (firstLine ?? 1) - 1 });

/** The same with the part and the place of each, from 0. */
export const textsOf = (folder: string, parts: readonly Part[]): readonly string[] =>
  parts.map(
    (each) => `SELECT ${each.part} AS part, place, raw FROM (${numbered(linesOfPart(folder, each))})`,
  );

/** A sum of each of these lines: two that are alike have one. */
export const sumsOfTexts = (folder: string, parts: readonly Part[]): readonly string[] =>
  parts.map((each) => `SELECT hash(raw) AS sum FROM ${linesOfPart(folder, each)}`);

type ToWrite = Part & Pick<StagedPart, 'rows'> & Readonly<{ columns: readonly string[] }>;

/** The columns of a payment whose words may be kept as numbers. */
const texts = new Set(stagedColumns.flatMap(({ name, type }) => (type === 'VARCHAR' ? [name] : [])));

/**
 * Writes the rows of a part and beside them their text from its file, row for row, in the folder where it was staged. What payees mean is
 * joined to the lines, which puts them in another order until they are put in their own again.
 */
export async function writeFilesOf(
  workshop: Workshop,
  { lines, payees }: Readonly<{ lines: string; payees: string }>,
  { rows, columns, ...part }: ToWrite,
): Promise<void> {
  // Blank lines stand at the end alone.
  const text = `(SELECT raw FROM ${linesOfPart(workshop.folder, part)} WHERE raw IS NOT NULL)`;
  const known = await sumsOf(workshop, lines, 'pence', 'place');
  const raw =
    Number(known.filled) === rows
      ? `SELECT raw FROM ${text}`
      : `SELECT CASE WHEN pence IS NOT NULL THEN raw END AS raw FROM ${text} POSITIONAL JOIN (SELECT pence FROM ${lines})`;
  // As texts: each group of rows would otherwise hold all words of the whole part.
  const shown = columns.map((name) => (texts.has(name) ? `${name}::VARCHAR AS ${name}` : name));
  const written = [
    {
      kind: 'rows',
      question: `SELECT ${shown.join(', ')} FROM ${lines} AS lines LEFT JOIN ${payees} AS payee ON payee.written = lines.supplier
        ORDER BY lines.place`,
      manner: 'COMPRESSION zstd',
    },
    // Hardly two lines are alike: to look whether they are is lost time.
    { kind: 'raw', question: raw, manner: 'COMPRESSION snappy, DICTIONARY_SIZE_LIMIT 1' },
  ] as const;
  for (const { kind, question, manner } of written) {
    const file = partFile(workshop.folder, kind, part.part);
    const whole = `${file}.${process.pid}.new`;
    await writeParquet(workshop, question, whole, manner);
    const table = `read_parquet(${quoted(whole)}, file_row_number = true)`;
    const found = await sumsOf(workshop, table, kind === 'rows' ? 'pence' : 'raw', 'file_row_number');
    if (found.all !== BigInt(rows) || found.filled !== known.filled)
      throw new Error(
        `Part ${part.part} in ${workshop.folder} has ${rows} rows, and its file ${found.all} lines for them`,
      );
    if (kind === 'rows' && found.order !== known.order)
      throw new Error(`Part ${part.part} in ${workshop.folder} was written in another order than it has`);
    await rename(whole, file);
  }
}

/** How many rows there are, in how many of them a column is filled, and of amounts what hangs on the place of each. */
async function sumsOf(workshop: Workshop, of: string, column: 'pence' | 'raw', place: string) {
  const order = column === 'pence' ? `bit_xor(hash(pence, ${place}::BIGINT))` : '0';
  const [found] = await workshop.ask<{ all: bigint; filled: bigint; order: string | null }>(
    `SELECT count(*) AS "all", count(${column}) AS filled, (${order})::VARCHAR AS "order" FROM ${of}`,
  );
  return found ?? { all: 0n, filled: 0n, order: null };
}
