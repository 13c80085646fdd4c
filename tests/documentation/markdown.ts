import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../architecture/source-tree.ts';

export const readDoc = (path: string): string => readFileSync(join(projectFolder, path), 'utf8');

/** The part of a page under a heading, up to the next heading of any level. */
export function under(heading: string, text: string): string {
  const [, after] = text.split(new RegExp(`^#+ ${heading}\\n`, 'm'));
  if (after === undefined) throw new Error(`no heading "${heading}"`);
  return after.split(/^#+ /m)[0] ?? '';
}

/** The rows of the first table in a text, without its head; the formatter's padding is left out. */
export const rowsOf = (text: string): readonly (readonly string[])[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .slice(1, line.lastIndexOf('|'))
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim().replaceAll('\\|', '|')),
    );

/** A page with the table under a heading replaced, or added where there was none. */
export function withTable(
  text: string,
  {
    heading,
    head,
    rows,
  }: Readonly<{ heading: string; head: readonly string[]; rows: readonly (readonly string[])[] }>,
): string {
  const part = under(heading, text);
  const table = [head, head.map(() => '---'), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |\n`)
    .join('');
  const written = /^(?:\|.*\n)+/m.test(part)
    ? part.replace(/^(?:\|.*\n)+/m, () => table)
    : `${part}${table}\n`;
  return text.replace(part, () => written);
}
