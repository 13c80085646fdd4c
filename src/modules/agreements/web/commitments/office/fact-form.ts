import type { Answers, FieldErrors } from '#platform/http';
import type { Actor, Result } from '#platform/kernel';
import { day, line, passage } from '#platform/web';
import type { OfficeNamed } from '#modules/register';
import type { VNode } from 'preact';
import type { ToldFact } from '../../../domain/commitment/fact.ts';
import type { CommitmentShown } from '../../../queries/commitments/page.ts';

/** A promise an office works on. */
export type CommitmentWork = Readonly<{
  actor: Actor;
  found: CommitmentShown;
  /** The offices of its own body. */
  offices: readonly OfficeNamed[];
}>;

export type FormFields = Readonly<{ work: CommitmentWork; answers: Answers; errors: FieldErrors }>;

/** One thing an office can say of a promise: what it is called, what is asked, and how the answers are read. */
export type FactForm = Readonly<{
  title: string;
  /** What the button does: "Publish this evidence". */
  publish: string;
  /** What is asked besides the day, the words and the source. */
  Fields(props: FormFields): VNode | null;
  /** What the words are for, where more is to be said than that they are. */
  saysLabel: string;
  saysOptional?: boolean;
  read(answers: Answers, work: CommitmentWork): Result<ToldFact, FieldErrors>;
}>;

/** What every form asks: the day, the words, and where it is written. */
export const told = (says: Readonly<{ optional: boolean }>) => ({
  on: day('the day'),
  says: passage('what there is to say', { most: 2000, ...says }),
  source: line('where it is written', { most: 300 }),
});
