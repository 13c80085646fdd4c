import type { Answers, FieldErrors } from '#platform/http';
import type { Actor } from '#platform/kernel';
import { Button, Form, FormErrorSummary, Link, Prose } from '#platform/ui';
import { officePage } from '#platform/web';
import type { Draft } from '#platform/drafts';
import { draftTrail, stepPath } from './draft-words.ts';
import { Theirs } from './step-page.tsx';
import { ClauseFields } from './steps/clause-fields.tsx';

type ClausePageProps = Readonly<{
  actor: Actor;
  draft: Draft;
  answers: Answers;
  errors: FieldErrors;
  seen: string;
  isNew: boolean;
  theirs?: Answers | undefined;
}>;

/** One clause of a draft. */
export function clausePage({ actor, draft, answers, errors, seen, isNew, theirs }: ClausePageProps) {
  const clauses = stepPath(actor.bodyId, draft.id, 'clauses');
  return officePage(actor, [...draftTrail(actor.bodyId, draft.id), { text: 'Clauses', href: clauses }], {
    title: isNew ? 'Add a clause' : 'Change a clause',
    caption: draft.answers['title'] ?? 'Record a decision',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {theirs !== undefined && <Theirs draft={draft} theirs={theirs} answers={answers} />}
        <Form>
          <input type="hidden" name="seen" value={seen} />
          <ClauseFields answers={answers} errors={errors} />
          <div class="govuk-button-group">
            <Button preventDoubleClick>Save this clause</Button>
            <Link href={clauses}>Leave it as it is</Link>
          </div>
        </Form>
      </Prose>
    ),
  });
}
