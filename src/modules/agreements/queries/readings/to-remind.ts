import type { Database } from '#platform/db';
import { addDays, formatDate, type IsoDate, type Role } from '#platform/kernel';
import { seriesAreaPath } from '../../domain/reading/reading-paths.ts';
import { periodName } from '../../domain/series/period-name.ts';
import { periodKey } from '../../store/bringing.ts';
import { dueReadings } from './due.ts';

/** A reading that an office is reminded to bring: once ahead of its day, and once when it is late. */
export type ReadingToRemind = Readonly<{
  /** The series, the area and the period. */
  thing: string;
  kind: 'ahead' | 'late';
  says: string;
  /** By when, in words. */
  also: string;
  href: string;
}>;

/** Nobody is reminded of what is older: it stays a task, and on the page of timeliness. */
const lateAtMostDays = 14;

/**
 * What the offices of a body of these roles have not brought and are to be reminded of on a day: what is over and due within so
 * many days, and what was due in the two weeks before. What waits for approval is brought.
 */
export async function readingsToRemind(
  database: Database,
  { bodyId, roles, today, daysBefore }: Asked,
): Promise<ReadonlyMap<Role, readonly ReadingToRemind[]>> {
  const due = await database.as({ bodyId }, (sql) => dueReadings(sql, bodyId, today));
  const first = addDays(today, -lateAtMostDays);
  const last = addDays(today, daysBefore);
  return new Map(
    roles.map((role) => [
      role,
      due
        .filter((each) => each.role === role && !each.isWaiting && each.due >= first && each.due <= last)
        .map((each) => {
          const isLate = each.due < today;
          return {
            thing: periodKey(each),
            kind: isLate ? ('late' as const) : ('ahead' as const),
            says: `${each.series.title}, ${each.areaName}, ${periodName(each.period)}`,
            also: `${isLate ? 'Was due' : 'Due'} on ${formatDate(each.due)}`,
            href: seriesAreaPath(each),
          };
        }),
    ]),
  );
}

type Asked = Readonly<{ bodyId: string; roles: readonly Role[]; today: IsoDate; daysBefore: number }>;
