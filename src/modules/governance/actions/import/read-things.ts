import { type Cells, cellsOf, type Header, inBreaths, normaliseTyped, type RowFault } from '#platform/kernel';
import { mostRowsOfOne, type ReadOne, wrongAll } from '../../domain/import/read-one.ts';
import type { FileTable } from './read-file.ts';

/**
 * Reads the things of a table, each from the rows that have its reference, however far apart they stand. Others have their
 * turn meanwhile.
 */
export async function readThings<Key extends string, Thing>(
  { rows }: FileTable,
  header: Header<Key | 'reference'>,
  readOne: (own: readonly Cells<Key | 'reference'>[]) => ReadOne<Thing>,
): Promise<Readonly<{ things: readonly Thing[]; faults: readonly RowFault[] }>> {
  const byReference = new Map<string, Cells<Key | 'reference'>[]>();
  for await (const row of inBreaths(rows)) {
    const cells = cellsOf(row, header);
    const reference = normaliseTyped(cells.text('reference'));
    const own = byReference.get(reference);
    if (own === undefined) byReference.set(reference, [cells]);
    else own.push(cells);
  }
  const things: Thing[] = [];
  const faults: RowFault[] = [];
  for await (const [reference, own] of inBreaths(byReference)) {
    const one =
      reference !== '' && own.length > mostRowsOfOne
        ? wrongAll(own.slice(0, 1), 'reference', {
            wrong: `${own.length} rows have this reference`,
            mend: `Give each thing its own reference: one has up to ${mostRowsOfOne} rows`,
          })
        : readOne(own);
    if (one.faults === undefined) things.push(one.read);
    else faults.push(...one.faults);
  }
  return { things, faults };
}
