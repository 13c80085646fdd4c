import { csvLine, jsonRow } from './csv.ts';
import { type Dataset, type Reply, stream } from './reply.ts';

/** A list too long to hold in memory: its rows come some at a time, when whoever takes them is ready for more. */
export type LongDataset = Omit<Dataset, 'rows'> & Readonly<{ pieces: AsyncIterable<Dataset['rows']> }>;

/** The list as a file, the same bytes as if it were sent at once. */
export const downloadInPieces = (dataset: LongDataset, format: 'csv' | 'json'): Reply =>
  format === 'csv'
    ? stream('text/csv', csvPieces(dataset), `${dataset.name}.csv`)
    : stream('application/json', jsonPieces(dataset), `${dataset.name}.json`);

async function* csvPieces({ columns, pieces }: LongDataset): AsyncGenerator<string> {
  yield `\uFEFF${csvLine(columns.map(({ title }) => title))}`;
  for await (const rows of pieces)
    yield rows.map((row) => csvLine(columns.map(({ key }) => row[key] ?? null))).join('');
}

async function* jsonPieces({ name, source, columns, pieces }: LongDataset): AsyncGenerator<string> {
  const around = JSON.stringify({ name, source, columns });
  yield `${around.slice(0, -1)},"rows":[`;
  let isFirst = true;
  for await (const rows of pieces) {
    if (rows.length === 0) continue;
    yield `${isFirst ? '' : ','}${rows.map(jsonRow).join(',')}`;
    isFirst = false;
  }
  yield ']}';
}
