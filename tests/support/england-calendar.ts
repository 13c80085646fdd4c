import {
  bankHolidayTable,
  type BankHolidayTable,
  type Calendar,
  calendarFrom,
  explainTableFault,
} from '#platform/kernel';
import json from '../../data/reference/england-bank-holidays.json' with { type: 'json' };

/** England's bank holidays, from the project's own table. */
export const englandTable: BankHolidayTable = readTable();

/** The calendar of a council in England with no closures of its own. */
export const england: Calendar = calendarFrom({ title: 'England', tables: [englandTable] });

function readTable(): BankHolidayTable {
  const table = bankHolidayTable(json);
  if (!table.ok) throw new Error(explainTableFault(table.error));
  return table.value;
}
