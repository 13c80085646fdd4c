import { formatPercentage, listInWords, plural } from '#platform/kernel';
import type { LeagueFigures, Tally } from '../../domain/league/figures.ts';
import { type JudgedDecision, urgencies } from '../../domain/league/judged-decision.ts';
import { noticeSentences } from '../../domain/notice/timeliness.ts';

/** `3 of 41`; what cannot be judged is said beside it, and where nothing can be, that alone. */
export function sayTally({ count, of, cannotBeJudged }: Tally): string {
  if (of === 0 && cannotBeJudged === 0) return 'None to judge';
  if (of === 0) return 'Cannot be judged';
  return `${count} of ${of}${cannotBeJudged === 0 ? '' : `; ${cannotBeJudged} cannot be judged`}`;
}

/** How long publication took, as a figure. */
export function sayPublication({ publication }: LeagueFigures): string {
  if (publication === undefined) return 'Not known';
  const { median, longest } = publication;
  if (longest === 0) return 'All on the day itself';
  const half = median === 0 ? 'on the day itself' : `within ${plural(median, 'working day')}`;
  return `Half ${half}, the longest after ${plural(longest, 'working day')}`;
}

/** How many executive decisions used urgency, and their share. */
export function sayUrgency({ urgency, executive }: LeagueFigures): string {
  if (executive === 0) return 'No executive decisions';
  return `${urgency.decisions} of ${executive} (${formatPercentage(urgency.percentage)})`;
}

/** What was counted of a decision’s notice, in a sentence. */
export function sayNotice({ notice }: Pick<JudgedDecision, 'notice'>): string {
  switch (notice.notice) {
    case 'not-needed':
      return 'No notice was needed: not a key decision.';
    case 'in-time':
      return inTime[notice.by](notice.clearDays);
    case 'late':
      return `Late. ${notice.faults.map((fault) => noticeSentences[fault]).join('. ')}.`;
    case 'cannot-be-judged':
      return cannotBeJudged[notice.because];
    default:
      return notice satisfies never;
  }
}

type By = Extract<JudgedDecision['notice'], { notice: 'in-time' }>['by'];
const inTime: Readonly<Record<By, (clearDays: number | undefined) => string>> = {
  FORWARD_PLAN: () => 'In time: it was in the forward plan.',
  REG9: (days) => `In time: ${plural(days ?? 0, 'clear day')} of notice.`,
  REG10: (days) => `Under the general exception: ${plural(days ?? 0, 'clear day')} of notice.`,
  REG11: () => 'Under special urgency: agreed before it was taken.',
};

const cannotBeJudged: Readonly<
  Record<Extract<JudgedDecision['notice'], { notice: 'cannot-be-judged' }>['because'], string>
> = {
  'rules-not-known': 'Cannot be judged: a rule of the day is not known. Check locally.',
  'old-record-names-no-notice': 'Cannot be judged: the old record names no notice.',
  'record-alone-says-urgent':
    'Cannot be judged: the record says that it was urgent, and no agreement published here shows it.',
};

/** What was counted of the publication of its record. */
export function sayRecord({ record }: Pick<JudgedDecision, 'record'>): string {
  switch (record.record) {
    case 'in-time':
    case 'late':
      return `${plural(record.workingDays, 'working day')}; the limit is ${record.limit}${record.record === 'late' ? ': late' : ''}.`;
    case 'no-limit-known':
      return `${plural(record.workingDays, 'working day')}; no limit is known, so this is no verdict.`;
    case 'days-not-known':
      return 'Not known: the bank holidays of those days are not.';
    default:
      return record satisfies never;
  }
}

export const sayUrgencyOf = ({ urgency }: Pick<JudgedDecision, 'urgency'>): string =>
  urgency.length === 0 ? 'None' : listInWords(urgency.map((each) => urgencies[each]));
