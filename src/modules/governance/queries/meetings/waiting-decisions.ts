import type { Sql } from '#platform/db';
import { formatDate, londonDate } from '#platform/kernel';
import { sql as raw } from 'kysely';
import type { Committee } from '../../domain/committee.ts';
import { decisionPath } from '../../domain/decision/decision.ts';
import type { GovernanceTables } from '../../store/tables.ts';
import { decisionsAt, type StoodDecision } from '../standings.ts';
import type { ProposedItem } from './proposed-item.ts';

/** Decisions of a committee’s body that wait for a committee of its kind at a moment, as items for its agenda. */
export async function waitingDecisions(
  sql: Sql,
  { bodyId, kind }: Committee,
  at: Date,
): Promise<readonly ProposedItem[]> {
  if (kind !== 'council' && kind !== 'executive' && kind !== 'scrutiny') return [];
  const ids = await candidates(sql, bodyId, kind);
  const stood = [...(await decisionsAt(sql, ids, at)).values()].toSorted((a, b) =>
    a.decision.id.localeCompare(b.decision.id),
  );
  switch (kind) {
    case 'council':
      return stood.flatMap((each) => [...recommended(each), ...referred(each), ...waived(each)]);
    case 'executive':
      return stood.flatMap(sentBack);
    case 'scrutiny':
      return stood.flatMap(calledIn);
    default:
      return kind satisfies never;
  }
}

/**
 * Those among which the waiting ones are, few of many: with a recommendation that has no resolution yet, with a waiver not
 * yet reported, with a hearing that sent it on, or with signatures and no hearing. What became of the recommendation of an old
 * record may be written elsewhere: twenty years of them, brought in from another system, must not fill the next agenda.
 */
async function candidates(
  sql: Sql,
  bodyId: string,
  kind: 'council' | 'executive' | 'scrutiny',
): Promise<readonly string[]> {
  const waits = {
    council: raw`
      not decision.is_historic and exists (select from governance.clause where clause.decision_id = decision.id
          and clause.effect = 'recommend-to-council'
          and not exists (select from governance.decision_step as step where step.decision_id = decision.id
            and step.kind = 'resolution' and step.clause = clause.number))
      or exists (select from governance.waiver where waiver.decision_id = decision.id and waiver.reported_on is null)
      or exists (select from governance.decision_step as step where step.decision_id = decision.id
          and step.outcome = 'referred-to-council')`,
    executive: raw`
      exists (select from governance.decision_step as step where step.decision_id = decision.id
          and step.outcome in ('referred-back', 'objection'))
      and not exists (select from governance.decision_step as step where step.decision_id = decision.id
          and step.kind = 'reconsideration')`,
    scrutiny: raw`
      exists (select from governance.signature where signature.decision_id = decision.id)
      and not exists (select from governance.decision_step as step where step.decision_id = decision.id
          and step.kind = 'hearing')`,
  }[kind];
  const { rows } = await raw<{ id: string }>`
    select id from governance.decision where body_id = ${bodyId} and (${waits})`.execute(
    sql.tables<GovernanceTables>(),
  );
  return rows.map(({ id }) => id);
}

const recommended = ({ decision, standing }: StoodDecision): readonly ProposedItem[] => {
  const waiting = standing.clauses.filter((each) => each.standing.standing === 'waits-for-council');
  if (waiting.length === 0) return [];
  return [
    {
      key: `recommended:${decision.id}`,
      title: `Recommendation to the Council: ${decision.title}`,
      summary: waiting.map(({ clause }) => `${clause.number}. ${clause.text}`).join('\n'),
      purpose: 'decide',
      subject: decisionPath(decision),
      thread: threadOf(decision),
      because: `${decision.decisionMaker} recommended it on ${formatDate(decision.takenOn)}. It has no effect before the Council resolves.`,
    },
  ];
};

const referred = ({ decision, standing }: StoodDecision): readonly ProposedItem[] => {
  const since = standing.clauses.flatMap((each) =>
    each.standing.standing === 'before-council' ? [each.standing.since] : [],
  )[0];
  if (since === undefined) return [];
  return [
    {
      key: `referred:${decision.id}`,
      title: `Called-in decision referred to the Council: ${decision.title}`,
      summary: decision.issue,
      purpose: 'decide',
      subject: decisionPath(decision),
      thread: threadOf(decision),
      because: `Scrutiny referred it on ${formatDate(londonDate(since))} (Local Government Act 2000, section 9F). It is stopped until the Council has considered it.`,
    },
  ];
};

const waived = ({ decision, waiver }: StoodDecision): readonly ProposedItem[] =>
  waiver === undefined || waiver.reportedOn !== undefined
    ? []
    : [
        {
          key: `waiver:${decision.id}`,
          title: `Urgent decision to report: ${decision.title}`,
          summary: `Call-in was waived for urgency, agreed by ${waiver.agreedBy}. ${waiver.reasons}`,
          purpose: 'note',
          subject: decisionPath(decision),
          thread: threadOf(decision),
          because: 'A waiver of call-in is reported to the next meeting of the Council.',
        },
      ];

const sentBack = ({ decision, standing }: StoodDecision): readonly ProposedItem[] =>
  standing.clauses.some((each) => each.standing.standing === 'referred-back')
    ? [
        {
          key: `sent-back:${decision.id}`,
          title: `Matter referred back after call-in: ${decision.title}`,
          summary: decision.issue,
          purpose: 'decide',
          subject: decisionPath(decision),
          thread: threadOf(decision),
          because:
            'Scrutiny sent the decision back to be reconsidered (Local Government Act 2000, section 9F). It is stopped until then.',
        },
      ]
    : [];

const calledIn = ({ decision, standing }: StoodDecision): readonly ProposedItem[] => {
  const stopped = standing.clauses.flatMap(({ standing: each }) =>
    each.standing === 'called-in' ? [each] : [],
  )[0];
  if (stopped === undefined) return [];
  const by = stopped.hearBy === undefined ? '' : ` It is to be heard by ${formatDate(stopped.hearBy.date)}.`;
  return [
    {
      key: `call-in:${decision.id}`,
      title: `Call-in to hear: ${decision.title}`,
      summary: decision.issue,
      purpose: 'decide',
      subject: decisionPath(decision),
      thread: threadOf(decision),
      because: `The decision was called in on ${formatDate(londonDate(stopped.since))}.${by}`,
    },
  ];
};

/** What items about one decision have in common, whatever meeting they are on. */
const threadOf = ({ id }: StoodDecision['decision']): string => `decision-${id.replace('/', '-')}`;
