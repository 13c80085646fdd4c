import { inBreaths, ok, refuse, type Result } from '#platform/kernel';
import type { FileFault } from '../../domain/reading/findings.ts';
import { type ReadRow, readRow } from '../../domain/reading/read-row.ts';
import { type ReadingColumn, readingColumns } from '../../domain/reading/reading-columns.ts';
import { mostRows, readReadingFile } from './read-file.ts';

const columns: ReadonlySet<string> = new Set(readingColumns.map(({ key }) => key));

/**
 * Reads what a program sent, none of it judged yet: a file of readings as CSV, or the same rows as JSON, under the names that the
 * JSON of such a file gives its columns. A name that no reading has is refused, as a column is.
 */
export async function readSentReadings({
  declaredType,
  bytes,
}: Readonly<{ declaredType: string; bytes: Buffer }>): Promise<Result<readonly ReadRow[], FileFault>> {
  if (declaredType === 'application/json') return readJson(bytes);
  const read = await readReadingFile(bytes);
  return read.ok ? ok(read.value.rows) : read;
}

async function readJson(bytes: Buffer): Promise<Result<readonly ReadRow[], FileFault>> {
  const parsed = parse(bytes);
  if (!parsed.ok) return parsed;
  const list = listIn(parsed.value);
  if (list === undefined) return refuse({ is: 'not-a-list' });
  if (list.length === 0) return refuse({ is: 'no-rows' });
  if (list.length > mostRows) return refuse({ is: 'too-many-rows', most: mostRows });
  const rows: ReadRow[] = [];
  const unknown = new Set<string>();
  for await (const given of inBreaths(list)) {
    const row = rows.length + 1;
    const cells = cellsIn(given);
    if (cells === undefined) return refuse({ is: 'not-a-row', row });
    for (const name of cells.keys()) if (!columns.has(name)) unknown.add(name);
    rows.push(readRow({ line: row, text: (column: ReadingColumn) => cells.get(column) ?? '' }));
  }
  return unknown.size === 0 ? ok(rows) : refuse({ is: 'unknown-columns', columns: [...unknown] });
}

function parse(bytes: Buffer): Result<unknown, FileFault> {
  try {
    return ok(JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, '')));
  } catch {
    return refuse({ is: 'not-json' });
  }
}

/** The list itself, or the file that comes out, whose rows are under that name. */
function listIn(parsed: unknown): readonly unknown[] | undefined {
  if (Array.isArray(parsed)) return parsed;
  if (typeof parsed !== 'object' || parsed === null || !('rows' in parsed)) return undefined;
  return Array.isArray(parsed.rows) ? parsed.rows : undefined;
}

function cellsIn(given: unknown): ReadonlyMap<string, string> | undefined {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined;
  const cells = new Map<string, string>();
  for (const [name, value] of Object.entries(given)) {
    if (value === null) continue;
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    cells.set(name, String(value).toWellFormed().replaceAll('\0', '').trim());
  }
  return cells;
}
