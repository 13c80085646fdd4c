import type { IsoDate } from '#platform/kernel';
import { readAmount } from '../reading/amount.ts';
import { readPaidDay } from '../reading/paid-day.ts';
import type { Payment } from '../reading/read-row.ts';
import type { Role } from '../reading/roles.ts';
import { cellAt } from '../reading/table.ts';
import type { Reading } from '../reading/understand.ts';
import type { StagedPayee } from './staged-payee.ts';

/** Roles whose text is kept as written, in columns of the same names. */
export const textRoles = [
  'department',
  'service',
  'purpose',
  'category',
  'category-code',
  'merchant-category',
  'transaction',
  'invoice',
  'supplier-id',
  'company-number',
  'charity-number',
  'vat-number',
  'kind',
  'contract',
] as const satisfies readonly Role[];

/** Amounts that may stand beside the one that was paid. */
export const moneyRoles = {
  gross: 'gross_pence',
  vat: 'vat_pence',
  'irrecoverable-vat': 'irrecoverable_pence',
} as const satisfies Partial<Record<Role, string>>;

export const columnOf = (role: (typeof textRoles)[number]): string => role.replaceAll('-', '_');

/** What the columns of staged and published rows can be, in their order. */
export const stagedColumns: readonly StagedColumn[] = [
  { name: 'line', type: 'INTEGER' },
  { name: 'paid', type: 'DATE' },
  { name: 'paid_to', type: 'DATE' },
  { name: 'supplier', type: 'VARCHAR' },
  { name: 'payee', type: 'VARCHAR' },
  ...textRoles.map((role) => ({ name: columnOf(role), type: 'VARCHAR' }) as const),
  { name: 'invoice_date', type: 'DATE' },
  { name: 'pence', type: 'BIGINT' },
  ...Object.values(moneyRoles).map((name) => ({ name, type: 'BIGINT' }) as const),
  { name: 'redaction', type: 'VARCHAR' },
  { name: 'repairs', type: 'VARCHAR[]' },
];
export type StagedColumn = Readonly<{ name: string; type: StagedType }>;
export type StagedType = 'INTEGER' | 'DATE' | 'VARCHAR' | 'BIGINT' | 'VARCHAR[]';

const always: ReadonlySet<string> = new Set([
  'line',
  'paid',
  'paid_to',
  'supplier',
  'payee',
  'pence',
  'redaction',
  'repairs',
]);

/** The columns that a part has: those of every part, and those that its file gives. Readers put parts together by their names. */
export function columnsOf({ at }: Pick<Reading, 'at'>): readonly StagedColumn[] {
  const given = new Set<string>([
    ...textRoles.filter((role) => at[role] !== undefined).map(columnOf),
    ...Object.entries(moneyRoles).flatMap(([role, name]) => (at[role as Role] === undefined ? [] : [name])),
    ...(at['invoice-date'] === undefined ? [] : ['invoice_date']),
  ]);
  return stagedColumns.filter(({ name }) => always.has(name) || given.has(name));
}

/** A payment as the columns of its part have it; a list of repairs is one text, parted by commas. */
export type StagedRow = readonly StagedValue[];
type StagedValue = string | bigint | number | null;
type ValueOf = (payment: Payment, payee: StagedPayee) => StagedValue;

/** Gives the values of payments that are read so, one for each of `columnsOf`; `payee` reads who was paid. */
export function stagedRows(
  reading: Reading,
  payee: (supplier: string) => StagedPayee,
): (payment: Payment) => StagedRow {
  const { at } = reading;
  const text =
    (role: Role): ValueOf =>
    (payment) =>
      cellAt(payment, at[role]) || null;
  const money =
    (role: Role): ValueOf =>
    (payment) =>
      readAmount(cellAt(payment, at[role]))?.amount ?? null;
  const values: Readonly<Record<string, ValueOf>> = {
    line: ({ line }) => line,
    paid: ({ paid }) => (paid.kind === 'day' ? paid.on : paid.kind === 'period' ? paid.from : null),
    paid_to: ({ paid }) => (paid.kind === 'period' ? paid.to : null),
    supplier: text('supplier'),
    payee: (_, read) => read.payee,
    ...Object.fromEntries(textRoles.map((role) => [columnOf(role), text(role)])),
    invoice_date: (payment) => dayOf(cellAt(payment, at['invoice-date']), reading),
    pence: ({ amount }) => amount,
    ...Object.fromEntries(Object.entries(moneyRoles).map(([role, name]) => [name, money(role as Role)])),
    redaction: (_, { redaction }) => redaction,
    repairs: ({ repairs }) => (repairs.length === 0 ? null : repairs.join(',')),
  };
  const wanted = columnsOf(reading).flatMap(({ name }) => values[name] ?? []);
  return (payment) => {
    const read = payee(cellAt(payment, at.supplier));
    return wanted.map((valueOf) => valueOf(payment, read));
  };
}

function dayOf(text: string, { dayOrder }: Reading): IsoDate | null {
  if (text === '') return null;
  const read = readPaidDay(text, dayOrder);
  return read?.kind === 'day' ? read.on : null;
}
