import type { Module } from '#platform/module';
import { mendReadings } from './actions/publishing/mend-readings.ts';
import { goOnPublishing } from './actions/publishing/run-publication.ts';
import { loadExample, loadRestOfExample } from './example.ts';
import { loadDuties } from './example/publication-duties.ts';
import { permissions } from './permissions.ts';
import { migrations } from './store/migrations/index.ts';
import { linkAgain } from './store/views/ensure-views.ts';
import { ownRegisters } from './web/own-registers.ts';
import { routes } from './web/routes.ts';
import { tasks } from './web/tasks.ts';
import { tellOfBody } from './web/told.tsx';

/** Open books: the door. What later modules may call is exported here and nowhere else. */
export const openBooks = {
  name: 'open_books',
  migrations,
  permissions,
  routes,
  tellOfBody,
  tasks,
  ownRegisters,
  loadReference: loadDuties,
  loadExample,
  loadRestOfExample,
  async goOn(services) {
    await mendReadings(services);
    await goOnPublishing(services);
    await linkAgain(services);
  },
} satisfies Module;

// What the command line asks
export { makeFile } from './actions/generating/make-file.ts';
export { type Mess, messes, messIds } from './domain/generating/messes.ts';
export { checkFile, type TableCheck } from './actions/check-file.ts';
export { reasons } from './domain/reading/read-row.ts';
export { type Accepted, mayBeAccepted } from './domain/import/report.ts';
export { roundingInWords, roundingOf } from './domain/import/rounding.ts';
export { dayOrderReasons, isEitherWay } from './domain/reading/day-order.ts';
export { roles } from './domain/reading/roles.ts';
export { checkJson } from './web/check-json.ts';
// What tells who is paid
export { readRow, type Payment } from './domain/reading/read-row.ts';
export { type Reading, understand } from './domain/reading/understand.ts';
export { readNumbers } from './domain/suppliers/numbers.ts';
export { payeeKey, readPayee } from './domain/suppliers/payee.ts';
export type { PayeeRecord } from './domain/suppliers/records.ts';
export { resolveSuppliers } from './domain/suppliers/resolve.ts';
export {
  type CommandAsked,
  importByCommand,
  importEachByCommand,
} from './actions/publishing/import-by-command.ts';
export { daysInWords, monthsAround } from './domain/release/months-covered.ts';
export type { ImportShown } from './queries/publishing/imports.ts';
export { belowRows } from './web/publishing/report/tables-found.tsx';
export { becameInWords, becameOf } from './web/publishing/became.ts';
export { reportInWords, sayNotAsked, sayNotBrought } from './web/publishing/import-in-words.ts';
export { isDataset } from './web/publishing/office/bring.ts';
export { importPath } from './web/publishing/office/paths.ts';
export { readMonth } from './web/publishing/office/read-month.ts';
export { timeLeft } from './web/publishing/office/time-left.ts';

// What can be followed
export { releasesTitled } from './queries/publishing/releases-titled.ts';

// What the site’s own search shows of money
export { findMoney, type FoundMoney, FoundMoneyParts } from './web/explore/found-money.tsx';
