import { quoted } from '#platform/analytics';
import type { Role } from '../../domain/reading/roles.ts';

/** A text file as DuckDB reads it: nothing is left to its own judgement. */
export type TextColumns = Readonly<{
  path: string;
  delimiter: string;
  /** Lines above the data. */
  linesAbove: number;
  /** How many cells a row has; what is filled beyond is in `beyond0` and on, up to three. */
  width: number;
}>;

/** A text file that is staged by columns: where its roles are, and whether it has other blanks than the plain space. */
export type StagedText = Readonly<{
  text: TextColumns;
  at: Readonly<Partial<Record<Role, number>>>;
  oddSpaces: boolean;
  part: number;
}>;

export const beyond = ['beyond0', 'beyond1', 'beyond2'] as const;

/** A row of a table has a million characters at most; a longer one is for who reads row by row to judge. */
const longestLineBytes = 1_000_000;

/**
 * The cells of a text file as a table of texts, `c0`, `c1` …: strictly as RFC 4180 has it. Whatever is not written so, quotation
 * marks out of place, line ends of two kinds, line breaks in a cell, is an error and not a guess.
 */
export const cellsOf = (text: TextColumns): string => read(text, 'strict_mode = true');

/** The same of a sample of it, which may begin and end anywhere: lines that are none are passed over. */
export const cellsOfSample = (text: TextColumns): string =>
  read({ ...text, linesAbove: 0 }, 'strict_mode = false, ignore_errors = true');

function read({ path, delimiter, linesAbove, width }: TextColumns, manner: string): string {
  const names = [...Array.from({ length: width }, (_, at) => `c${at}`), ...beyond];
  const columns = names.map((name) => `${name}: 'VARCHAR'`).join(', ');
  return `read_csv(${quoted(path)}, auto_detect = false, header = false, skip = ${linesAbove}, delim = ${quoted(delimiter)},
    quote = '"', escape = '"', ${manner}, null_padding = true,
    max_line_size = ${longestLineBytes}, columns = {${columns}})`;
}

/** The same lines as they are written, one text each, `raw`: null where a line is blank. */
export const linesOf = ({ path, linesAbove }: Pick<TextColumns, 'path' | 'linesAbove'>): string =>
  `read_csv(${quoted(path)}, auto_detect = false, header = false, skip = ${linesAbove}, delim = chr(1), quote = '', escape = '',
    max_line_size = ${longestLineBytes}, columns = {raw: 'VARCHAR'})`;
