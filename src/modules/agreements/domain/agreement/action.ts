import type { IsoDate } from '#platform/kernel';
import type { RoughDay } from './rough-day.ts';

/** A step on the way of an action. */
export type Milestone = Readonly<{ number: number; title: string; due: RoughDay }>;

/**
 * Something that somebody promised to do under an agreement or its chapter. Its owner is an office: who holds it answers in
 * person. Never edited; what becomes of it is added as dated facts.
 */
export type PlannedAction = Readonly<{
  agreementId: string;
  number: number;
  title: string;
  says: string;
  /** The outcome it is for. */
  outcomeId: string | undefined;
  /** The target it is meant to bring nearer. */
  targetId: string | undefined;
  isQuickWin: boolean;
  ownerBody: string;
  /** The title of the office that answers for it; undefined: the source names none. */
  ownerOffice: string | undefined;
  due: RoughDay | undefined;
  milestones: readonly Milestone[];
  cites: string;
  source: string;
  certainty: string;
  publishedBy: string;
  recordedAt: Date;
  facts: readonly ActionFact[];
}>;

export const actionFacts = ['started', 'done', 'moved', 'dropped'] as const;
export type ActionFactKind = (typeof actionFacts)[number];

/** What became of an action, or of one of its milestones, on a day. */
export type ActionFact = Readonly<{
  position: number;
  /** The milestone it is about; undefined: the action itself. */
  milestone: number | undefined;
  fact: ActionFactKind;
  on: IsoDate;
  says: string;
  /** Where it can be seen that it was done: an address. */
  evidence: string | undefined;
  /** The new day of one that was moved. */
  due: IsoDate | undefined;
  byBody: string;
  byOffice: string;
  recordedAt: Date;
}>;

/** An action on its agreement’s page. */
export const actionPath = ({ agreementId, number }: Pick<PlannedAction, 'agreementId' | 'number'>): string =>
  `/agreements/${agreementId}/actions/${number}`;
