import type { Sql } from '#platform/db';
import { type OfficeNamed, officesNamed } from '#modules/register';
import type { Committee, Seat } from '../../domain/committee.ts';
import { listCommittees } from '../../store/committees.ts';
import { listSeats } from '../../store/seats.ts';

/** A body’s committees, past ones too, with who has sat on them by office. */
export async function committeeSeats(
  sql: Sql,
  bodyId: string,
): Promise<
  Readonly<{
    committees: readonly Committee[];
    seats: readonly Seat[];
    offices: ReadonlyMap<string, OfficeNamed>;
  }>
> {
  const committees = await listCommittees(sql, { bodyId });
  const seats = [
    ...(
      await listSeats(
        sql,
        committees.map(({ id }) => id),
      )
    ).values(),
  ].flat();
  const offices = await officesNamed(sql, [...new Set(seats.map(({ officeId }) => officeId))]);
  return { committees, seats, offices };
}
