/** One row of a table as it stands in a file. */
export type TableRow = Readonly<{
  /** The line of the file on which it begins, its first line being 1. */
  line: number;
  cells: readonly string[];
}>;

/** What is wrong with one cell, for whoever mends the file. */
export type RowFault = Readonly<{
  line: number;
  /** The column as the file names it; as the guide names it where the file has none. */
  column: string;
  /** What stands there. */
  value: string;
  wrong: string;
  mend: string;
}>;

/** A column that an import knows, and what other systems call it. */
export type KnownColumn<Key extends string = string> = Readonly<{
  key: Key;
  title: string;
  says: string;
  required?: true;
  also: readonly string[];
}>;

/** Which column of a file is which. */
export type Header<Key extends string> = Readonly<{
  places: ReadonlyMap<Key, Readonly<{ index: number; title: string }>>;
  /** What the guide calls every column. */
  titles: ReadonlyMap<Key, string>;
  /** Columns that no rule here knows: they are left out, and the check says so. */
  ignored: readonly string[];
  missing: readonly KnownColumn<Key>[];
  /** Columns that say the same thing twice: the first counts. */
  twice: readonly string[];
}>;

/** Finds the columns by their names, however they are spaced, cased and punctuated. */
export function readHeader<Key extends string>(
  cells: readonly string[],
  columns: readonly KnownColumn<Key>[],
): Header<Key> {
  const byName = new Map<string, Key>();
  for (const { key, title, also } of columns)
    for (const name of [key, title, ...also]) byName.set(plain(name), key);
  const places = new Map<Key, Readonly<{ index: number; title: string }>>();
  const ignored: string[] = [];
  const twice: string[] = [];
  cells.forEach((cell, index) => {
    const title = cell.trim();
    const key = byName.get(plain(title));
    if (key === undefined) {
      if (title !== '') ignored.push(title);
    } else if (places.has(key)) twice.push(title);
    else places.set(key, { index, title });
  });
  const missing = columns.filter(({ key, required }) => required === true && !places.has(key));
  const titles = new Map(columns.map(({ key, title }) => [key, title]));
  return { places, titles, ignored, missing, twice };
}

const plain = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '');

/** A row’s cells by the name of their column, tidied; an empty text for what is not there. */
export type Cells<Key extends string> = Readonly<{
  line: number;
  text(key: Key): string;
  title(key: Key): string;
}>;

export function cellsOf<Key extends string>(row: TableRow, { places, titles }: Header<Key>): Cells<Key> {
  return {
    line: row.line,
    text: (key) => row.cells[places.get(key)?.index ?? -1]?.trim() ?? '',
    title: (key) => places.get(key)?.title ?? titles.get(key) ?? key,
  };
}
