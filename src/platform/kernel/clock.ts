import type { IsoDate } from './iso-date.ts';

/** The only way to learn the time outside tests. Domain code is handed `today` and never sees a clock. */
export type Clock = Readonly<{
  /** This instant. */
  now(): Date;
  /** Today's date in Europe/London. */
  today(): IsoDate;
}>;
