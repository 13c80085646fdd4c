import type { IsoDate } from '#platform/kernel';

/**
 * The one way this module remembers a fact that can change: when it was true, and when we knew it. `from` is the first
 * day it is true (undefined: since before anything we hold), `until` the first day it no longer is. A correction never
 * edits: it records another version and marks the one it replaces.
 */
export type Dated = Readonly<{
  from: IsoDate | undefined;
  until: IsoDate | undefined;
  recordedOn: IsoDate;
  replacedOn: IsoDate | undefined;
}>;

/** The day a page shows, and, when asked, what was known on an earlier day instead of what is known now. */
export type AsOf = Readonly<{ on: IsoDate; knownOn?: IsoDate | undefined }>;

/** Whether the register held this version, at the end of `knownOn` or now. */
export function isKnown(
  version: Pick<Dated, 'recordedOn' | 'replacedOn'>,
  knownOn: IsoDate | undefined,
): boolean {
  if (knownOn === undefined) return version.replacedOn === undefined;
  return version.recordedOn <= knownOn && (version.replacedOn === undefined || version.replacedOn > knownOn);
}

/** Whether the period holds the day. */
export function covers({ from, until }: Pick<Dated, 'from' | 'until'>, on: IsoDate): boolean {
  return (from === undefined || from <= on) && (until === undefined || until > on);
}

/** Whether two periods share a day. */
export function overlap(a: Pick<Dated, 'from' | 'until'>, b: Pick<Dated, 'from' | 'until'>): boolean {
  const aBeginsInTime = b.until === undefined || a.from === undefined || a.from < b.until;
  const bBeginsInTime = a.until === undefined || b.from === undefined || b.from < a.until;
  return aBeginsInTime && bBeginsInTime;
}

/** Every version true on the day, the latest to begin first. */
export function versionsOn<Version extends Dated>(
  history: readonly Version[],
  { on, knownOn }: AsOf,
): readonly Version[] {
  return history
    .filter((version) => isKnown(version, knownOn) && covers(version, on))
    .sort((a, b) => beginning(b).localeCompare(beginning(a)));
}

/** The version true on the day: where several cover it, the one that began last. */
export function versionOn<Version extends Dated>(
  history: readonly Version[],
  asOf: AsOf,
): Version | undefined {
  return versionsOn(history, asOf)[0];
}

function beginning({ from }: Dated): string {
  return from ?? '';
}
