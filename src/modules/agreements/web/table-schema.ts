import { type Dataset, json, notFound, type PublicRoute, type Visit } from '#platform/http';

/**
 * The route that says what the columns of a list’s CSV file mean and hold: a Table Schema beside it, `<path>.schema.json`
 * (Frictionless Table Schema 1.0), so that a program can read the file without guessing.
 */
export const schemaRoute = (
  path: string,
  dataset: (visit: Visit) => Promise<Dataset | undefined>,
  missing: (visit: Visit) => string = () => 'There is no such list.',
): PublicRoute => ({
  method: 'GET',
  path: `${path}.schema.json`,
  may: 'anyone',
  handle: async (visit) => {
    const found = await dataset(visit);
    return found === undefined ? notFound(missing(visit)) : json(tableSchema(found));
  },
});

/** Where a list’s Table Schema is. */
export const schemaOf = (path: string): string => `${path}.schema.json`;

/** The schema of a list, each column with what all of its cells are. */
export const tableSchema = ({ columns, rows }: Dataset) => ({
  fields: columns.map(({ key, title }) => ({
    name: key,
    title,
    type: typeOf(rows.map((row) => row[key] ?? null)),
  })),
  missingValues: [''],
});

type Cell = Dataset['rows'][number][string];
const isDay = (cell: Cell): boolean => typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(cell);

function typeOf(cells: readonly Cell[]): 'boolean' | 'integer' | 'number' | 'date' | 'string' {
  const given = cells.filter((cell) => cell !== null);
  if (given.length === 0) return 'string';
  if (given.every((cell) => typeof cell === 'boolean')) return 'boolean';
  if (given.every((cell) => typeof cell === 'bigint' || Number.isInteger(cell))) return 'integer';
  if (given.every((cell) => typeof cell === 'number')) return 'number';
  return given.every(isDay) ? 'date' : 'string';
}
