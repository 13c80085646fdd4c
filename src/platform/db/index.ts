export { connect } from './connect.ts';
export type { Database, Migration, Purpose, Sql, TransactionOptions, Viewer } from './database.ts';
export { type Connection, connectionOfRunning } from './embedded/connection-file.ts';
export { type Embedded, startEmbedded } from './embedded/start-embedded.ts';
export { CannotOpenDatabase, ConstraintViolated, DatabaseUnavailable, TooBusy } from './errors.ts';
export { migrate, type ModuleSchema } from './migrate.ts';
export { onConstraint } from './on-constraint.ts';
export { type DatabaseSettings, openDatabase } from './open-database.ts';
export { appUrlFor } from './roles.ts';
