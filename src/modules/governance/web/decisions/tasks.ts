import type { Sql } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, formatDate } from '#platform/kernel';
import type { Services, Task } from '#platform/module';
import { judgeDecision, type Publisher } from '../../actions/judge-decision.ts';
import { mayPrepareDecisions, mayPublishDecisions } from '../../permissions.ts';
import { type DecisionWork, decisionWork } from '../../queries/decision-work.ts';
import { draftPath } from './draft/draft-words.ts';
import { readDraft } from './draft/read-draft.ts';

/** Records that an office has to finish and publish, each with the day its body’s rules give it. */
export async function decisionTasks({ database, clock }: Services, actor: Actor): Promise<readonly Task[]> {
  if (!may(actor, mayPrepareDecisions, actor.bodyId).ok) return [];
  const today = clock.today();
  const publisher = { officeTitle: actor.officeTitle, now: clock.now() };
  const work = await database.as(actor, async (sql) => {
    const drafts = await decisionWork(sql, actor.bodyId, (answers) =>
      readDraft(answers, actor.bodyId, today),
    );
    return Promise.all(
      drafts.map(async (draft) => ({ ...draft, isFinished: await isFinished(sql, draft, publisher) })),
    );
  });
  const publishes = may(actor, mayPublishDecisions, actor.bodyId).ok;
  return work.map((each) => taskOf(actor, each, publishes));
}

/** Whether nothing keeps the record from being published. */
async function isFinished(
  sql: Sql,
  { isWhole, decision }: DecisionWork,
  publisher: Publisher,
): Promise<boolean> {
  return isWhole && (await judgeDecision(sql, decision, publisher))?.faults.length === 0;
}

type Prepared = DecisionWork & Readonly<{ isFinished: boolean }>;

function taskOf({ bodyId }: Actor, work: Prepared, publishes: boolean): Task {
  const { draft, decision, takenOn, publishBy } = work;
  const named = decision.title === '' ? 'a decision without a title yet' : `“${decision.title}”`;
  const decided =
    takenOn === undefined ? 'The day it was taken is not entered yet.' : `Decided on ${formatDate(takenOn)}.`;
  return {
    title:
      work.isFinished && publishes
        ? `Check and publish the record of ${named}`
        : `Finish the record of ${named}`,
    href: work.isFinished ? `${draftPath(bodyId, draft.id)}/check` : draftPath(bodyId, draft.id),
    why: `${decided} ${publishBy?.says ?? asSoonAsPracticable}`,
    ...(publishBy?.by !== undefined && { by: publishBy.by }),
    standing: work.isFinished ? 'to-check' : 'started',
  };
}

const asSoonAsPracticable =
  'The law asks for its record as soon as reasonably practicable (SI 2012/2089, regulations 12 to 14).';
