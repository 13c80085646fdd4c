import type { Module } from '#platform/module';
import { loadExample } from './example.ts';
import { permissions } from './permissions.ts';
import { migrations } from './store/migrations/index.ts';
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
  loadExample,
} satisfies Module;

// What the command line asks
export { makeFile } from './actions/generating/make-file.ts';
export { type Mess, messes, messIds } from './domain/generating/messes.ts';
export { checkFile, type TableCheck } from './actions/check-file.ts';
export { reasons } from './domain/reading/read-row.ts';
export { roles } from './domain/reading/roles.ts';
export { checkJson } from './web/check-json.ts';
