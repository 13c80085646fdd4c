import type { IsoDate } from '#platform/kernel';
import type { Reason } from '../reading/read-row.ts';

/** What a row of a made file truly is, whatever a reader makes of it. */
export type RowTruth = Readonly<
  { line: number } & (
    | {
        kind: 'payment';
        pence: number;
        /** First and last day; null where the file does not say. */
        from: IsoDate | null;
        to: IsoDate | null;
        supplier: string;
        /** Who the supplier is, or null where the name is withheld. */
        payee: string | null;
        /** The line of the row that this one repeats. */
        repeats: number | null;
        /** So badly written that to set it aside is right as well; never to read it as something else. */
        isSpoilt: boolean;
      }
    | { kind: 'set-aside'; reason: Reason; pence: number | null }
  )
>;

/** What a made file comes to. Blank rows and what stands above the headings are no rows. */
export type FileTruth = Readonly<{
  rowsIn: number;
  payments: number;
  setAside: number;
  reasons: Readonly<Partial<Record<Reason, number>>>;
  pence: number;
  penceSetAside: number;
  from: IsoDate | null;
  to: IsoDate | null;
}>;

/** Adds up what is true of the rows as they are made. */
export function truthCounter(): Readonly<{ add(row: RowTruth): void; so(): FileTruth }> {
  let [payments, setAside, pence, penceSetAside] = [0, 0, 0, 0];
  let [from, to]: [IsoDate | null, IsoDate | null] = [null, null];
  const reasons: Partial<Record<Reason, number>> = {};
  return {
    add(row) {
      if (row.kind === 'set-aside') {
        setAside += 1;
        penceSetAside += row.pence ?? 0;
        reasons[row.reason] = (reasons[row.reason] ?? 0) + 1;
        return;
      }
      payments += 1;
      pence += row.pence;
      if (row.from !== null && (from === null || row.from < from)) from = row.from;
      if (row.to !== null && (to === null || row.to > to)) to = row.to;
    },
    so: () => ({ rowsIn: payments + setAside, payments, setAside, reasons, pence, penceSetAside, from, to }),
  };
}
