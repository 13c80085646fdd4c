import { quoted, type Workshop } from '#platform/analytics';
import { partFile } from './part-files.ts';
import type { PartOfFile } from './rows-of-parts.ts';

/** What the staged files of a part hold, counted in the files themselves. */
export type Staged = Readonly<{ rows: bigint; pence: bigint; rowsAside: bigint; penceAside: bigint }>;
type Counted = Readonly<{ part: number; rows: bigint; pence: bigint }>;

/** Counts what lies in the staged files of parts, by the number of each. */
export async function countStaged(
  workshop: Workshop,
  parts: readonly PartOfFile[],
): Promise<ReadonlyMap<number, Staged>> {
  const count = async (kind: 'rows' | 'aside', some: readonly PartOfFile[], rows: string) => {
    if (some.length === 0) return new Map<number, Counted>();
    const files = some.map(({ part }) => quoted(partFile(workshop.folder, kind, part))).join(', ');
    const found = await workshop.ask<Counted>(
      `SELECT regexp_extract(filename, '-(\\d+)\\.parquet$', 1)::INTEGER AS part,
         ${rows} AS rows, coalesce(sum(pence), 0)::BIGINT AS pence
       FROM read_parquet([${files}], filename = true) GROUP BY 1`,
    );
    return new Map(found.map((each) => [each.part, each]));
  };
  const rows = await count(
    'rows',
    parts.filter((part) => part.rows > 0),
    'count(pence)',
  );
  const asides = await count(
    'aside',
    parts.filter((part) => part.rowsAside > 0),
    'count(*)',
  );
  return new Map(
    parts.map(({ part }) => [
      part,
      {
        rows: rows.get(part)?.rows ?? 0n,
        pence: rows.get(part)?.pence ?? 0n,
        rowsAside: asides.get(part)?.rows ?? 0n,
        penceAside: asides.get(part)?.pence ?? 0n,
      },
    ]),
  );
}
