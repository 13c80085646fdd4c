// What the command line asks
export { checkFile, type TableCheck } from './actions/check-file.ts';
export { reasons } from './domain/reading/read-row.ts';
export { roles } from './domain/reading/roles.ts';
export { checkJson } from './web/check-json.ts';
