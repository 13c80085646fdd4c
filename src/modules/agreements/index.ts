import type { Module } from '#platform/module';
import { loadExample } from './example.ts';
import { permissions } from './permissions.ts';
import { migrations } from './store/migrations/index.ts';
import { ownRegisters } from './web/own-registers.ts';
import { routes } from './web/routes.ts';
import { tasks } from './web/tasks.ts';
import { tellOfBody, tellOfPlace, tellOfThing } from './web/told/told.tsx';

/** Agreements: the door. What later modules may call is exported here and nowhere else. */
export const agreements = {
  name: 'agreements',
  migrations,
  permissions,
  routes,
  tasks,
  ownRegisters,
  tellOfBody,
  tellOfPlace,
  tellOfThing,
  loadExample,
} satisfies Module;

// What the site’s own pages, calendars and the command line show of consultations
export { purgeEnded } from './actions/consultations/purge-answers.ts';
export { consultationTitled } from './queries/consultations/consultation-titled.ts';
export { consultationDatesAhead } from './queries/consultations/dates-ahead.ts';
export { openConsultations } from './queries/consultations/consultation-at.ts';
export { OpenConsultations } from './web/consultations/open-consultations.tsx';

// What the search of the site finds
export { findPromises, type FoundPromises } from './queries/find-promises.ts';

// What the calendar of readings that are due shows, and of what offices are reminded by e-mail
export { readingsDueAhead } from './queries/readings/due-ahead.ts';
export { readingsToRemind } from './queries/readings/to-remind.ts';

// What the command line asks
export { importReadings } from './actions/readings/import-readings.ts';
export { sayFault } from './web/readings/fault-words.ts';
export { sayFileFault } from './web/readings/file-words.ts';

// What followers of a series, an indicator or an outcome know it as
export { measuredTitled } from './queries/progress/measured-titled.ts';
