import {
  capitalise,
  formatDate,
  formatLondonTime,
  listInWords,
  londonTime,
  midnight,
  plural,
} from '#platform/kernel';
import type { CallInRule, CallInRules } from '../../domain/call-in/rules.ts';
import type { EndedBecause, InEffectBecause, Standing } from '../../domain/decision/clause-standing.ts';

/** A moment as people say it; the start of a day without its time. */
export function momentInWords(moment: Date): string {
  const at = londonTime(moment);
  return at.time === midnight ? formatDate(at.date) : formatLondonTime(at);
}

/** The same in a sentence: “at 5pm on Friday 18 July 2008”, “on 18 July 2008”. */
export function whenInWords(moment: Date): string {
  const isDayAlone = londonTime(moment).time === midnight;
  return `${isDayAlone ? 'on' : 'at'} ${momentInWords(moment)}`;
}

/** Where a clause is, in a word or two for a tag and its colour. */
export const standingTags = {
  'not-published': { text: 'Not published', colour: 'grey' },
  'open-to-call-in': { text: 'Open to call-in', colour: 'blue' },
  'about-to-take-effect': { text: 'About to take effect', colour: 'teal' },
  'called-in': { text: 'Called in: stopped', colour: 'red' },
  'referred-back': { text: 'Sent back: stopped', colour: 'red' },
  'before-council': { text: 'Before the Council: stopped', colour: 'red' },
  'waits-for-council': { text: 'Waits for the Council', colour: 'yellow' },
  'in-effect': { text: 'In effect', colour: 'green' },
  ended: { text: 'Ended', colour: 'grey' },
  'not-known': { text: 'Not known', colour: 'orange' },
} as const satisfies Record<Standing['standing'], Readonly<{ text: string; colour: string }>>;

/**
 * Where a clause is and since when, in one sentence. Where rules were not known and `assumed` at their most cautious, it
 * may have taken effect before.
 */
export function standingInWords(found: Standing, assumed: readonly CallInRule[] = []): string {
  switch (found.standing) {
    case 'not-published':
      return 'Its record is not published yet, so nothing of it has effect.';
    case 'open-to-call-in':
      return `It can be called in until ${formatLondonTime(found.deadline)}, and takes effect ${effectiveInWords(found.effective)} if nobody does.`;
    case 'about-to-take-effect':
      return `No call-in is recorded. It takes effect ${effectiveInWords(found.effective)}.`;
    case 'called-in':
      return `It was called in ${whenInWords(found.since)} and has no effect until it has been heard${heardBy(found)}.`;
    case 'referred-back':
      return `It was sent back to its maker ${whenInWords(found.since)}, who confirms, changes or withdraws it.`;
    case 'before-council':
      return `Scrutiny sent it to the Council ${whenInWords(found.since)}, and the Council has not answered.`;
    case 'waits-for-council':
      return 'It recommends to the Council, and has no effect before the Council resolves.';
    case 'in-effect':
      return `In effect since ${momentInWords(found.from)}${found.because === 'not-called-in' && assumed.length > 0 ? ' at the latest' : ''}: ${inEffectBecause[found.because]}.`;
    case 'ended':
      return `Of no effect since ${momentInWords(found.since)}: ${endedBecause[found.because]}.`;
    case 'not-known':
      return `The council’s rule on ${listInWords(found.missing.map((rule) => ruleNames[rule]))} is not known, so nobody can say when it takes effect.`;
    default:
      return found satisfies never;
  }
}

type CalledIn = Extract<Standing, { standing: 'called-in' }>;
const heardBy = ({ hearBy, isOverdue }: CalledIn): string => {
  if (hearBy === undefined) return '';
  const day = formatDate(hearBy.date, { weekday: 'long' });
  return isOverdue ? `, which was due by ${day}` : `, by ${day}`;
};

type Effective = Extract<Standing, { standing: 'about-to-take-effect' }>['effective'];

/** `after 5pm on Friday 18 July 2008`, `at the start of Saturday 19 July 2008`. */
function effectiveInWords({ date, time, moment }: Effective): string {
  if (time === midnight) return `at the start of ${formatDate(date, { weekday: 'long' })}`;
  return `${moment} ${formatLondonTime({ date, time })}`;
}

const inEffectBecause: Readonly<Record<InEffectBecause, string>> = {
  published: 'such a clause has effect from publication',
  'not-open-to-call-in': 'it is not open to call-in',
  'call-in-waived': 'call-in was waived because it is urgent',
  'not-called-in': 'no call-in is recorded',
  released: 'scrutiny heard the call-in and let it go ahead',
  'not-heard-in-time': 'the call-in was not heard in time',
  confirmed: 'its maker confirmed it',
  amended: 'its maker changed it',
  'council-did-not-object': 'the Council did not object',
  'council-resolved': 'the Council agreed to it',
  'council-resolved-with-changes': 'the Council agreed to it with changes',
};

const endedBecause: Readonly<Record<EndedBecause, string>> = {
  withdrawn: 'its maker withdrew it',
  'decided-by-council-instead': 'the Council decided instead',
  'refused-by-council': 'the Council refused it',
};

const ruleNames: Readonly<Record<CallInRule, string>> = {
  appliesTo: 'which decisions can be called in',
  windowWorkingDays: 'the length of the call-in window',
  closeTime: 'the time at which the window closes',
  effective: 'when decisions take effect',
  signatories: 'how many members must sign',
  eligible: 'who may sign',
  groups: 'how many political groups the members must come from',
  reasonsRequired: 'whether reasons must be given',
  hearingWorkingDays: 'by when a call-in must be heard',
  notHeard: 'what happens when it is not heard in time',
  oncePerDecision: 'whether a decision can be called in twice',
  cutOff: 'until what time a record counts as published that day',
};

const readAs: Readonly<Partial<Record<CallInRule, string>>> = {
  appliesTo: 'this decision is read as open to call-in',
  eligible: 'read as every member who is not in the executive',
  signatories: 'read as one',
  groups: 'read as one',
  hearingWorkingDays: 'a call-in stops the decision until it has been heard',
  notHeard: 'a call-in stops the decision until it has been heard',
  effective: 'read as the start of the next working day after the window',
};

/** How a rule that is not known is read: always so that the decision waits longest. */
export const assumedInWords = (rule: CallInRule): string =>
  `The council’s rule on ${ruleNames[rule]} is not known: ${readAs[rule] ?? 'read at its most cautious'}.`;

/** Who may sign: "Any member of the council who is not in its executive". */
export const eligibleInWords: Readonly<Record<NonNullable<CallInRules['eligible']>, string>> = {
  'non-executive': 'Any member of the council who is not in its executive',
  'any-non-cabinet': 'Any member of the council who is not in its cabinet',
  'scrutiny-member': 'Members of overview and scrutiny who are not in the executive',
};

/** What is needed: "2 members, from at least 2 political groups". */
export function neededInWords({ members, groups }: Readonly<{ members: number; groups: number }>): string {
  const signed = plural(members, 'member');
  return groups > 1 ? `${signed}, from at least ${groups} political groups` : signed;
}

/** A sentence with its first letter large and a full stop. */
export const sentence = (text: string): string => `${capitalise(text)}${/[.?!]$/.test(text) ? '' : '.'}`;

export { stepTitle } from '../../domain/decision/step-title.ts';

/** A rule of call-in as a sentence names it: “the length of the call-in window”. */
export const ruleInWords = (rule: CallInRule): string => ruleNames[rule];
