/**
 * The database cannot be reached, is restarting, or did not answer in time. Nothing is known to have been written
 * when this comes out of a commit: asking again with the same submission key settles it. `platform/http` answers 503.
 */
export class DatabaseUnavailable extends Error {
  override readonly name = 'DatabaseUnavailable';
}

/** Too many people changed the same rows at once, after a bounded number of tries. Nothing was changed. */
export class TooBusy extends Error {
  override readonly name = 'TooBusy';
}

/** The database, the last judge, turned a row away. `constraint` is the name its migration gave the rule. */
export class ConstraintViolated extends Error {
  override readonly name = 'ConstraintViolated';
  readonly constraint: string;

  constructor(constraint: string, cause: unknown) {
    super(`The rule ${constraint} of the database was broken`, { cause });
    this.constraint = constraint;
  }
}

/** Accord must not start on this database. The message is a sentence for the person who started it. */
export class CannotOpenDatabase extends Error {
  override readonly name = 'CannotOpenDatabase';
}
