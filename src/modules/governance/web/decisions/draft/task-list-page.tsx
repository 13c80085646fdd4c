import { type Actor, formatDate, londonTime, plural } from '#platform/kernel';
import { Button, Link, Prose, TaskList, Text } from '#platform/ui';
import { officePage } from '#platform/web';
import type { Draft } from '#platform/drafts';
import { draftPath, roomPath, stepPath } from './draft-words.ts';
import { explainFaults } from './explain-fault.ts';
import type { Judged } from '../../../actions/judge-decision.ts';
import type { Unfinished } from './read-draft.ts';
import { stepOf } from '#platform/drafts';
import { clauseIds } from './steps/clause-form.ts';
import { type StepId, stepIds, steps } from './steps/steps.ts';

type TaskListPageProps = Readonly<{
  actor: Actor;
  draft: Draft;
  judged: Judged;
  unfinished: Unfinished;
}>;

/** A record that is being prepared, step by step in any order, with what each step still lacks. */
export function taskListPage({ actor, draft, judged, unfinished }: TaskListPageProps) {
  const { bodyId } = actor;
  const faults = explainFaults(judged.faults);
  const wantingIn = (step: StepId | 'clauses') =>
    faults.filter((fault) => fault.step === step).length + (unfinished[step]?.length ?? 0);
  const clauses = clauseIds(draft.answers).length;
  const item = (id: StepId | 'clauses', title: string, hint: string, isBegun: boolean) => ({
    title,
    hint,
    href: stepPath(bodyId, draft.id, id),
    status: statusOf(isBegun, wantingIn(id)),
  });
  const pages = stepIds.map((id) =>
    item(
      id,
      steps[id].title,
      steps[id].hint,
      Object.keys(stepOf(draft.answers, steps[id].belongs)).length > 0,
    ),
  );
  const [first, ...others] = pages;
  return officePage(actor, [{ text: 'Records of decisions', href: roomPath(bodyId) }], {
    title: judged.decision.title === '' ? 'Record a decision' : judged.decision.title,
    main: (
      <Prose>
        <Text>
          Saved by the {draft.preparedBy} on {formatDate(londonTime(draft.savedAt).date)}. Only your body can
          see it until it is published.
        </Text>
        <TaskList
          items={[
            first,
            item(
              'clauses',
              'Clauses',
              clauses === 0 ? 'What was decided, paragraph by paragraph' : plural(clauses, 'clause'),
              clauses > 0,
            ),
            ...others,
          ]}
        />
        <div class="govuk-button-group">
          <Button href={`${draftPath(bodyId, draft.id)}/check`}>Check the record</Button>
          <Link href={`${draftPath(bodyId, draft.id)}/discard`}>Discard this draft</Link>
        </div>
      </Prose>
    ),
  });
}

function statusOf(isBegun: boolean, wanting: number) {
  if (wanting > 0)
    return {
      tag: { children: isBegun ? 'Incomplete' : 'To do', colour: isBegun ? 'yellow' : 'blue' },
    } as const;
  return isBegun ? 'Done' : ({ tag: { children: 'Nothing needed', colour: 'grey' } } as const);
}
