import type { Visit } from '#platform/http';
import {
  capitalise,
  formatCount,
  formatDate,
  formatLondonTime,
  instantInLondon,
  lastMomentOf,
  listInWords,
  londonDate,
  londonTime,
  midnight,
  plural,
} from '#platform/kernel';
import { Tag, type TagColour } from '#platform/ui';
import { reconciles, type Tally } from '../../domain/consultation/analysis.ts';
import { audienceKinds, type Consultation, responseName } from '../../domain/consultation/consultation.ts';
import type { ConsultationStanding } from '../../domain/consultation/standing.ts';

export const standingTitles: Readonly<Record<ConsultationStanding['standing'], string>> = {
  announced: 'Opens later',
  open: 'Open',
  closed: 'Closed',
  'results-due': 'Closed, results due',
  'results-late': 'Results late',
  answered: 'Answered',
};

const colours: Readonly<Record<ConsultationStanding['standing'], TagColour>> = {
  announced: 'blue',
  open: 'green',
  closed: 'grey',
  'results-due': 'yellow',
  'results-late': 'red',
  answered: 'teal',
};

export const StandingTag = ({ standing }: Readonly<{ standing: ConsultationStanding }>) => (
  <Tag colour={colours[standing.standing]}>{standingTitles[standing.standing]}</Tag>
);

/** The moment a page speaks of: now on the day itself, the last instant of an earlier day, the first of a later one. */
export const momentFor = ({ on, today }: Pick<Visit, 'on' | 'today'>, now: Date): Date => {
  if (on === today) return now;
  return on > today ? instantInLondon({ date: on, time: midnight }) : lastMomentOf(on);
};

export const moment = (at: Date): string => formatLondonTime(londonTime(at));

/** When it closes or closed. Of one that closed before Accord the day alone is known. */
export const closing = (
  { publishedAt, closesAt }: Pick<Consultation, 'publishedAt' | 'closesAt'>,
  at: Date,
): string => (publishedAt > closesAt ? formatDate(londonDate(at)) : moment(at));

/** Where it stands, in a sentence. */
export function sayStanding(
  standing: ConsultationStanding,
  consultation: Pick<Consultation, 'publishedAt' | 'closesAt'>,
): string {
  switch (standing.standing) {
    case 'announced':
      return `It opens at ${moment(standing.opensAt)}.`;
    case 'open':
      return `It can be answered until ${moment(standing.closesAt)}.`;
    case 'closed':
      return `It closed on ${closing(consultation, standing.closedAt)}. No source held says by when results were promised.`;
    case 'results-due':
      return `It is closed. What became of the answers is promised by ${formatDate(standing.by)}.`;
    case 'results-late':
      return `What became of every answer was promised by ${formatDate(standing.by)}, and is late.`;
    case 'answered':
      return `Every response was told what became of it by ${formatDate(standing.on)}${standing.isLate ? ', later than promised' : ''}.`;
    default:
      return standing satisfies never;
  }
}

export const sayAudience = ({ audience }: Pick<Consultation, 'audience'>): string =>
  audience.length === 0
    ? 'Not recorded'
    : capitalise(listInWords(audience.map((kind) => audienceKinds[kind].toLowerCase())));

/** How many answered, in the line that shows that the ways of counting come to the same. */
export function sayTally(tally: Tally): string {
  const { responses, online, paper, byOrganisation, organisations, byResident } = tally;
  const parts = [
    online === undefined || paper === undefined
      ? 'how they came is not recorded'
      : `${formatCount(online)} online + ${formatCount(paper)} on paper = ${formatCount(responses)}`,
    byOrganisation === undefined || byResident === undefined
      ? 'how many were by residents is not recorded'
      : `${formatCount(byOrganisation)} for organisations + ${formatCount(byResident)} by residents = ${formatCount(responses)}`,
  ];
  const from = organisations === undefined ? '' : ` from ${plural(organisations, 'organisation')}`;
  const agrees = reconciles(tally) ? '' : ' These counts do not agree';
  return `${plural(responses, 'response')}${from}: ${parts.join('; ')}.${agrees}`;
}

/** Numbers of responses in words, neighbours together: `R-1, R-4 to R-7`; the first twenty runs of many. */
export function sayNumbers(numbers: readonly number[]): string {
  const runs: { from: number; to: number }[] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last !== undefined && last.to === number - 1) last.to = number;
    else runs.push({ from: number, to: number });
  }
  const said = runs.slice(0, mostRuns).map(({ from, to }) => sayRun(from, to));
  return runs.length > mostRuns ? `${said.join(', ')} and more` : said.join(', ');
}
const mostRuns = 20;

function sayRun(from: number, to: number): string {
  if (from === to) return responseName(from);
  return `${responseName(from)}${to === from + 1 ? ' and' : ' to'} ${responseName(to)}`;
}
