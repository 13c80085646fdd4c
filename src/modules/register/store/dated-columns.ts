import type { IsoDate } from '#platform/kernel';
import { type Certainty, isCertainty } from '../domain/certainty.ts';
import type { Dated } from '../domain/dated.ts';

type DatedRow = Readonly<{
  valid_from: IsoDate | null;
  valid_until: IsoDate | null;
  recorded_on: IsoDate;
  replaced_on: IsoDate | null;
}>;
type ProvenanceRow = Readonly<{ source: string; certainty: string }>;

/** From a row's columns to the domain's dates. */
export function datedFrom(row: DatedRow): Dated {
  return {
    from: row.valid_from ?? undefined,
    until: row.valid_until ?? undefined,
    recordedOn: row.recorded_on,
    replacedOn: row.replaced_on ?? undefined,
  };
}

/** From a row’s columns to where the fact comes from and how sure we are of it. */
export function provenanceFrom(row: ProvenanceRow): { source: string; certainty: Certainty } {
  const { source, certainty } = row;
  // The column's own domain allows no other word, so another one here is a bug.
  if (!isCertainty(certainty)) throw new Error(`The register holds an unknown certainty, “${certainty}”`);
  return { source, certainty };
}

/** The columns of a fact recorded today. */
export function datedColumns(
  { from, until }: Pick<Dated, 'from' | 'until'>,
  recordedOn: IsoDate,
): Readonly<{ valid_from: IsoDate | null; valid_until: IsoDate | null; recorded_on: IsoDate }> {
  return { valid_from: from ?? null, valid_until: until ?? null, recorded_on: recordedOn };
}
