// What the command line asks
export { checkFile, type TableCheck } from './actions/check-file.ts';
