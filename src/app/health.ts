import type { Health } from '#platform/http';
import { daysBetween } from '#platform/kernel';
import type { Services } from '#platform/module';
import { bankHolidaysKnownTo } from '#modules/register';

/** Bank holidays must be known this far ahead, or the longest notice could be counted wrongly. */
const bankHolidayDaysAhead = 120;

/** What must hold before visitors are sent to this process. */
export function healthOf({ database, clock, head }: Services): Health {
  return {
    database: () => database.isAnswering(),
    record: async () => head.current() !== undefined,
    bankHolidays: async () => daysBetween(clock.today(), bankHolidaysKnownTo()) >= bankHolidayDaysAhead,
  };
}
