import type { Sql } from '#platform/db';
import type { Dataset } from '#platform/http';
import { type IsoDate, lastMomentOf } from '#platform/kernel';
import { standingChoices, type SupplierChoice } from '../../domain/suppliers/supplier-choice.ts';
import { listSupplierChoices } from '../../store/supplier-choices.ts';

/** A choice about two payees, and whether a later one took its place. */
export type ChoiceShown = SupplierChoice & Readonly<{ stands: boolean }>;

/** Every choice that officers made about suppliers, as it stood at the end of a day where one is given, the latest first. */
export async function supplierChoices(sql: Sql, on?: IsoDate): Promise<readonly ChoiceShown[]> {
  const all = (await listSupplierChoices(sql)).filter(({ at }) => on === undefined || at <= lastMomentOf(on));
  const standing = new Set(standingChoices(all));
  return all.map((choice) => ({ ...choice, stands: standing.has(choice) })).toReversed();
}

export const chosenInWords = {
  together: 'They are one supplier',
  apart: 'They are not one supplier',
} as const satisfies Record<SupplierChoice['kind'], string>;

/** The choices as a file. */
export const choicesDataset = (choices: readonly ChoiceShown[]): Dataset => ({
  name: 'supplier-choices',
  source: 'What councils’ officers said of the names of those they pay.',
  columns: [
    { key: 'one', title: 'One name' },
    { key: 'oneBody', title: 'One paid by' },
    { key: 'other', title: 'Other name' },
    { key: 'otherBody', title: 'Other paid by' },
    { key: 'chosen', title: 'Chosen' },
    { key: 'reason', title: 'Why' },
    { key: 'office', title: 'By' },
    { key: 'at', title: 'At' },
    { key: 'stands', title: 'Stands' },
  ],
  rows: choices.map(({ one, other, kind, reason, byOffice, at, stands }) => ({
    one: one.name,
    oneBody: one.body ?? null,
    other: other.name,
    otherBody: other.body ?? null,
    chosen: kind,
    reason,
    office: byOffice,
    at: at.toISOString(),
    stands,
  })),
});
