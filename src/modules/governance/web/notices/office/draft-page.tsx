import type { Actor } from '#platform/kernel';
import { Button, Link, Prose, TaskList, Text } from '#platform/ui';
import { officePage } from '#platform/web';
import { noticePath } from '../../../domain/notice/notice.ts';
import type { NoticeDraft } from '../../../queries/notice-drafts.ts';
import { faultsIn } from '../form/read-notice.ts';
import { isAskedIn, type SectionId, sections, sectionsOf } from '../form/sections.ts';
import { draftPath, roomSteps } from './room.ts';

/** A draft: its parts, each with where it stands, and the way on. */
export function draftPage(actor: Actor, { draft, notice }: NoticeDraft) {
  const path = draftPath(actor.bodyId, draft.id);
  return officePage(actor, roomSteps(actor), {
    title: draft.answers['title'] ?? 'A new notice',
    main: (
      <Prose>
        <Text>
          Draft {draft.version}, saved by the {draft.preparedBy}. Only your body sees it.
          {notice !== undefined && (
            <>
              {' '}
              It changes <Link href={noticePath(notice)}>notice {notice.reference}</Link>.
            </>
          )}
        </Text>
        <TaskList
          items={sectionsOf(notice !== undefined).map((id) => ({
            title: sections[id].title,
            hint: sections[id].hint,
            href: `${path}/${id}`,
            status: statusOf(id, draft.answers),
          }))}
        />
        <Text>The check page works out the earliest lawful day and says what is missing, at any time.</Text>
        <div class="govuk-button-group">
          <Button href={`${path}/check`}>Check the dates and the answers</Button>
          <Link href={`${path}/discard`}>Discard this draft</Link>
        </div>
      </Prose>
    ),
  });
}

function statusOf(id: SectionId, answers: NoticeDraft['draft']['answers']) {
  const isBegun = Object.entries(answers).some(([name, answer]) => answer !== '' && isAskedIn(id, name));
  const isRight = Object.keys(faultsIn(id, answers)).length === 0;
  if (isRight && isBegun) return 'Answered';
  if (isBegun) return { tag: { children: 'To finish', colour: 'yellow' } } as const;
  // The law asks every part of the notice of a key decision; of another, a part that nothing was typed into may stay empty.
  return isRight && answers['isKey'] === 'no'
    ? ({ tag: { children: 'Optional', colour: 'grey' } } as const)
    : ({ tag: { children: 'To do', colour: 'blue' } } as const);
}
