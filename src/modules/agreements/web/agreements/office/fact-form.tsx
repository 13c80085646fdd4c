import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, formatDate, ok, refuse, type Result } from '#platform/kernel';
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
import {
  CheckAnswers,
  day,
  line,
  officePage,
  oneOf,
  optionalDay,
  passage,
  readAnswers,
  step,
} from '#platform/web';
import { z } from 'zod';
import type { NewFact } from '../../../domain/agreement/accept-action.ts';
import { actionFacts, type PlannedAction } from '../../../domain/agreement/action.ts';
import { officeStep } from './addresses.ts';

const words = {
  started: 'It has begun',
  done: 'It is done',
  moved: 'It is moved to a later day',
  dropped: 'It is given up',
} as const;

const form = z.object({
  about: line('what it is about', { most: 4, optional: true }),
  fact: oneOf(actionFacts, 'Select what became of it'),
  on: day('the day'),
  says: passage('what happened', { most: 2000, optional: true }),
  evidence: line('the evidence', { most: 500, optional: true }),
  due: optionalDay('the new day'),
});

/** Evidence is a page here, or one of the web: nothing that a browser would carry out. */
const isAddress = (text: string): boolean => text === '' || /^(https:\/\/|\/(?![/\\]))/.test(text);

/** Reads what became of an action, or of one of its milestones. */
export function readFact(answers: Answers): Result<NewFact, FieldErrors> {
  const read = readAnswers(form, answers, ['on', 'due']);
  if (!read.ok) return refuse(read.error);
  const { about, fact, on, says, evidence, due } = read.value;
  if (!isAddress(evidence))
    return refuse({ evidence: 'The evidence must be an address that begins with https:// or with /' });
  return ok({
    milestone: /^\d{1,3}$/.test(about) ? Number(about) : undefined,
    fact,
    on,
    says,
    evidence: evidence === '' ? undefined : evidence,
    due,
  });
}

type FormProps = Readonly<{ actor: Actor; action: PlannedAction; answers: Answers; errors: FieldErrors }>;

export const factPage = ({ actor, action, answers, errors }: FormProps) => {
  const field = { answers, errors };
  return officePage(actor, [officeStep(actor)], {
    title: 'What became of it?',
    caption: action.title,
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Form>
          <input type="hidden" name="seen" value={answers['seen'] ?? String(action.facts.length)} />
          <SelectField
            name="about"
            label="What is it about?"
            options={[
              { value: '', text: 'The action itself' },
              ...action.milestones.map(({ number, title }) => ({
                value: String(number),
                text: `Milestone: ${title}`,
              })),
            ]}
            {...field}
          />
          <RadiosField
            name="fact"
            legend="What became of it?"
            options={actionFacts.map((value) => ({
              value,
              text: words[value],
              ...(value === 'moved' && {
                conditional: <DateField name="due" legend="To which day?" {...field} />,
              }),
            }))}
            {...field}
          />
          <DateField name="on" legend="When?" {...field} />
          <TextareaField name="says" label="What happened, or why" rows={4} {...field} />
          <TextField
            name="evidence"
            label="Where can it be seen?"
            hint="The address of a page. What is done needs one."
            {...field}
          />
          <Button name={step.name} value={step.check}>
            Continue
          </Button>
        </Form>
      </Prose>
    ),
  });
};

export const checkFactPage = (actor: Actor, action: PlannedAction, read: NewFact, answers: Answers) =>
  officePage(actor, [officeStep(actor)], {
    title: 'Check what became of it',
    caption: action.title,
    errors: {},
    main: (
      <Prose>
        <CheckAnswers
          rows={[
            [
              'About',
              action.milestones.find(({ number }) => number === read.milestone)?.title ?? 'The action itself',
            ],
            ['What became of it', words[read.fact]],
            ['When', formatDate(read.on)],
            ['New day', read.due === undefined ? '' : formatDate(read.due)],
            ['What happened', read.says],
            ['Evidence', read.evidence ?? ''],
          ]}
          answers={answers}
          publish="Publish it"
        />
      </Prose>
    ),
  });
