import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import {
  Button,
  DateField,
  Form,
  FormErrorSummary,
  Prose,
  RadiosField,
  SelectField,
  TextareaField,
  TextField,
} from '#platform/ui';
import { CheckAnswers, day, line, officePage, oneOf, passage, readAnswers, step } from '#platform/web';
import { z } from 'zod';
import type { NewStage } from '../../../domain/agreement/accept-stage.ts';
import { stagesOf } from '../../../domain/agreement/lifecycle.ts';
import { precisions, sayRoughDay } from '../../../domain/agreement/rough-day.ts';
import { type Stage, stageTitles } from '../../../domain/agreement/stage.ts';
import type { AgreementAt } from '../../../queries/agreements/agreement-at.ts';
import { officeStep, ownPath } from './addresses.ts';

const stages = Object.keys(stageTitles) as [Stage, ...Stage[]];
const form = z.object({
  stage: oneOf(stages, 'Select the stage it reached'),
  on: day('the day it reached it'),
  precision: z.enum(precisions).default('day'),
  says: passage('who decided it', { most: 1000, optional: true }),
  decision: line('the decision', { most: 120, optional: true }),
  source: line('where that can be read', { most: 300 }),
});

/** Reads a stage: the decision is given by the address of its page, or by its id. */
export function readStage(answers: Answers): Result<NewStage, FieldErrors> {
  const read = readAnswers(form, answers, ['on']);
  if (!read.ok) return refuse(read.error);
  const { stage, on, precision, says, decision, source } = read.value;
  const decisionId = decision.replace(/^.*\/decisions\//, '');
  return ok({
    stage,
    when: { on, precision },
    says,
    decisionId: decisionId === '' ? undefined : decisionId,
    source,
  });
}

export const stagePage = (
  actor: Actor,
  { agreement, version, stages: reached }: AgreementAt,
  answers: Answers,
  errors: FieldErrors,
) =>
  officePage(actor, [officeStep(actor), { text: version.title, href: ownPath(actor, agreement.id) }], {
    title: 'Record a stage',
    caption: version.title,
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Form>
          <input type="hidden" name="seen" value={answers['seen'] ?? String(reached.length)} />
          <RadiosField
            name="stage"
            legend="Which stage did it reach?"
            options={stagesOf(agreement.kind).map((value) => ({ value, text: stageTitles[value] }))}
            answers={answers}
            errors={errors}
          />
          <DateField name="on" legend="When?" answers={answers} errors={errors} />
          <SelectField
            name="precision"
            label="How exactly is that known?"
            options={precisions.map((value) => ({ value, text: `To the ${value}` }))}
            answers={answers}
            errors={errors}
          />
          <TextareaField
            name="says"
            label="Who decided, and what"
            rows={3}
            answers={answers}
            errors={errors}
          />
          <TextField
            name="decision"
            label="The decision, if it is on record (optional)"
            hint="The address of its page, such as /decisions/maidstone/2026-001."
            answers={answers}
            errors={errors}
          />
          <TextField name="source" label="Where can that be read?" answers={answers} errors={errors} />
          <Button name={step.name} value={step.check}>
            Continue
          </Button>
        </Form>
      </Prose>
    ),
  });

export const checkStagePage = (
  actor: Actor,
  { agreement, version }: AgreementAt,
  read: NewStage,
  answers: Answers,
) =>
  officePage(actor, [officeStep(actor), { text: version.title, href: ownPath(actor, agreement.id) }], {
    title: 'Check the stage',
    caption: version.title,
    errors: {},
    main: (
      <Prose>
        <CheckAnswers
          rows={[
            ['Stage', stageTitles[read.stage]],
            ['When', sayRoughDay(read.when)],
            ['Who decided', read.says],
            ['Decision', read.decisionId ?? ''],
            ['Source', read.source],
          ]}
          answers={answers}
          publish="Publish this stage"
        />
      </Prose>
    ),
  });
