import { may } from '#platform/identity';
import { type Actor, clip, explain, formatLondonTime } from '#platform/kernel';
import type { Services, Task } from '#platform/module';
import { nextStep } from '../../domain/call-in/step-order.ts';
import { decisionPath } from '../../domain/decision/decision.ts';
import { mayReceiveCallIn, maySignCallIn } from '../../permissions.ts';
import { decisionsAtWork } from '../../queries/call-in/call-in-work.ts';
import type { StoodDecision } from '../../queries/standings.ts';
import { managePath } from './parts/decision-asked.ts';
import { standingInWords } from './words.ts';

/**
 * What call-in asks of an office now: of a member, to look at what can be called in, and by when; of an officer, to see to
 * hearings, reconsiderations, the Council’s answers and the reports of waivers.
 */
export async function callInTasks({ database, clock }: Services, actor: Actor): Promise<readonly Task[]> {
  const signs = may(actor, maySignCallIn, actor.bodyId).ok && actor.role === 'councillor';
  const receives = may(actor, mayReceiveCallIn, actor.bodyId).ok;
  if (!signs && !receives) return [];
  const at = { at: clock.now(), today: clock.today() };
  const decisions = await database.as(actor, (sql) => decisionsAtWork(sql, actor.bodyId, at));
  return decisions.flatMap((stood) => [
    ...(signs ? memberTasks(stood, actor) : []),
    ...(receives ? officerTasks(stood) : []),
  ]);
}

function memberTasks({ decision, standing, signatures }: StoodDecision, actor: Actor): readonly Task[] {
  const found = standing.callIn?.standing;
  if (found?.standing !== 'open-to-call-in') return [];
  const own = signatures.find(
    ({ officeId, withdrawn }) => officeId === actor.officeId && withdrawn === undefined,
  );
  const judged = standing.callIn?.judged;
  const so = judged === undefined ? '' : ` ${judged.members} of ${judged.needed.members} needed have signed.`;
  return [
    {
      title: `Can be called in: ${clip(decision.title, 100)}`,
      href: `${decisionPath(decision)}/call-in`,
      why: `${own === undefined ? 'You can sign' : 'You have signed, and can withdraw,'} until ${formatLondonTime(found.deadline)}.${so}`,
      by: found.deadline.date,
      standing: own === undefined ? 'to-do' : 'started',
    },
  ];
}

function officerTasks(stood: StoodDecision): readonly Task[] {
  const { decision, standing, waiver } = stood;
  const href = managePath(decision);
  const title = clip(decision.title, 100);
  const waiting = standing.clauses.filter((each) => each.standing.standing === 'waits-for-council');
  return [
    ...nextTask(stood, href, title),
    ...waiting.map(({ clause }): Task => ({
      title: `Enter the Council’s resolution on clause ${clause.number}: ${title}`,
      href: `${href}/resolution`,
      why: 'The clause recommends to the Council, and has no effect before the Council resolves.',
      standing: 'to-check',
    })),
    ...(waiver === undefined || waiver.reportedOn !== undefined
      ? []
      : [
          {
            title: `Report the waiver of call-in to the Council: ${title}`,
            href: `${href}/waiver`,
            why: `${waiver.agreedBy} agreed that it was too urgent for call-in, which the next Council is told.`,
            standing: 'to-do',
          } as const,
        ]),
  ];
}

function nextTask({ standing }: StoodDecision, href: string, title: string): readonly Task[] {
  const found = standing.callIn?.standing;
  const next = nextStep(found);
  if (found === undefined || next === undefined) return [];
  const hearBy = found.standing === 'called-in' ? found.hearBy : undefined;
  return [
    {
      title: `${nextInWords[next]}: ${title}`,
      href: `${href}/${next}`,
      why:
        hearBy === undefined
          ? standingInWords(found)
          : `${standingInWords(found)} ${explain(hearBy.explanation)}`,
      ...(hearBy !== undefined && { by: hearBy.date }),
      standing: 'to-do',
    },
  ];
}

const nextInWords = {
  hearing: 'Hold the hearing of a call-in',
  'council-review': 'Put a call-in to the Council',
  reconsideration: 'Put a decision back to its maker',
} as const;
