import { formatDate, type IsoDate } from '#platform/kernel';
import type { NoticeGap } from '../gap.ts';
import { citeNotice, type NoticeLaw } from '../ground.ts';
import type { NoticeContent } from '../notice.ts';
import { type NoticeFault, noticeSentences, type Timeliness } from '../timeliness.ts';
import type { Way } from '../ways.ts';

/** What the notice itself lacks: clear days, agreement, reasons, or a rule that is not known here. */
export function noticeGaps(
  judged: Timeliness,
  ways: readonly Way[],
  law: NoticeLaw | undefined,
  { localRule, dueFrom }: NoticeContent,
): readonly NoticeGap[] {
  if (law === undefined) return [];
  if (judged.timeliness === 'NOT_KNOWN')
    return [
      {
        item: 'local-rule',
        field: 'localCount',
        regulation: citeNotice(law, 'notice'),
        says: 'How many clear days this council needs is in no source held: check locally, and state the number and where it is written',
      },
    ];
  if (localRule !== undefined && localRule.source.trim() === '')
    return [
      {
        item: 'local-rule',
        field: 'localSource',
        regulation: citeNotice(law, 'notice'),
        says: 'Enter where the number of clear days is written',
      },
    ];
  if (judged.timeliness !== 'NOT_LAWFUL') return [];
  return judged.faults.map((fault) => ({
    item: 'route',
    field: fieldOf[fault],
    regulation: citeNotice(law, partOf[fault]),
    says: sayFault(fault, ways, dueFrom),
  }));
}

/** The sentence of a fault, with the first day that would do where the day is too early. */
function sayFault(fault: NoticeFault, ways: readonly Way[], due: IsoDate): string {
  const route = fault === 'too-few-clear-days' ? 'full-notice' : 'general-exception';
  const earliest = ways.find((way) => way.route === route)?.earliest;
  const isEarly = fault === 'too-few-clear-days' || fault === 'exception-too-few-clear-days';
  if (!isEarly || earliest === undefined) return noticeSentences[fault];
  return `${formatDate(due)} is too early. The earliest lawful day is ${formatDate(earliest.date, { weekday: 'long' })}`;
}

const fieldOf: Readonly<Record<NoticeFault, string>> = {
  'no-notice': 'route',
  'not-in-forward-plan': 'forwardPlanFrom',
  'too-few-clear-days': 'due',
  'exception-too-few-clear-days': 'due',
  'exception-scrutiny-not-told': 'toldOn',
  'exception-without-reasons': 'exceptionReasons',
  'urgency-agreed-after-the-decision': 'agreedOn',
  'urgency-without-reasons': 'urgencyReasons',
  'urgency-agreed-out-of-turn': 'insteadBecause',
};

const partOf: Readonly<Record<NoticeFault, 'notice' | 'exception' | 'urgency'>> = {
  'no-notice': 'notice',
  'not-in-forward-plan': 'notice',
  'too-few-clear-days': 'notice',
  'exception-too-few-clear-days': 'exception',
  'exception-scrutiny-not-told': 'exception',
  'exception-without-reasons': 'exception',
  'urgency-agreed-after-the-decision': 'urgency',
  'urgency-without-reasons': 'urgency',
  'urgency-agreed-out-of-turn': 'urgency',
};
