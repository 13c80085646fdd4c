import { constants } from 'node:fs';
import { copyFile, link, rename } from 'node:fs/promises';
import { quoted, type Workshop } from '#platform/analytics';
import type { StagedPart } from '../../domain/import/report.ts';
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

/** Writes the rows of a part and beside them their text from its file, row for row, in the folder where it was staged. */
export async function writeFilesOf(
  workshop: Workshop,
  lines: string,
  { rows, columns, ...part }: ToWrite,
): Promise<void> {
  // Blank lines stand at the end alone.
  const text = `(SELECT raw FROM ${linesOfPart(workshop.folder, part)} WHERE raw IS NOT NULL)`;
  const [known] = await workshop.ask<{ plain: bigint }>(`SELECT count(pence) AS plain FROM ${lines}`);
  const plain = Number(known?.plain ?? 0n);
  const raw =
    plain === rows
      ? `SELECT raw FROM ${text}`
      : `SELECT CASE WHEN pence IS NOT NULL THEN raw END AS raw FROM ${text} POSITIONAL JOIN (SELECT pence FROM ${lines})`;
  // The words of a coded column as texts: each group of rows would otherwise hold all words of the whole part.
  const types = await workshop.ask<{ name: string; type: string }>(
    `SELECT column_name AS name, column_type AS type FROM (DESCRIBE SELECT ${columns.join(', ')} FROM ${lines})`,
  );
  const shown = types.map(({ name, type }) => (type.startsWith('ENUM') ? `${name}::VARCHAR AS ${name}` : name));
  const written = [
    { kind: 'rows', question: `SELECT ${shown.join(', ')} FROM ${lines}`, manner: 'COMPRESSION zstd' },
    // Hardly two lines are alike: to look whether they are is lost time.
    { kind: 'raw', question: raw, manner: 'COMPRESSION snappy, DICTIONARY_SIZE_LIMIT 1' },
  ] as const;
  for (const { kind, question, manner } of written) {
    const file = partFile(workshop.folder, kind, part.part);
    const whole = `${file}.${process.pid}.new`;
    await writeParquet(workshop, question, whole, manner);
    const column = kind === 'rows' ? 'pence' : 'raw';
    const [found] = await workshop.ask<{ all: bigint; filled: bigint }>(
      `SELECT count(*) AS "all", count(${column}) AS filled FROM read_parquet(${quoted(whole)})`,
    );
    if (found?.all !== BigInt(rows) || found.filled !== BigInt(plain))
      throw new Error(
        `Part ${part.part} in ${workshop.folder} has ${rows} rows, and its file ${found?.all} lines for them`,
      );
    await rename(whole, file);
  }
}
