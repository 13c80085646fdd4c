import type { Dataset } from '#platform/http';
import { formatPercentage } from '#platform/kernel';
import { decisionPath } from '../../domain/decision/decision.ts';
import type { JudgedDecision } from '../../domain/league/judged-decision.ts';
import type { LeagueDetail, LeagueYear } from './league.ts';

const source =
  'Counted from the notices, records of decisions and scrutiny reports that the bodies have published';

/** Bodies’ clocks, one body and year a row. What cannot be judged has a column of its own and is in no other. */
export const leagueDataset = (name: string, years: readonly LeagueYear[]): Dataset => ({
  name,
  source,
  columns: [
    { key: 'body', title: 'Body' },
    { key: 'year', title: 'Year' },
    { key: 'decisions', title: 'Decisions recorded' },
    { key: 'executive', title: 'Executive decisions' },
    { key: 'keyDecisions', title: 'Key decisions' },
    { key: 'noticesLate', title: 'Key decisions with late or no notice' },
    { key: 'noticesJudged', title: 'Notices that could be judged' },
    { key: 'noticesNotJudged', title: 'Notices that cannot be judged' },
    { key: 'recordsLate', title: 'Records published after the limit' },
    { key: 'recordsJudged', title: 'Records that could be judged' },
    { key: 'recordsNotJudged', title: 'Records that cannot be judged' },
    { key: 'medianDays', title: 'Working days to publication, median' },
    { key: 'longestDays', title: 'Working days to publication, longest' },
    { key: 'responsesLate', title: 'Answers to scrutiny late or overdue' },
    { key: 'responsesJudged', title: 'Answers that could be judged' },
    { key: 'responsesNotJudged', title: 'Answers that cannot be judged' },
    { key: 'generalException', title: 'General exception used' },
    { key: 'specialUrgency', title: 'Special urgency used' },
    { key: 'callInWaived', title: 'Call-in waived' },
    { key: 'urgent', title: 'Executive decisions with any urgency' },
    { key: 'urgentShare', title: 'Share of executive decisions' },
  ],
  rows: years.map(({ bodyId, year, figures }) => ({
    body: bodyId,
    year,
    decisions: figures.decisions,
    executive: figures.executive,
    keyDecisions: figures.keyDecisions,
    noticesLate: known(figures.noticesLate),
    noticesJudged: figures.noticesLate.of,
    noticesNotJudged: figures.noticesLate.cannotBeJudged,
    recordsLate: known(figures.recordsLate),
    recordsJudged: figures.recordsLate.of,
    recordsNotJudged: figures.recordsLate.cannotBeJudged,
    medianDays: figures.publication?.median ?? null,
    longestDays: figures.publication?.longest ?? null,
    responsesLate: known(figures.responsesLate),
    responsesJudged: figures.responsesLate.of,
    responsesNotJudged: figures.responsesLate.cannotBeJudged,
    generalException: figures.urgency.generalException,
    specialUrgency: figures.urgency.specialUrgency,
    callInWaived: figures.urgency.callInWaived,
    urgent: figures.urgency.decisions,
    urgentShare:
      figures.urgency.percentage === undefined ? null : formatPercentage(figures.urgency.percentage),
  })),
});

/** A count, or nothing where none of them could be judged. */
const known = ({
  count,
  of,
  cannotBeJudged,
}: Readonly<{ count: number; of: number; cannotBeJudged: number }>) =>
  of === 0 && cannotBeJudged > 0 ? null : count;

/** Every decision counted in one body’s year, with what was counted of it. */
export const leagueDecisionsDataset = ({ bodyId, year, decisions }: LeagueDetail): Dataset => ({
  name: `clocks-${bodyId}-${year}`,
  source,
  columns: [
    { key: 'reference', title: 'Reference' },
    { key: 'page', title: 'Page' },
    { key: 'title', title: 'Title' },
    { key: 'decisionMaker', title: 'Decision maker' },
    { key: 'takenOn', title: 'Taken on' },
    { key: 'executive', title: 'Executive' },
    { key: 'key', title: 'Key' },
    { key: 'notice', title: 'Notice' },
    { key: 'noticeBecause', title: 'Notice: by or because' },
    { key: 'clearDays', title: 'Clear days of notice' },
    { key: 'publishedOn', title: 'Published on' },
    { key: 'record', title: 'Record' },
    { key: 'workingDays', title: 'Working days to publication' },
    { key: 'limit', title: 'Limit, working days' },
    { key: 'urgency', title: 'Urgency used' },
  ],
  rows: decisions.map(({ decision, notice, record, urgency }) => ({
    reference: decision.reference,
    page: decisionPath({ bodyId, reference: decision.reference }),
    title: decision.title,
    decisionMaker: decision.decisionMaker,
    takenOn: decision.takenOn,
    executive: decision.isExecutive,
    key: decision.isKey,
    notice: notice.notice,
    noticeBecause: becauseOf(notice),
    clearDays: notice.notice === 'in-time' ? (notice.clearDays ?? null) : null,
    publishedOn: decision.publishedOn,
    record: record.record,
    workingDays: record.record === 'days-not-known' ? null : record.workingDays,
    limit: record.record === 'in-time' || record.record === 'late' ? record.limit : null,
    urgency: urgency.join(' '),
  })),
});

function becauseOf(notice: JudgedDecision['notice']): string | null {
  switch (notice.notice) {
    case 'in-time':
      return notice.by;
    case 'late':
      return notice.faults.join(' ');
    case 'cannot-be-judged':
      return notice.because;
    case 'not-needed':
      return null;
    default:
      return notice satisfies never;
  }
}
