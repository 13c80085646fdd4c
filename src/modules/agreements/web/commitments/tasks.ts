import { may } from '#platform/identity';
import { addDays, type Actor, clip, formatDate, type IsoDate } from '#platform/kernel';
import type { Services, Task } from '#platform/module';
import { commitmentOffice } from '../../domain/commitment/commitment.ts';
import type { CommitmentFact } from '../../domain/commitment/fact.ts';
import { mayKeepCommitments, mayReplyOnCommitments } from '../../permissions.ts';
import { type CommitmentAt, listCommitmentsAt } from '../../queries/commitments/list.ts';

/** So many days before its day a milestone is shown as coming. */
const aheadDays = 30;
/** Slips of past plans are many: so many of the latest are shown, the list has them all. */
const mostSlips = 5;

/** What a body’s promises need of an office now: milestones that come or slipped, and a reply to what is said. */
export async function commitmentTasks({ database, clock }: Services, actor: Actor): Promise<readonly Task[]> {
  const mayKeep = may(actor, mayKeepCommitments, actor.bodyId).ok;
  const mayReply = may(actor, mayReplyOnCommitments, actor.bodyId).ok;
  if (!mayKeep && !mayReply) return [];
  const today = clock.today();
  const { commitments } = await listCommitmentsAt(database, { owner: actor.bodyId }, today);
  return [
    ...(mayKeep ? commitments.flatMap((each) => comingTasks(each, actor, today)) : []),
    ...(mayKeep ? slippedTasks(commitments, actor) : []),
    ...(mayReply ? commitments.flatMap((each) => replyTask(each, actor)) : []),
  ];
}

function comingTasks({ commitment, standing }: CommitmentAt, actor: Actor, today: IsoDate): readonly Task[] {
  return standing.milestones.flatMap(({ number, what, first, standing: stands }): readonly Task[] => {
    if (stands.standing !== 'ahead' || first === undefined || first.by > addDays(today, aheadDays)) return [];
    return [
      {
        title: `A milestone is due: ${clip(what, 90)}`,
        href: `${commitmentOffice(actor.bodyId, commitment)}/milestones/${number}`,
        why: `It belongs to the commitment: ${clip(commitment.promise, 120)}`,
        by: first.by,
        standing: 'to-do',
      },
    ];
  });
}

function slippedTasks(commitments: readonly CommitmentAt[], actor: Actor): readonly Task[] {
  return commitments
    .flatMap(({ commitment, standing }) => standing.slipped.map((milestone) => ({ commitment, milestone })))
    .flatMap(({ commitment, milestone: { number, what, standing } }) =>
      standing.standing === 'slipped' ? [{ commitment, number, what, since: standing.since }] : [],
    )
    .toSorted((a, b) => b.since.localeCompare(a.since))
    .slice(0, mostSlips)
    .map(({ commitment, number, what, since }) => ({
      title: `A milestone has slipped: ${clip(what, 90)}`,
      href: `${commitmentOffice(actor.bodyId, commitment)}/milestones/${number}`,
      why: `Its day has passed since ${formatDate(since)}, and nobody has shown that it was met.`,
      standing: 'to-do',
    }));
}

/** Whoever is accountable may answer what is said against it: the last such word that nobody of the body has replied to. */
function replyTask({ commitment, facts }: CommitmentAt, actor: Actor): readonly Task[] {
  const said = facts.findLast((fact) => isAdverse(fact) && fact.byOffice !== actor.officeTitle);
  if (said === undefined) return [];
  const isAnswered = facts.some(
    (fact) => fact.kind === 'reply' && fact.bodyId === actor.bodyId && fact.number > said.number,
  );
  if (isAnswered) return [];
  return [
    {
      title: `You may reply to what is said of a commitment: ${clip(commitment.promise, 90)}`,
      href: `${commitmentOffice(actor.bodyId, commitment)}/reply`,
      why: `${said.byOffice} said on ${formatDate(said.on)}: ${clip(said.says, 120)} Your reply stands beside it.`,
      standing: 'to-do',
    },
  ];
}

const isAdverse = (fact: CommitmentFact): boolean =>
  fact.kind === 'missed' ||
  fact.kind === 'unmet' ||
  fact.kind === 'reopened' ||
  (fact.kind === 'status' && (fact.status === 'not-kept' || fact.status === 'partly-kept'));
