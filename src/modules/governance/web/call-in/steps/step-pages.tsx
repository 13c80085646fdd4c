import type { Answers, FieldErrors } from '#platform/http';
import type { Actor } from '#platform/kernel';
import {
  Button,
  Form,
  FormErrorSummary,
  Prose,
  RadiosField,
  Text,
  TextareaField,
  TextField,
} from '#platform/ui';
import { CheckAnswers } from '#platform/web';
import type { Step } from '../../../domain/decision/step.ts';
import type { CallInShown } from '../../../queries/call-in/call-in-shown.ts';
import { entryPage } from '../parts/decisions-page.ts';
import { Lines } from '../parts/lines.tsx';
import { MomentFields } from '../parts/moment-fields.tsx';
import { momentInWords, standingInWords, stepTitle } from '../words.ts';
import { saysCharacters } from './step-form.ts';
import { type FormKind, stepForms } from './step-forms.ts';

export function stepPage(
  actor: Actor,
  kind: FormKind,
  callIn: CallInShown,
  answers: Answers,
  errors: FieldErrors,
) {
  const { title, when, outcomes, by, says } = stepForms[kind];
  const { standing, decision } = callIn;
  const field = { answers, errors };
  return entryPage(actor, callIn.decision, {
    title,
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text lead>{decision.title}</Text>
        {standing.callIn !== undefined && (
          <Text>{standingInWords(standing.callIn.standing, standing.assumed)}</Text>
        )}
        <Form>
          <MomentFields legend={when} time="At what time was it settled?" {...field} />
          {by !== undefined && <TextField name="by" label={by.label} hint={by.hint} {...field} />}
          <RadiosField
            name="outcome"
            legend="What came of it?"
            options={Object.entries(outcomes).map(([value, text]) => ({ value, text }))}
            {...field}
          />
          {kind === 'reconsideration' && (
            <TextField
              name="leads-to"
              label="Number of the new record (where it was changed)"
              hint="For example, 2026-014. Publish the new record first."
              width={10}
              {...field}
            />
          )}
          <TextareaField name="says" label={says} rows={5} maxLength={saysCharacters} {...field} />
          <TextField
            name="source"
            label="Where it is recorded (optional)"
            hint="For example, minutes of the committee, 22 July 2026, item 4."
            {...field}
          />
          <Button>Check before publishing</Button>
        </Form>
      </Prose>
    ),
  });
}

export const checkStepPage = (actor: Actor, callIn: CallInShown, step: Step, answers: Answers) =>
  entryPage(actor, callIn.decision, {
    title: 'Check before it is published',
    main: (
      <Prose>
        <CheckAnswers
          publish="Publish this"
          answers={answers}
          rows={[
            ['Decision', callIn.decision.title],
            ['What came of it', stepTitle(step)],
            ['When', momentInWords(step.at)],
            ['By whom', step.byWhom],
            ['In writing', step.says === '' ? '' : <Lines text={step.says} />],
            ...(step.leadsTo === undefined ? [] : [['New record', step.leadsTo] as const]),
            ['Recorded in', step.source],
          ]}
        >
          <Text>It is public from then on, and stands with the decision for good.</Text>
        </CheckAnswers>
      </Prose>
    ),
  });
