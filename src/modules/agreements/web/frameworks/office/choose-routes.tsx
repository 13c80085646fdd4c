import {
  type Answers,
  askAgain,
  type FieldErrors,
  notFound,
  type OfficeRoute,
  type OfficeVisit,
  page,
  redirect,
} from '#platform/http';
import { never } from '#platform/kernel';
import { isStale, type Services } from '#platform/module';
import {
  Button,
  CheckboxesField,
  Form,
  FormErrorSummary,
  InsetText,
  Prose,
  SelectField,
  Text,
  TextareaField,
  TextField,
} from '#platform/ui';
import {
  explainCommon,
  isCommon,
  line,
  officePage,
  once,
  passage,
  readAnswers,
  versionSeen,
} from '#platform/web';
import { z } from 'zod';
import { chooseIndicators, type ChooseRefusal } from '../../../actions/frameworks/choose-indicators.ts';
import { outcomePath } from '../../../domain/framework/framework.ts';
import { mayDraftAgreements } from '../../../permissions.ts';
import { type OutcomeToMeasure, outcomeToMeasure } from '../../../queries/frameworks/office.ts';

const path = '/office/:body/outcomes/:framework/:outcome/indicators';
const noSuchOutcome = 'There is no outcome with this address.';
const form = z.object({
  add: line('an indicator to add', { most: 100, optional: true }),
  says: passage('why these', { most: 1000, optional: true }),
  source: line('where it is written', { most: 300 }),
});

/** Choosing which indicators tell of an outcome of the body’s own framework. */
export const chooseRoutes = (services: Services): readonly OfficeRoute[] => [
  {
    method: 'GET',
    path,
    may: mayDraftAgreements,
    handle: async (visit) => {
      const work = await find(services, visit);
      return work === undefined
        ? notFound(noSuchOutcome)
        : page(askPage(visit.actor, work, tickedOf(work), {}));
    },
  },
  { method: 'POST', path, may: mayDraftAgreements, handle: (visit) => submit(services, visit) },
];

const find = ({ database }: Services, { params, today }: OfficeVisit) =>
  outcomeToMeasure(database, `${params['framework'] ?? ''}/${params['outcome'] ?? ''}`, today);

const tickedOf = ({ stands }: OutcomeToMeasure): Answers =>
  Object.fromEntries(
    stands
      .filter(({ standing }) => standing === 'chosen')
      .map(({ indicatorId }) => [`chosen-${indicatorId}`, 'yes']),
  );

async function submit(services: Services, visit: OfficeVisit) {
  const { actor, answers } = visit;
  const work = await find(services, visit);
  if (work === undefined) return notFound(noSuchOutcome);
  const read = readAnswers(form, answers);
  if (!read.ok) return askAgain(askPage(actor, work, answers, read.error));
  const { add, says, source } = read.value;
  const ticked = work.indicators.map(({ id }) => id).filter((id) => answers[`chosen-${id}`] === 'yes');
  const done = await chooseIndicators(
    services,
    actor,
    {
      outcomeId: work.outcome.id,
      indicatorIds: add === '' ? ticked : [...ticked, add],
      says,
      source,
      seen: versionSeen(answers['seen']),
    },
    once(visit),
  );
  if (done.ok) return redirect(outcomePath(work.outcome), 'The indicators are chosen.');
  if (!isStale(done.error)) return askAgain(askPage(actor, work, answers, explain(done.error)));
  const now = (await find(services, visit)) ?? work;
  const { seen: _seen, ...kept } = answers;
  return askAgain(
    askPage(actor, now, kept, {
      form: 'Another officer chose indicators of this outcome meanwhile. What stands now is shown below; choose again',
    }),
  );
}

function askPage(actor: OfficeVisit['actor'], work: OutcomeToMeasure, answers: Answers, errors: FieldErrors) {
  const { outcome, stands, indicators, said } = work;
  const field = { answers, errors };
  const listed = indicators.filter(({ id }) => stands.some(({ indicatorId }) => indicatorId === id));
  const standingOf = (id: string) => stands.find(({ indicatorId }) => indicatorId === id)?.standing ?? '';
  return officePage(actor, [{ text: outcome.title, href: outcomePath(outcome) }], {
    title: 'Choose the indicators of an outcome',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>{`Outcome ${outcome.number}: ${outcome.title}.`}</Text>
        <InsetText>
          From today those ticked tell of it. A suggestion that is not ticked is dropped; what stood before
          stays readable.
        </InsetText>
        <Form>
          <input type="hidden" name="seen" value={answers['seen'] ?? String(said)} />
          {listed.length > 0 && (
            <CheckboxesField
              name="chosen"
              legend="Which of these tell of it?"
              options={listed.map(({ id, code, title }) => ({
                name: `chosen-${id}`,
                text: `${code} ${title}`,
                hint: `${standingOf(id)} until now`,
              }))}
              {...field}
            />
          )}
          <SelectField
            name="add"
            label="Add another (optional)"
            options={[
              { value: '', text: 'None' },
              ...indicators
                .filter(({ id }) => !listed.some((each) => each.id === id))
                .map(({ id, code, title }) => ({ value: id, text: `${code} ${title}` })),
            ]}
            {...field}
          />
          <TextareaField name="says" label="Why these? (optional)" rows={3} {...field} />
          <TextField name="source" label="Where is the choice written?" {...field} />
          <Button>Choose these indicators</Button>
        </Form>
      </Prose>
    ),
  });
}

function explain(refusal: Exclude<ChooseRefusal, Readonly<{ stale: unknown }>>): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-outcome':
      return { form: noSuchOutcome };
    case 'no-such-indicator':
      return { add: 'Select an indicator from the list' };
    case 'not-your-outcome':
      return { form: 'This outcome belongs to another body’s framework. That body chooses its indicators' };
    case 'nothing-changed':
      return {
        form: 'These indicators tell of it already. Tick or add another, or leave them as they stand',
      };
    default:
      return never(refusal);
  }
}
