import type { TableCheck } from '../actions/check-file.ts';
import { asWritten, type Rounding, roundingOf } from '../domain/import/rounding.ts';

/** Amounts with more than two decimals: what the rows write, exact, and what is made of it. Null where there are none. */
export const roundingJson = (rounding: Rounding | undefined, penceUnderstood: number) =>
  rounding === undefined
    ? null
    : {
        rows: rounding.rows,
        poundsAsWritten: asWritten(rounding, penceUnderstood),
        poundsApart: rounding.apart,
      };

/**
 * A check as a machine reads it, one object for each table found. The keys are documented in docs/guides/check-spending.md and
 * stay: more may come, none goes or changes its meaning. Money is in whole pence, dates are ISO 8601, lines and columns
 * count from 1, and what is not known is null.
 */
export function checkJson({ file, sheet, fromLine, encoding, understanding, tally }: TableCheck) {
  const refused = understanding.standing === 'refused';
  const heading = refused ? understanding.heading : understanding.reading.heading;
  return {
    file,
    sheet: sheet ?? null,
    fromLine: fromLine ?? null,
    encoding,
    headerRow: heading?.line ?? null,
    columns: refused
      ? []
      : understanding.reading.columns.map(({ at, heading: text, role, confidence }) => ({
          column: at + 1,
          heading: text,
          role,
          confidence: Math.round(confidence * 100) / 100,
        })),
    rowsIn: tally?.rowsIn ?? 0,
    rowsUnderstood: tally?.rowsUnderstood ?? 0,
    rowsSetAside: tally?.rowsSetAside ?? 0,
    reasons: tally?.reasons ?? {},
    penceUnderstood: Number(tally?.understood ?? 0n),
    penceSetAside: Number(tally?.setAside ?? 0n),
    rounding: tally === undefined ? null : roundingJson(roundingOf(tally.rounded), Number(tally.understood)),
    periodFrom: tally?.from ?? null,
    periodTo: tally?.to ?? null,
    controlTotals: (tally?.controlTotals ?? []).map(({ line, stated, found, agrees }) => ({
      line,
      penceStated: Number(stated),
      penceFound: Number(found),
      agrees,
    })),
    dayOrder: refused ? null : (understanding.reading.days?.order ?? null),
    dayOrderBy: refused ? null : (understanding.reading.days?.by ?? null),
    inDoubt: understanding.standing === 'in-doubt' ? understanding.says : null,
    refused: refused ? understanding.says : null,
  };
}
