export type { Database, Migration, Sql, TransactionOptions, Viewer } from './database.ts';
