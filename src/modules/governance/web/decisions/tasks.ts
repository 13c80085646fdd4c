import { may } from '#platform/identity';
import { type Actor, formatDate } from '#platform/kernel';
import type { Services, Task } from '#platform/module';
import { mayPrepareDecisions, mayPublishDecisions } from '../../permissions.ts';
import { type DecisionWork, decisionWork } from '../../queries/decision-work.ts';
import { draftPath } from './draft/draft-words.ts';
import { readDraft } from './draft/read-draft.ts';

/** Records that an office has to finish and publish, each with the day its body’s rules give it. */
export async function decisionTasks({ database, clock }: Services, actor: Actor): Promise<readonly Task[]> {
  if (!may(actor, mayPrepareDecisions, actor.bodyId).ok) return [];
  const today = clock.today();
  const work = await database.as(actor, (sql) =>
    decisionWork(sql, actor.bodyId, (answers) => readDraft(answers, actor.bodyId, today)),
  );
  const publishes = may(actor, mayPublishDecisions, actor.bodyId).ok;
  return work.map((each) => taskOf(actor, each, publishes));
}

function taskOf({ bodyId }: Actor, work: DecisionWork, publishes: boolean): Task {
  const { draft, title, takenOn, publishBy, isFinished } = work;
  const named = title === '' ? 'a decision without a title yet' : `“${title}”`;
  const decided =
    takenOn === undefined ? 'The day it was taken is not entered yet.' : `Decided on ${formatDate(takenOn)}.`;
  return {
    title:
      isFinished && publishes ? `Check and publish the record of ${named}` : `Finish the record of ${named}`,
    href: isFinished ? `${draftPath(bodyId, draft.id)}/check` : draftPath(bodyId, draft.id),
    why: `${decided} ${publishBy?.says ?? asSoonAsPracticable}`,
    ...(publishBy?.by !== undefined && { by: publishBy.by }),
    standing: isFinished ? 'to-check' : 'started',
  };
}

const asSoonAsPracticable =
  'The law asks for its record as soon as reasonably practicable (SI 2012/2089, regulations 12 to 14).';
