import type { IsoDate } from '#platform/kernel';
import type { Dataset } from '../release/release.ts';
import type { Month } from './month.ts';

/** By what payments are put together. */
export const groups = {
  body: 'Council',
  department: 'Department',
  category: 'Purpose',
  supplier: 'Supplier',
  month: 'Month',
} as const;
export type Group = keyof typeof groups;

/** Which payments are looked at: everything left out does not narrow them. */
export type PaymentsAsked = Readonly<{
  dataset: Dataset;
  bodyId?: string | undefined;
  from?: Month | undefined;
  to?: Month | undefined;
  /** As published; empty: not stated. */
  department?: string | undefined;
  category?: string | undefined;
  /** The normal form of a payee, or what stands for those without a name. */
  supplier?: string | undefined;
  /** Words in the payee’s name, or all of them in the purpose. */
  words?: string | undefined;
  /** The day whose account is looked at; undefined: what counts now. */
  on?: IsoDate | undefined;
}>;

/** Payments put together under one heading. */
export type Sum = Readonly<{
  /** What narrows the payments down to these: a body’s id, a department, a purpose, a payee, a month. */
  key: string;
  name: string;
  pence: bigint;
  payments: number;
}>;

/** The words of a search as they are looked up: small letters without accents, at most six. */
export const searched = (words: string): readonly string[] =>
  words
    .normalize('NFD')
    .toLowerCase()
    .split(/[^a-z0-9]+/u)
    .map((word) => word.slice(0, 40))
    .filter((word) => word !== '')
    .slice(0, 6);
