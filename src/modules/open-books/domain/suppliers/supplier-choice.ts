import type { Choice, PayeeRef } from './choice.ts';

/** A payee as a choice names it: also as an account writes it, since a normal form is for machines. */
export type NamedPayee = PayeeRef & Readonly<{ name: string }>;

/** What an officer chose of two payees, by which office of which body, when and why. */
export type SupplierChoice = Choice &
  Readonly<{
    id: string;
    bodyId: string;
    one: NamedPayee;
    other: NamedPayee;
    reason: string;
    byOffice: string;
    at: Date;
  }>;

/** Which two payees a choice is about, whichever of them it names first: choices of one pair take each other's place. */
export function pairOf({ one, other }: Pick<Choice, 'one' | 'other'>): string {
  const text = ({ key, body }: PayeeRef) => `${key}|${body ?? ''}`;
  return [text(one), text(other)].toSorted().join(' ~ ');
}

/** The choices that stand, one for each pair: those made last. */
export const standingChoices = <T extends Choice>(choices: readonly T[]): readonly T[] => [
  ...new Map(choices.map((choice) => [pairOf(choice), choice])).values(),
];
