import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, formatDate, type IsoDate, ok, plural, refuse, type Result } from '#platform/kernel';
import {
  Button,
  CheckboxesField,
  DateField,
  Form,
  FormErrorSummary,
  Prose,
  SelectField,
  TextareaField,
  TextField,
} from '#platform/ui';
import { CheckAnswers, day, line, officePage, optionalDay, passage, readAnswers, step } from '#platform/web';
import { z } from 'zod';
import type { NewAction } from '../../../domain/agreement/accept-action.ts';
import { lastQuickDay, quickWinRuleOn } from '../../../domain/agreement/quick-win-rule.ts';
import { exactly } from '../../../domain/agreement/rough-day.ts';
import type { AgreementPage } from '../../../queries/agreements/agreement-page.ts';
import { officeStep, ownPath } from './addresses.ts';

const mostMilestones = 4;
const boxes = Array.from({ length: mostMilestones }, (_, index) => index + 1);

const form = z.object({
  title: line('what is to be done', { most: 200 }),
  says: passage('more about it', { most: 2000, optional: true }),
  ownerBody: line('the body that answers for it', { most: 80 }),
  ownerOffice: line('the office that answers for it', { most: 120 }),
  due: day('the day by which it is to be done'),
  outcome: line('the outcome', { most: 120, optional: true }),
  target: line('the target', { most: 120, optional: true }),
  source: line('where it is agreed', { most: 300 }),
});

/** Reads an action and its milestones; each milestone that has a title has a day. */
export function readAction(answers: Answers): Result<NewAction, FieldErrors> {
  const read = readAnswers(form, answers, ['due']);
  const milestones = boxes.map((box) => {
    const name = { title: `milestone-${box}`, due: `milestoneDue-${box}` };
    const schema = z.object({
      [name.title]: line(`milestone ${box}`, { most: 200, optional: true }),
      [name.due]: optionalDay(`the day of milestone ${box}`),
    });
    const typed = readAnswers(schema, answers, [name.due]);
    if (!typed.ok) return { errors: typed.error, read: undefined };
    const [title, due] = [typed.value[name.title], typed.value[name.due]];
    if (title === undefined || title === '') return { errors: {}, read: undefined };
    if (typeof due !== 'string')
      return { errors: { [name.due]: `Enter the day of milestone ${box}` }, read: undefined };
    return { errors: {}, read: { title, due } };
  });
  const errors = Object.assign(
    {},
    read.ok ? {} : read.error,
    ...milestones.map((each) => each.errors),
  ) as FieldErrors;
  if (!read.ok || Object.keys(errors).length > 0) return refuse(errors);
  const { title, says, ownerBody, ownerOffice, due, outcome, target, source } = read.value;
  return ok({
    title,
    says,
    ownerBody,
    ownerOffice,
    due: exactly(due),
    outcomeId: outcome || undefined,
    targetId: target || undefined,
    isQuickWin: answers['quickWin'] === 'yes',
    milestones: milestones
      .flatMap((each) => each.read ?? [])
      .map((milestone, index) => ({
        number: index + 1,
        title: milestone.title,
        due: exactly(milestone.due as typeof due),
      })),
    cites: '',
    source,
  });
}

type FormProps = Readonly<{
  actor: Actor;
  found: AgreementPage;
  today: IsoDate;
  answers: Answers;
  errors: FieldErrors;
}>;

function sayQuickWin(today: IsoDate): string {
  const [rule, last] = [quickWinRuleOn(today), lastQuickDay(today)];
  return rule === undefined || last === undefined
    ? 'Yes: it shows something soon'
    : `Yes: it is done within ${plural(rule.months, 'month')}, by ${formatDate(last)}`;
}

const frame = ({ actor, found: { agreement, version } }: Pick<FormProps, 'actor' | 'found'>) =>
  [officeStep(actor), { text: version.title, href: ownPath(actor, agreement.id) }] as const;

export const newActionPage = ({ actor, found, today, answers, errors }: FormProps) => {
  const field = { answers, errors };
  const none = { value: '', text: 'None' };
  return officePage(actor, frame({ actor, found }), {
    title: 'Enter an action',
    caption: found.version.title,
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Form>
          <input type="hidden" name="seen" value={answers['seen'] ?? String(found.actions.length)} />
          <TextField name="title" label="What is to be done?" {...field} />
          <TextareaField name="says" label="More about it (optional)" rows={3} {...field} />
          <SelectField
            name="ownerBody"
            label="Which body answers for it?"
            options={found.version.parties.map(({ bodyId }) => ({
              value: bodyId,
              text: found.bodies.get(bodyId)?.name ?? bodyId,
            }))}
            {...field}
          />
          <TextField
            name="ownerOffice"
            label="Which office answers for it in person?"
            hint="The title of the office, never a name: who holds it is in the register."
            {...field}
          />
          <DateField name="due" legend="By when?" {...field} />
          <CheckboxesField
            name="quickWins"
            legend="A quick win?"
            hint={quickWinRuleOn(today)?.source}
            options={[{ name: 'quickWin', text: sayQuickWin(today) }]}
            {...field}
          />
          <SelectField
            name="outcome"
            label="For which outcome? (optional)"
            options={[
              none,
              ...found.outcomes.map(({ id, number, title }) => ({ value: id, text: `${number}. ${title}` })),
            ]}
            {...field}
          />
          <SelectField
            name="target"
            label="For which target? (optional)"
            options={[
              none,
              ...found.targets.map(({ target, series }) => ({ value: target.id, text: series })),
            ]}
            {...field}
          />
          {boxes.map((box) => (
            <>
              <TextField name={`milestone-${box}`} label={`Milestone ${box} (optional)`} {...field} />
              <DateField name={`milestoneDue-${box}`} legend={`Day of milestone ${box}`} {...field} />
            </>
          ))}
          <TextField name="source" label="Where is it agreed?" {...field} />
          <Button name={step.name} value={step.check}>
            Continue
          </Button>
        </Form>
      </Prose>
    ),
  });
};

export const checkActionPage = (actor: Actor, found: AgreementPage, read: NewAction, answers: Answers) =>
  officePage(actor, frame({ actor, found }), {
    title: 'Check the action',
    caption: found.version.title,
    errors: {},
    main: (
      <Prose>
        <CheckAnswers
          rows={[
            ['Action', read.title],
            ['More about it', read.says],
            [
              'Who answers',
              `${read.ownerOffice ?? ''}, ${found.bodies.get(read.ownerBody)?.name ?? read.ownerBody}`,
            ],
            ['Due', read.due === undefined ? '' : formatDate(read.due.on)],
            ['Quick win', read.isQuickWin ? 'Yes' : 'No'],
            [
              'Milestones',
              read.milestones.map(({ title, due }) => `${title}, ${formatDate(due.on)}`).join('; '),
            ],
            ['Source', read.source],
          ]}
          answers={answers}
          publish="Publish this action"
        />
      </Prose>
    ),
  });
