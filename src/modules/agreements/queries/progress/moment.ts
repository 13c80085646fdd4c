import type { IsoDate } from '#platform/kernel';

/** The day a page shows, and the moment of it at which the decisions behind consents are asked. */
export type Moment = Readonly<{
  on: IsoDate;
  at: Date;
  /** Leaves out periods that ended after it: a report of a quarter gives none of the next. */
  until?: IsoDate | undefined;
}>;
