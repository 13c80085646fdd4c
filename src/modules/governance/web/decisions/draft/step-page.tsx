import type { Draft } from '#platform/drafts';
import type { Answers, FieldErrors } from '#platform/http';
import type { Actor } from '#platform/kernel';
import { Button, Form, FormErrorSummary, Prose } from '#platform/ui';
import { BothVersions, officePage, step as button } from '#platform/web';
import type { Judged } from '../../../actions/judge-decision.ts';
import type { DraftChoices } from '../../../queries/decision-drafting.ts';
import { draftTrail, stepPath } from './draft-words.ts';
import { stepFields } from './steps/step-fields.tsx';
import { type StepId, steps } from './steps/steps.ts';

/** The button that keeps what is there, right or wrong. */
export const later = 'later';

type StepPageProps = Readonly<{
  actor: Actor;
  draft: Draft;
  step: StepId;
  answers: Answers;
  errors: FieldErrors;
  choices: DraftChoices;
  judged: Judged;
  /** `printOf` the step as it stands in the draft. */
  seen: string;
  /** Another officer saved this step meanwhile: what it says in the draft. */
  theirs?: Answers | undefined;
}>;

/** One step of the form. */
export function stepPage({
  actor,
  draft,
  step,
  seen,
  theirs,
  choices,
  judged,
  answers,
  errors,
}: StepPageProps) {
  const Fields = stepFields[step];
  return officePage(actor, draftTrail(actor.bodyId, draft.id), {
    title: steps[step].title,
    caption: judged.decision.title === '' ? 'Record a decision' : judged.decision.title,
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {theirs !== undefined && <Theirs draft={draft} theirs={theirs} answers={answers} />}
        <Form>
          <input type="hidden" name="seen" value={seen} />
          <Fields
            answers={answers}
            errors={errors}
            choices={choices}
            judged={judged}
            here={stepPath(actor.bodyId, draft.id, step)}
          />
          <SaveButtons />
        </Form>
      </Prose>
    ),
  });
}

export const SaveButtons = () => (
  <div class="govuk-button-group">
    <Button preventDoubleClick>Save and go on</Button>
    <Button name={button.name} value={later} variant="secondary">
      Save as it is and finish later
    </Button>
  </div>
);

/** What another officer saved while this page was open, beside what was typed here. */
export const Theirs = ({
  draft,
  theirs,
  answers,
}: Readonly<{ draft: Draft; theirs: Answers; answers: Answers }>) => (
  <BothVersions
    what={`The ${draft.preparedBy} saved this part of the draft while you were writing.`}
    rows={[...new Set([...Object.keys(theirs), ...Object.keys(answers)])]
      .filter((name) => (theirs[name] ?? '') !== (answers[name] ?? ''))
      .map((name) => ({ field: name, theirs: theirs[name], yours: answers[name] }))}
  >
    To put yours in its place, send the form again.
  </BothVersions>
);
