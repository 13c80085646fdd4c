import { formatDate } from '#platform/kernel';
import { type CertaintyMark, certaintyMarks, type TagColour } from '#platform/ui';
import type { ActionStanding } from '../../domain/agreement/action-standing.ts';
import type { AgreementStanding, StandingName } from '../../domain/agreement/agreement-standing.ts';
import { sayRoughDay, sayWhen } from '../../domain/agreement/rough-day.ts';
import { stageTitles } from '../../domain/agreement/stage.ts';

/** Where an agreement stands, in one or two words. */
export const standingTitles: Readonly<Record<StandingName, string>> = {
  'in-preparation': 'In preparation',
  'out-to-sign': 'Out to be signed',
  'held-up': 'Held up',
  signed: 'Signed, not begun',
  'waits-for-approval': 'Waits for approval',
  'in-force': 'In force',
  'past-term': 'Past its term',
  closed: 'Closed',
  'not-recorded': 'Not recorded',
};

export const standingColours: Readonly<Record<StandingName, TagColour>> = {
  'in-preparation': 'grey',
  'out-to-sign': 'blue',
  'held-up': 'red',
  signed: 'teal',
  'waits-for-approval': 'blue',
  'in-force': 'green',
  'past-term': 'orange',
  closed: 'grey',
  'not-recorded': 'grey',
};

/** The standing of an agreement in a few words: one of before Accord by the last stage that is known of it. */
export const standingTitle = (standing: AgreementStanding): string =>
  standing.standing === 'in-preparation' ? stageTitles[standing.stage] : standingTitles[standing.standing];

/** Where an agreement stands, in a sentence. */
export function sayStanding(standing: AgreementStanding): string {
  switch (standing.standing) {
    case 'in-preparation':
      return `${stageTitles[standing.stage]} ${sayWhen(standing.since)}. Nothing on record says that it came into force.`;
    case 'out-to-sign':
      return standing.earliest === undefined
        ? 'It is out to be signed. When it could come into force nobody can compute.'
        : `It is out to be signed. It could come into force on ${formatDate(standing.earliest)} at the earliest, if every party that is missing decided now.`;
    case 'held-up':
      return 'It is out to be signed, and held up.';
    case 'signed':
      return `Its parties have adopted it. It comes into force on ${formatDate(standing.from)}, unless a decision is called in.`;
    case 'waits-for-approval':
      return 'Its parties have adopted it. The Secretary of State’s approval is not recorded, and without it no local area agreement is in force.';
    case 'in-force':
      return `It has been in force since ${sayRoughDay(standing.since)}.`;
    case 'past-term':
      return `It is past its term, which ended on ${formatDate(standing.since)}. Nothing that closes or renews it is recorded.`;
    case 'closed':
      return `It was closed ${sayWhen(standing.since)}.`;
    case 'not-recorded':
      return 'Whether it ever came into force is not recorded.';
    default:
      return standing satisfies never;
  }
}

export const actionTitles: Readonly<Record<ActionStanding['standing'], string>> = {
  done: 'Done',
  dropped: 'Given up',
  overdue: 'Overdue',
  'not-recorded': 'No evidence held',
  started: 'Begun',
  'to-come': 'To come',
  'no-day': 'No day set',
};

export const actionColours: Readonly<Record<ActionStanding['standing'], TagColour>> = {
  done: 'green',
  dropped: 'grey',
  overdue: 'red',
  'not-recorded': 'grey',
  started: 'blue',
  'to-come': 'teal',
  'no-day': 'grey',
};

/** When an action is due, and how often it was moved: “by autumn 2009, moved twice”. */
export function sayDue({ due, moved }: Pick<ActionStanding, 'due' | 'moved'>): string {
  if (due === undefined) return 'No day was set';
  const by = `${due.precision === 'day' ? 'by' : 'in'} ${sayRoughDay(due)}`;
  if (moved === 0) return by;
  return `${by}, moved ${moved === 1 ? 'once' : `${moved} times`}`;
}

/** A stored word of certainty as its mark; one that nobody knows shows as not known. */
export const markOf = (certainty: string): CertaintyMark =>
  certainties.find((mark) => mark === certainty) ?? 'unknown';
const certainties = Object.keys(certaintyMarks) as CertaintyMark[];
