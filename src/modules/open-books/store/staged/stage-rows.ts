import { quoted, type Workshop } from '#platform/analytics';
import type { Money } from '#platform/kernel';
import { type StagedRow, stagedColumns } from '../../domain/import/staged-row.ts';
import type { Reason } from '../../domain/reading/read-row.ts';
import { partFile } from './part-files.ts';

/** A part that is filled row by row. */
export type StagingRows = Readonly<{
  payment(row: StagedRow, raw: string): void;
  aside(line: number, reason: Reason, pence: Money | undefined, raw: string): void;
  /** Writes its files; there is none where nothing was set aside. */
  end(): Promise<void>;
  /** Lets go of what was taken so far: nothing is written. */
  drop(): Promise<void>;
}>;

/** Columns of numbers, which need not be text on their way. */
const isWhole = (type: string): boolean => type === 'INTEGER' || type === 'BIGINT';

/** Begins a part whose rows come one by one, as they stand in the file. */
export async function stageRows(workshop: Workshop, part: number): Promise<StagingRows> {
  const [payments, asides] = [`payments_${part}`, `asides_${part}`];
  const taken = stagedColumns.map(({ name, type }) => `${name} ${isWhole(type) ? 'BIGINT' : 'VARCHAR'}`);
  await workshop.run(`CREATE TABLE ${payments} (${taken.join(', ')}, raw VARCHAR)`);
  await workshop.run(`CREATE TABLE ${asides} (line BIGINT, reason VARCHAR, pence BIGINT, raw VARCHAR)`);
  const toPayments = await workshop.fill(payments, [
    ...stagedColumns.map(({ type }) => (isWhole(type) ? 'whole' : 'text')),
    'text',
  ]);
  const toAsides = await workshop.fill(asides, ['whole', 'text', 'whole', 'text']);
  let hasAside = false;
  const drop = async (): Promise<void> => {
    await workshop.run(`DROP TABLE ${payments}`);
    await workshop.run(`DROP TABLE ${asides}`);
  };
  const endFilling = (): void => {
    toPayments.end();
    toAsides.end();
  };
  return {
    payment: (row, raw) => toPayments.add([...row, raw]),
    aside(line, reason, pence, raw) {
      hasAside = true;
      toAsides.add([BigInt(line), reason, pence ?? null, raw]);
    },
    async end() {
      endFilling();
      const file = (kind: 'rows' | 'raw' | 'aside') => partFile(workshop.folder, kind, part);
      await writeParquet(workshop, `SELECT ${typed} FROM ${payments}`, file('rows'));
      await writeParquet(workshop, `SELECT raw FROM ${payments}`, file('raw'));
      if (hasAside)
        await writeParquet(
          workshop,
          `SELECT line::INTEGER AS line, reason, pence, raw FROM ${asides}`,
          file('aside'),
        );
      await drop();
    },
    async drop() {
      endFilling();
      await drop();
    },
  };
}

const typed = stagedColumns
  .map(({ name, type }) =>
    type === 'VARCHAR[]' ? `string_split(${name}, ',') AS ${name}` : `${name}::${type} AS ${name}`,
  )
  .join(', ');

/** Writes the answer to a question as a file of columns, in its order. */
export const writeParquet = (workshop: Workshop, question: string, file: string): Promise<void> =>
  workshop.run(`COPY (${question}) TO ${quoted(file)} (FORMAT parquet, COMPRESSION zstd)`);
