import {
  type Basis,
  type Calendar,
  clearDaysBetween,
  type ComputedDate,
  earliestEvent,
  type Explanation,
  type IsoDate,
} from '#platform/kernel';

/** How a key decision was announced before it was taken, as the documents published of it say. */
export type Notices = Readonly<{
  /** Under SI 2000/3272: the first day covered by the monthly forward plan it was in. */
  inForwardPlanFrom: IsoDate | undefined;
  /** Regulation 9: the notice of the decision published. */
  noticePublishedOn: IsoDate | undefined;
  /** Regulation 10: scrutiny told, that notice published, and why regulation 9 was impracticable. */
  generalException: GeneralException | undefined;
  /** Regulation 11: who agreed that it is urgent and cannot reasonably be deferred. */
  specialUrgency: SpecialUrgency | undefined;
}>;
export type GeneralException = Readonly<{
  scrutinyToldOn: IsoDate | undefined;
  publishedOn: IsoDate;
  reasons: string;
}>;
export type SpecialUrgency = Readonly<{
  agreedOn: IsoDate;
  agreedBy: 'scrutiny-chairman' | 'council-chairman' | 'council-vice-chairman';
  /** Why the one who comes first could not be asked; needed for anyone but scrutiny’s chairman. */
  insteadBecause: string;
  reasons: string;
}>;

/** The rules of notice on the day of the decision. Undefined: not known. */
export type NoticeRules = Readonly<{
  law: 'si-2000-3272' | 'si-2012-2089' | undefined;
  keyDecision: ClearDays | undefined;
  generalException: ClearDays | undefined;
}>;
export type ClearDays = Readonly<{ count: number; basis: Basis }>;

/** By which regulation a decision had the notice it needed; or that it had not, and what would have been enough. */
export type Timeliness =
  | Readonly<{ timeliness: 'NOT_KEY' }>
  | Readonly<{ timeliness: 'FORWARD_PLAN' }>
  | Readonly<{ timeliness: 'REG9' | 'REG10'; clearDays: number; explanation: Explanation }>
  | Readonly<{ timeliness: 'REG11'; agreedBy: SpecialUrgency['agreedBy'] }>
  | Readonly<{
      timeliness: 'NOT_LAWFUL';
      faults: readonly NoticeFault[];
      /** The first day on which it may be taken after the notices given; undefined where none was. */
      earliest: ComputedDate | undefined;
    }>
  | Readonly<{ timeliness: 'NOT_KNOWN'; missing: readonly (keyof NoticeRules)[] }>;

export type NoticeFault =
  | 'no-notice'
  | 'not-in-forward-plan'
  | 'too-few-clear-days'
  | 'exception-too-few-clear-days'
  | 'exception-scrutiny-not-told'
  | 'exception-without-reasons'
  | 'urgency-agreed-after-the-decision'
  | 'urgency-without-reasons'
  | 'urgency-agreed-out-of-turn';

/**
 * Judges the notice of a decision by the law of the day it is taken. The regulations are tried in their order: the first
 * that was kept is the one it was taken under.
 */
export function timeliness(
  decision: Readonly<{ takenOn: IsoDate; isKey: boolean }>,
  notices: Notices,
  rules: NoticeRules,
  calendar: Calendar,
): Timeliness {
  if (!decision.isKey) return { timeliness: 'NOT_KEY' };
  const { law } = rules;
  if (law === undefined) return { timeliness: 'NOT_KNOWN', missing: ['law'] };
  const given = { ...decision, calendar };
  const full = law === 'si-2000-3272' ? forwardPlan(given, notices) : regulation9(given, notices, rules);
  if (full.kept !== undefined) return full.kept;
  const exception = regulation10(given, notices.generalException, rules);
  if (exception.kept !== undefined) return exception.kept;
  const urgency = regulation11(given, notices.specialUrgency);
  if (urgency.kept !== undefined) return urgency.kept;
  const tried = [full, exception, urgency];
  const missing = tried.flatMap((attempt) => attempt.missing ?? []);
  if (missing.length > 0) return { timeliness: 'NOT_KNOWN', missing };
  const days = tried.flatMap((attempt) => attempt.earliest ?? []);
  return {
    timeliness: 'NOT_LAWFUL',
    faults: tried.flatMap(({ faults }) => faults),
    earliest: days.toSorted((a, b) => a.date.localeCompare(b.date)).at(0),
  };
}

/** One regulation tried: kept, or why not, and from when it would be. */
type Attempt = Readonly<{
  kept?: Timeliness;
  faults: readonly NoticeFault[];
  earliest?: ComputedDate;
  missing?: readonly (keyof NoticeRules)[];
}>;
type Given = Readonly<{ takenOn: IsoDate; calendar: Calendar }>;

function forwardPlan({ takenOn }: Given, { inForwardPlanFrom }: Notices): Attempt {
  return inForwardPlanFrom !== undefined && inForwardPlanFrom <= takenOn
    ? { kept: { timeliness: 'FORWARD_PLAN' }, faults: [] }
    : { faults: ['not-in-forward-plan'] };
}

function regulation9(given: Given, { noticePublishedOn }: Notices, { keyDecision }: NoticeRules): Attempt {
  if (noticePublishedOn === undefined) return { faults: ['no-notice'] };
  if (keyDecision === undefined) return { faults: [], missing: ['keyDecision'] };
  return counted(given, noticePublishedOn, keyDecision, 'REG9', 'too-few-clear-days');
}

function regulation10(
  given: Given,
  exception: GeneralException | undefined,
  { generalException }: NoticeRules,
): Attempt {
  if (exception === undefined) return { faults: [] };
  if (generalException === undefined) return { faults: [], missing: ['generalException'] };
  const { scrutinyToldOn, publishedOn, reasons } = exception;
  const isTold = scrutinyToldOn !== undefined && scrutinyToldOn <= publishedOn;
  const attempt = counted(given, publishedOn, generalException, 'REG10', 'exception-too-few-clear-days');
  const faults: readonly NoticeFault[] = [
    ...attempt.faults,
    ...(isTold ? [] : (['exception-scrutiny-not-told'] as const)),
    ...(reasons.trim() === '' ? (['exception-without-reasons'] as const) : []),
  ];
  if (faults.length === 0) return attempt;
  return attempt.earliest === undefined ? { faults } : { faults, earliest: attempt.earliest };
}

function regulation11({ takenOn }: Given, urgency: SpecialUrgency | undefined): Attempt {
  if (urgency === undefined) return { faults: [] };
  const { agreedOn, agreedBy, insteadBecause, reasons } = urgency;
  const isOutOfTurn = agreedBy !== 'scrutiny-chairman' && insteadBecause.trim() === '';
  const faults: readonly NoticeFault[] = [
    ...(agreedOn > takenOn ? (['urgency-agreed-after-the-decision'] as const) : []),
    ...(reasons.trim() === '' ? (['urgency-without-reasons'] as const) : []),
    ...(isOutOfTurn ? (['urgency-agreed-out-of-turn'] as const) : []),
  ];
  return faults.length === 0 ? { kept: { timeliness: 'REG11', agreedBy }, faults } : { faults };
}

/** Clear days between a notice and the decision; at least so many are needed. */
function counted(
  { takenOn, calendar }: Given,
  notice: IsoDate,
  { count, basis }: ClearDays,
  regulation: 'REG9' | 'REG10',
  fault: NoticeFault,
): Attempt {
  const { days, explanation } = clearDaysBetween(calendar, notice, takenOn, basis);
  if (days >= count) return { kept: { timeliness: regulation, clearDays: days, explanation }, faults: [] };
  return { faults: [fault], earliest: earliestEvent(calendar, notice, count, basis) };
}

/** The sentence for each fault, with what would mend it. */
export const noticeSentences: Readonly<Record<NoticeFault, string>> = {
  'no-notice': 'No notice of this key decision was published: publish one, or use the general exception',
  'not-in-forward-plan': 'The decision was in no forward plan for its day, which SI 2000/3272 asks for',
  'too-few-clear-days': 'The notice was not public for enough clear days: take the decision later',
  'exception-too-few-clear-days':
    'Under the general exception too few clear days had passed: take the decision later, or seek agreement that it is urgent',
  'exception-scrutiny-not-told':
    'The general exception needs scrutiny to be told in writing by the day its notice is published',
  'exception-without-reasons': 'Say why full notice was impracticable',
  'urgency-agreed-after-the-decision': 'Agreement that the decision is urgent must come before it is taken',
  'urgency-without-reasons': 'Say why the decision is urgent and cannot reasonably be deferred',
  'urgency-agreed-out-of-turn':
    'Only where there is no chairman of scrutiny able to act may the chairman of the council agree, and failing them the vice-chairman: say why',
};
