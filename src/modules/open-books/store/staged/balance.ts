import type { Workshop } from '#platform/analytics';
import { openRows, openSingly, type PartOfFile } from './rows-of-parts.ts';

/** What the staged files of a part hold, counted in the files themselves. */
export type Staged = Readonly<{ rows: bigint; pence: bigint; rowsAside: bigint; penceAside: bigint }>;
type Counted = Readonly<{ part: number; rows: bigint; pence: bigint }>;

/** Counts what lies in the staged files of parts, by the number of each. */
export async function countStaged(
  workshop: Workshop,
  parts: readonly PartOfFile[],
): Promise<ReadonlyMap<number, Staged>> {
  const byPart = async (question: string) =>
    new Map((await workshop.ask<Counted>(`${question} GROUP BY 1`)).map((each) => [each.part, each]));
  const sums = 'coalesce(sum(pence), 0)::BIGINT AS pence';
  const withRows = parts.filter((part) => part.rows > 0);
  const rows =
    withRows.length === 0
      ? new Map<number, Counted>()
      : await byPart(
          `SELECT part, count(pence) AS rows, ${sums} FROM ${await openRows(workshop, workshop.folder, withRows, { named: false })}`,
        );
  const aside = parts.filter((part) => part.rowsAside > 0);
  const asides =
    aside.length === 0
      ? new Map<number, Counted>()
      : await byPart(
          `SELECT part, count(*) AS rows, ${sums} FROM ${await openSingly(workshop, workshop.folder, aside, 'aside')}`,
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
