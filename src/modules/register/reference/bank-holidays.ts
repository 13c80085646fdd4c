import { readData } from '#platform/config';
import { type BankHolidayTable, bankHolidayTable, explainTableFault, type IsoDate } from '#platform/kernel';

const file = 'reference/england-bank-holidays.json';
let table: BankHolidayTable | undefined;

/** England's bank holidays, read once. Throws an error that names the fault when the file is not right. */
export function englandBankHolidays(): BankHolidayTable {
  if (table === undefined) {
    const read = bankHolidayTable(readData(file));
    if (!read.ok) throw new Error(`data/${file}: ${explainTableFault(read.error)}`);
    table = read.value;
  }
  return table;
}

/** The last day for which England's bank holidays are known. */
export function bankHolidaysKnownTo(): IsoDate {
  return englandBankHolidays().knownTo;
}
