import type { Workshop } from '#platform/analytics';
import { formatMoney, pence } from '#platform/kernel';
import type { Finding, TableReport } from '../../domain/import/report.ts';
import { isCalledTotal } from '../../domain/import/called-total.ts';
import { readPayee } from '../../domain/suppliers/payee.ts';
import {
  findDuplicates,
  findPayees,
  findRows,
  type Found,
  openStaged,
  payeesWhere,
} from '../../store/staged/find-in-staged.ts';
import { partsOf } from '../../store/staged/rows-of-parts.ts';

/** Looks through all staged payments for what an officer should see before asking for publication. */
export async function findingsOf(
  workshop: Workshop,
  tables: readonly TableReport[],
  thresholdPence: number | null,
): Promise<readonly Finding[]> {
  const ofTables = [notRead(tables), totalsApart(tables)].filter(({ samples }) => samples.length > 0);
  const parts = partsOf(tables);
  if (parts.length === 0) return ofTables;
  const staged = await openStaged(workshop, parts);
  const unlinked = await payeesWhere(staged, 'payee IS NULL AND redaction IS NULL');
  const totals = await payeesWhere(staged, `contains(lower(supplier), 'total')`);
  const none: Found = { rows: 0, pence: 0, samples: [] };
  const found: readonly (readonly [Finding['kind'], Found])[] = [
    [
      'under-threshold',
      thresholdPence === null ? none : await findRows(staged, `abs(pence) <= ${Math.trunc(thresholdPence)}`),
    ],
    ['exact-duplicates', await findDuplicates(staged)],
    [
      'looks-personal',
      await findPayees(
        staged,
        unlinked.filter((name) => readPayee(name).kind === 'individual'),
      ),
    ],
    ['looks-like-total', await findPayees(staged, totals.filter(isCalledTotal))],
    ['without-date', await findRows(staged, 'paid IS NULL')],
    ['without-supplier', await findRows(staged, 'supplier IS NULL')],
  ];
  return [...ofTables, ...found.flatMap(([kind, each]) => (each.rows === 0 ? [] : [{ kind, ...each }]))];
}

/** Files and sheets that hold no payments, or that could not be read: nothing of them is published. */
function notRead(tables: readonly TableReport[]): Finding {
  const left = tables.filter((table) => table.refused !== null);
  return {
    kind: 'not-read',
    rows: left.reduce((sum, { rowsSetAside }) => sum + rowsSetAside, 0),
    pence: 0,
    samples: left.map(({ file, filename, sheet, refused }) => ({
      file,
      line: 0,
      says: `${sheet === null ? filename : `${filename}, sheet ${sheet}`}: ${refused}`,
    })),
  };
}

/** Totals that a file states and its rows do not come to, with what is missing or too much. */
function totalsApart(tables: readonly TableReport[]): Finding {
  const apart = tables.flatMap(({ file, controlTotals }) =>
    controlTotals.filter(({ agrees }) => !agrees).map((total) => ({ ...total, file })),
  );
  const pounds = (amount: number): string => formatMoney(pence(amount));
  return {
    kind: 'total-apart',
    rows: apart.length,
    pence: apart.reduce((sum, { penceStated, penceFound }) => sum + Math.abs(penceStated - penceFound), 0),
    samples: apart.map(({ file, line, penceStated, penceFound }) => ({
      file,
      line,
      says: `says ${pounds(penceStated)}, and the rows come to ${pounds(penceFound)}`,
    })),
  };
}
