import { link, rename } from 'node:fs/promises';
import { quoted, type Workshop } from '#platform/analytics';
import type { StagedPart } from '../../domain/import/report.ts';
import { partFile } from './part-files.ts';
import type { StagedText } from './stage-columns.ts';
import { linesOf, type TextColumns } from './text-columns.ts';

/** The lines of a text as DuckDB finds them: how many, and the bytes of them all without their ends. */
export type LinesCounted = Readonly<{ lines: number; bytes: number }>;

/** Where the sums of lines are kept while their file is read: two lines that are alike have one sum. */
const sumsTable = (part: number): string => `line_sums_${part}`;

/** Counts the lines of a text, and keeps a sum of each for whoever looks for like ones; undefined where one is blank. */
export async function countLines(
  workshop: Workshop,
  { text, part }: Pick<StagedText, 'text' | 'part'>,
): Promise<LinesCounted | undefined> {
  await workshop.run(
    `CREATE TEMP TABLE ${sumsTable(part)} AS SELECT hash(raw) AS sum, strlen(raw)::INTEGER AS bytes FROM ${linesOf(text)}`,
  );
  const [found] = await workshop.ask<{ lines: bigint; filled: bigint; bytes: bigint }>(
    `SELECT count(*) AS lines, count(bytes) AS filled, coalesce(sum(bytes), 0)::BIGINT AS bytes FROM ${sumsTable(part)}`,
  );
  if (found === undefined || found.filled !== found.lines) return undefined;
  return { lines: Number(found.lines), bytes: Number(found.bytes) };
}

/** Forgets the sums of the lines of a part. */
export const forgetLines = (workshop: Workshop, part: number): Promise<void> =>
  workshop.run(`DROP TABLE IF EXISTS ${sumsTable(part)}`);

/** The first lines of a text, as they stand. */
export async function firstLines(
  workshop: Workshop,
  text: TextColumns,
  most: number,
): Promise<readonly (string | null)[]> {
  const found = await workshop.ask<{ raw: string | null }>(`SELECT raw FROM ${linesOf(text)} LIMIT ${most}`);
  return found.map(({ raw }) => raw);
}

/** Has the brought file lie beside the rows of a part, under a name of its own and without copying it, if the folder can. */
export async function linkText(
  workshop: Workshop,
  { text, part }: Pick<StagedText, 'text' | 'part'>,
): Promise<boolean> {
  try {
    await link(text.path, partFile(workshop.folder, 'text', part));
    return true;
  } catch {
    return false;
  }
}

type Part = Pick<StagedPart, 'part' | 'firstLine'>;

/** The lines of a part whose text stays in its file, as a table in a question: `raw` alone, in their order. */
const linesIn = (folder: string, { part, firstLine }: Part): string =>
  linesOf({ path: partFile(folder, 'text', part), linesAbove: (firstLine ?? 1) - 1 });

/** The same with the part and the place of each, from 0. */
export const textsInFile = (folder: string, parts: readonly Part[]): readonly string[] =>
  parts.map(
    (each) =>
      `SELECT ${each.part} AS part, row_number() OVER () - 1 AS place, raw FROM ${linesIn(folder, each)}`,
  );

/** Sums of the lines of such parts, one `sum` for each: those that were kept, and else of the file. */
export async function sumsInFile(
  workshop: Workshop,
  folder: string,
  parts: readonly Part[],
): Promise<readonly string[]> {
  const kept = await workshop.ask<{ name: string }>('SELECT table_name AS name FROM duckdb_tables()');
  const names = new Set(kept.map(({ name }) => name));
  return parts.map((each) =>
    folder === workshop.folder && names.has(sumsTable(each.part))
      ? `SELECT sum FROM ${sumsTable(each.part)}`
      : `SELECT hash(raw) AS sum FROM ${linesIn(folder, each)}`,
  );
}

/** Writes the text of a part from its file, row for row beside its rows, in the folder where it was staged. */
export async function writeTextOf(
  workshop: Workshop,
  { rows, ...part }: Part & Pick<StagedPart, 'rows'>,
): Promise<void> {
  const file = partFile(workshop.folder, 'raw', part.part);
  const whole = `${file}.${process.pid}.new`;
  await workshop.run(
    `COPY (SELECT raw FROM ${linesIn(workshop.folder, part)}) TO ${quoted(whole)} (FORMAT parquet, COMPRESSION snappy, DICTIONARY_SIZE_LIMIT 1)`,
  );
  const [written] = await workshop.ask<{ texts: bigint }>(
    `SELECT count(raw) AS texts FROM read_parquet(${quoted(whole)})`,
  );
  if (written?.texts !== BigInt(rows))
    throw new Error(
      `Part ${part.part} in ${workshop.folder} has ${rows} rows, and its file ${written?.texts} lines for them`,
    );
  await rename(whole, file);
}
