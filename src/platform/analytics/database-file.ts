import { createHash } from 'node:crypto';
import { resolve } from 'node:path';

/** The name under which the tables of a database file are asked for, once it is attached: its own, whoever attaches it. */
export const databaseName = (file: string): string =>
  `file_${createHash('sha256').update(resolve(file)).digest('hex').slice(0, 20)}`;
