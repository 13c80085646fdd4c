import type { Actor, IsoDate } from '#platform/kernel';

/** An office somebody can act in. */
export type ActingOffice = Omit<Actor, 'accountId'>;

/** Where identity learns which offices exist. The register answers; identity knows no module. */
export type OfficeDirectory = Readonly<{
  /** Every office that can act on the day, by body and title. */
  officesOn(on: IsoDate): Promise<readonly ActingOffice[]>;
  officeOn(officeId: string, on: IsoDate): Promise<ActingOffice | undefined>;
}>;
