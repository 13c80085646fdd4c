import type { Answers, FieldErrors } from '#platform/http';
import type { Actor } from '#platform/kernel';
import {
  Button,
  Form,
  FormErrorSummary,
  InsetText,
  Link,
  Panel,
  Prose,
  RadiosField,
  Text,
  TextareaField,
} from '#platform/ui';
import { officePage } from '#platform/web';
import { decisionPath } from '../../../domain/decision/decision.ts';
import { type Notice, noticeChanges, noticePath } from '../../../domain/notice/notice.ts';
import type { NoticeDraft, noticeToChange } from '../../../queries/notice-drafts.ts';
import { draftPath, roomPath, roomSteps } from './room.ts';

export type ToChange = NonNullable<Awaited<ReturnType<typeof noticeToChange>>>;

/** What is to happen to a published notice: the first question of every change. */
export function changePage(
  actor: Actor,
  { notice, decisions }: ToChange,
  answers: Answers,
  errors: FieldErrors,
) {
  const latest = notice.versions.at(-1);
  const [decision] = decisions;
  const isOver = latest?.change === 'withdrawn' || decision !== undefined;
  const field = { answers, errors };
  return officePage(actor, roomSteps(actor), {
    title: 'Change, postpone or withdraw a notice',
    caption: latest?.content.title ?? notice.reference,
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>
          <Link href={noticePath(notice)}>Notice {notice.reference}</Link>, version {latest?.version}. A
          published notice is never edited: what you enter becomes its next version, and every version stays
          readable.
        </Text>
        {isOver ? (
          <InsetText>
            {decision === undefined ? (
              'It was withdrawn, so it can no longer be changed. Give a new notice instead.'
            ) : (
              <>
                The <Link href={decisionPath(decision)}>record of the decision</Link> is published, so the
                notice can no longer be changed.
              </>
            )}
          </InsetText>
        ) : (
          <Form>
            <RadiosField
              name="change"
              legend="What happens?"
              options={[
                { value: 'changed', text: 'The notice says something else' },
                { value: 'postponed', text: 'The decision is due on another day' },
                {
                  value: 'private-again',
                  text: 'The second notice of a private meeting',
                  hint: 'With the representations received and the answer (SI 2012/2089, regulation 5).',
                },
                { value: 'withdrawn', text: 'The notice is withdrawn' },
              ]}
              {...field}
            />
            <TextareaField
              name="reason"
              label="What changes, and why?"
              hint="This is public and stands beside the version."
              rows={3}
              {...field}
            />
            <Button preventDoubleClick>Begin the change</Button>
          </Form>
        )}
      </Prose>
    ),
  });
}

/** What a publication did, and what comes next. */
export function publishedPage(actor: Actor, notice: Notice, version: number) {
  const published = notice.versions.find((each) => each.version === version);
  const change = published?.change ?? 'first';
  return officePage(actor, roomSteps(actor), {
    title: change === 'withdrawn' ? 'Notice withdrawn' : 'Notice published',
    main: (
      <Prose>
        <Panel title={change === 'first' ? 'The notice is public' : noticeChanges[change]} headingLevel={2}>
          {published?.content.title}
          <br />
          Reference: <strong>{notice.reference}</strong>, version {version}
        </Panel>
        <Text>
          <Link href={noticePath(notice)}>See it as everyone sees it</Link>
        </Text>
        <Text>
          <Link href={roomPath(actor.bodyId)}>Back to your body’s notices</Link>
        </Text>
      </Prose>
    ),
  });
}

/** Asks once more before a draft is thrown away. */
export const discardPage = (actor: Actor, { draft }: NoticeDraft, errors: FieldErrors) =>
  officePage(actor, roomSteps(actor), {
    title: 'Discard this draft?',
    caption: draft.answers['title'] ?? 'A new notice',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>Discarded, it cannot be brought back. What is published stays as it is.</Text>
        <Form>
          <div class="govuk-button-group">
            <Button variant="warning">Discard this draft</Button>
            <Link href={draftPath(actor.bodyId, draft.id)}>Keep it</Link>
          </div>
        </Form>
      </Prose>
    ),
  });
