import type { Workshop } from '#platform/analytics';
import type { Finding, TableReport } from '../../domain/import/report.ts';
import { isCalledTotal } from '../../domain/import/called-total.ts';
import { readPayee } from '../../domain/suppliers/payee.ts';
import {
  findDuplicates,
  findPayees,
  findRows,
  type Found,
  payeesWhere,
  type Staged,
} from '../../store/staged/find-in-staged.ts';
import { partsOf } from '../../store/staged/rows-of-parts.ts';

/** Looks through all staged payments for what an officer should see before asking for publication. */
export async function findingsOf(
  workshop: Workshop,
  tables: readonly TableReport[],
  thresholdPence: number | null,
): Promise<readonly Finding[]> {
  const staged: Staged = { workshop, parts: partsOf(tables) };
  if (staged.parts.length === 0) return [];
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
  return found.flatMap(([kind, each]) => (each.rows === 0 ? [] : [{ kind, ...each }]));
}
