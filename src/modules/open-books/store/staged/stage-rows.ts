import type { RowFile, RowFileColumn, Workshop } from '#platform/analytics';
import type { Money } from '#platform/kernel';
import { type StagedRow, stagedColumns } from '../../domain/import/staged-row.ts';
import type { Reason } from '../../domain/reading/read-row.ts';
import { partFile, writeParquet } from './part-files.ts';

/** Rows on their way into staged files, one part after another. */
export type Staging = Readonly<{
  /** Begins a part. Its rows come in their order, and no other part begins before it ends. */
  begin(): StagingPart;
  /** Waits until all parts that ended are written. */
  settle(): Promise<void>;
}>;

export type StagingPart = Readonly<{
  payment(row: StagedRow, raw: string): void;
  aside(line: number, reason: Reason, pence: Money | undefined, raw: string): void;
  /** Ends it: its files are written under this number, with these columns, by and by. */
  end(part: number, columns: typeof stagedColumns): Promise<void>;
  /** Ends it and lets go of its rows. */
  drop(): void;
}>;

const gathered: readonly RowFileColumn[] = [
  { name: 'key', type: 'BIGINT' },
  // A list is a text on its way.
  ...stagedColumns.map(
    ({ name, type }) => ({ name, type: type === 'VARCHAR[]' ? 'VARCHAR' : type }) as const,
  ),
  { name: 'raw', type: 'VARCHAR' },
];
const asideColumns: readonly RowFileColumn[] = [
  { name: 'key', type: 'BIGINT' },
  { name: 'line', type: 'INTEGER' },
  { name: 'reason', type: 'VARCHAR' },
  { name: 'pence', type: 'BIGINT' },
  { name: 'raw', type: 'VARCHAR' },
];

/** Many small parts are written together, while the next are read. */
const rowsAtOnce = 50_000;

type Ended = Readonly<{
  key: number;
  part: number;
  columns: typeof stagedColumns;
  hasAside: boolean;
}>;
/** Where parts are gathered before they are written. */
type Gathering = Readonly<{ payments: RowFile; asides: RowFile; ended: Ended[] }>;

/** Opens the way into staged files for rows that are read one by one. */
export function openStaging(workshop: Workshop): Staging {
  let keys = 0;
  let gathering: Gathering | undefined;
  let rows = 0;
  let writing = Promise.resolve();

  const write = async (): Promise<void> => {
    if (gathering === undefined) return;
    const whole = gathering;
    [gathering, rows] = [undefined, 0];
    whole.payments.end();
    whole.asides.end();
    await writing;
    writing = writeParts(workshop, whole);
    // Whoever waits for it next is told; until then it is nobody's to catch.
    writing.catch(() => undefined);
  };
  return {
    begin() {
      gathering ??= {
        payments: workshop.rows(gathered),
        asides: workshop.rows(asideColumns),
        ended: [],
      };
      const { payments, asides, ended } = gathering;
      const key = (keys += 1);
      let hasAside = false;
      return {
        payment(row, raw) {
          rows += 1;
          payments.add([key, ...row, raw]);
        },
        aside(line, reason, pence, raw) {
          hasAside = true;
          rows += 1;
          asides.add([key, line, reason, pence ?? null, raw]);
        },
        async end(part, columns) {
          ended.push({ key, part, columns, hasAside });
          if (rows >= rowsAtOnce) await write();
        },
        drop: () => undefined,
      };
    },
    async settle() {
      await write();
      await writing;
    },
  };
}

async function writeParts(workshop: Workshop, { payments, asides, ended }: Gathering): Promise<void> {
  // One large part goes straight from file to file; of many small ones each would go through all.
  const [from, aside] = ended.length > 1 ? ['payments', 'asides'] : [payments.table, asides.table];
  if (ended.length > 1) {
    await workshop.run(`CREATE TABLE payments AS FROM ${payments.table}`);
    await workshop.run(`CREATE TABLE asides AS FROM ${asides.table}`);
  }
  for (const { key, part, columns, hasAside } of ended) {
    const file = (kind: 'rows' | 'raw' | 'aside') => partFile(workshop.folder, kind, part);
    await writeParquet(workshop, `SELECT ${typed(columns)} FROM ${from} WHERE key = ${key}`, file('rows'));
    await writeParquet(workshop, `SELECT raw FROM ${from} WHERE key = ${key}`, file('raw'));
    if (hasAside)
      await writeParquet(
        workshop,
        `SELECT line, reason, pence, raw FROM ${aside} WHERE key = ${key}`,
        file('aside'),
      );
  }
  if (ended.length > 1) {
    await workshop.run('DROP TABLE payments');
    await workshop.run('DROP TABLE asides');
  }
  payments.remove();
  asides.remove();
}

const typed = (columns: typeof stagedColumns): string =>
  columns
    .map(({ name, type }) => (type === 'VARCHAR[]' ? `string_split(${name}, ',') AS ${name}` : name))
    .join(', ');
