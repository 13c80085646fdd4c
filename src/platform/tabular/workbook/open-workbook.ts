import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { RawRow } from '../split-rows.ts';

/** A sheet of a workbook, with the rows that hold anything. */
export type Sheet = Readonly<{ name: string; rows: readonly RawRow[] }>;

/** What reading one workbook may take: 100,000 rows of ten cells take some 20 seconds and 600 MB. */
const limits = { seconds: 180, heapMegabytes: 1500, cells: 20_000_000 };

const own = fileURLToPath(import.meta.url);
const program = own.replace(/open-workbook\.(ts|js)$/, 'reader.$1');
const loaders = own.endsWith('.ts') ? ['--conditions=source', '--import', 'tsx'] : [];

/**
 * Reads a workbook’s sheets; undefined where it cannot be read within the time and memory allowed. Nothing in the file is
 * trusted: it is read in a process of its own, without environment, which is ended when it takes too long or too much.
 */
export async function openWorkbook(
  path: string,
  mostCells = limits.cells,
): Promise<readonly Sheet[] | undefined> {
  const reader = spawn(
    process.execPath,
    [...loaders, `--max-old-space-size=${limits.heapMegabytes}`, program, path],
    {
      env: {},
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const deadline = setTimeout(() => reader.kill('SIGKILL'), limits.seconds * 1000);
  const ended = once(reader, 'close');
  const sheets = new Map<string, RawRow[]>();
  let cells = 0;
  for await (const line of createInterface({ input: reader.stdout })) {
    const part = JSON.parse(line) as Readonly<{
      sheet: string;
      from: number;
      rows: readonly (readonly string[])[];
    }>;
    const rows = sheets.get(part.sheet) ?? [];
    for (const [index, row] of part.rows.entries()) {
      cells += row.length;
      rows.push({
        line: part.from + index + 1,
        cells: row,
        raw: row.map(withoutTabs).join('\t'),
        strayQuote: false,
      });
    }
    sheets.set(part.sheet, rows);
    if (cells > mostCells) reader.kill('SIGKILL');
  }
  const [status] = (await ended) as [number | null];
  clearTimeout(deadline);
  return status === 0 ? [...sheets].map(([name, rows]) => ({ name, rows })) : undefined;
}

/** A tab parts the cells of a row in its text, so none stands in a cell there. */
const withoutTabs = (cell: string): string => (cell.includes('\t') ? cell.replaceAll('\t', ' ') : cell);
