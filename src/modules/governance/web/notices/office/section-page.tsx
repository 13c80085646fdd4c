import type { Answers, FieldErrors } from '#platform/http';
import type { Actor } from '#platform/kernel';
import { Button, Form, FormErrorSummary, Link, Prose } from '#platform/ui';
import type { PlaceLine } from '#modules/register';
import { BothVersions, officePage, step } from '#platform/web';
import type { NoticeDraft } from '../../../queries/notice-drafts.ts';
import { SectionFields } from '../form/fields/section-fields.tsx';
import { isAskedIn, type SectionId, sections } from '../form/sections.ts';
import { draftPath, roomPath, roomSteps } from './room.ts';

/** The button that keeps the answers as they are, finished or not. */
export const later = 'later';

type SectionPageProps = Readonly<{
  actor: Actor;
  id: SectionId;
  answers: Answers;
  errors: FieldErrors;
  places: readonly PlaceLine[];
  /** Undefined where nothing is kept yet. */
  draft: NoticeDraft['draft'] | undefined;
  /** What somebody else saved while this was open. */
  theirs?: NoticeDraft['draft'] | undefined;
}>;

/** One part of a notice’s form. */
export function sectionPage(props: SectionPageProps) {
  const { actor, id, answers, errors, places, draft, theirs } = props;
  const { title, hint } = sections[id];
  const seen = theirs?.version ?? answers['draftSeen'] ?? draft?.version ?? 0;
  const back = draft === undefined ? roomPath(actor.bodyId) : draftPath(actor.bodyId, draft.id);
  const isSecondNotice =
    draft?.answers['change'] === 'private-again' || answers['representations'] !== undefined;
  return officePage(actor, roomSteps(actor), {
    title,
    caption: draft?.answers['title'] ?? 'A new notice',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {theirs !== undefined && <OtherAnswers id={id} answers={answers} theirs={theirs} />}
        <p class="govuk-body">{hint}. Every answer is kept; only your body sees the draft.</p>
        <Form>
          <input type="hidden" name="draftSeen" value={String(seen)} />
          <SectionFields
            id={id}
            answers={answers}
            errors={errors}
            places={places}
            isSecondNotice={isSecondNotice}
          />
          <div class="govuk-button-group">
            <Button>Save and continue</Button>
            <Button name={step.name} value={later} variant="secondary">
              Save and finish later
            </Button>
            <Link href={back}>Back without saving</Link>
          </div>
        </Form>
      </Prose>
    ),
  });
}

function OtherAnswers({
  id,
  answers,
  theirs,
}: Readonly<{ id: SectionId; answers: Answers; theirs: NoticeDraft['draft'] }>) {
  const names = [...new Set([...Object.keys(theirs.answers), ...Object.keys(answers)])];
  const differing = names.filter(
    (name) => isAskedIn(id, name) && (theirs.answers[name] ?? '') !== (answers[name] ?? ''),
  );
  return (
    <BothVersions
      what={`The ${theirs.preparedBy} saved this draft while you were writing.`}
      rows={differing.map((name) => ({
        field: name,
        theirs: theirs.answers[name] ?? '',
        yours: answers[name] ?? '',
      }))}
    >
      To put your answers in the place of theirs, send the form again.
    </BothVersions>
  );
}
