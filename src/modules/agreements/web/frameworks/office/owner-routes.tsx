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
import { formatDate, never, roles } from '#platform/kernel';
import { isStale, type Services } from '#platform/module';
import { Button, DateField, Form, FormErrorSummary, Link, Prose, SelectField, Text } from '#platform/ui';
import {
  dateAnswers,
  day,
  explainCommon,
  isCommon,
  line,
  officePage,
  once,
  oneOf,
  readAnswers,
} from '#platform/web';
import { z } from 'zod';
import { nameOwner, type NameOwnerRefusal } from '../../../actions/frameworks/name-owner.ts';
import { indicatorPath } from '../../../domain/framework/framework.ts';
import { mayDraftAgreements } from '../../../permissions.ts';
import { type SeriesToOwn, seriesToOwn } from '../../../queries/frameworks/office.ts';
import { AreaField, sayRole, seenAnew, WhoBrings } from './series-areas.tsx';

const path = '/office/:body/series/:series/owner';
export const noSuchSeries =
  'There is no series with this address. The page of its indicator lists its series.';
const form = z.object({
  area: line('the area', { most: 100 }),
  role: oneOf(roles, 'Select the office that brings its readings'),
  from: day('the first day'),
});

/** Naming which office of a body brings the readings of a series. */
export const ownerRoutes = (services: Services): readonly OfficeRoute[] => [
  {
    method: 'GET',
    path,
    may: mayDraftAgreements,
    handle: async (visit) => {
      const work = await find(services, visit);
      return work === undefined
        ? notFound(noSuchSeries)
        : page(askPage(visit, work, dateAnswers('from', visit.today), {}));
    },
  },
  { method: 'POST', path, may: mayDraftAgreements, handle: (visit) => submit(services, visit) },
];

const find = ({ database }: Services, { actor, params, today }: OfficeVisit) =>
  seriesToOwn(database, params['series'] ?? '', actor, today);

async function submit(services: Services, visit: OfficeVisit) {
  const { actor, answers } = visit;
  const work = await find(services, visit);
  if (work === undefined) return notFound(noSuchSeries);
  const read = readAnswers(form, answers, ['from']);
  if (!read.ok) return askAgain(askPage(visit, work, answers, read.error));
  const { area, role, from } = read.value;
  const named = { seriesId: work.series.id, areaId: area, role, from, seen: answers[`seen-${area}`] ?? '' };
  const done = await nameOwner(services, actor, named, once(visit));
  if (done.ok) return redirect(indicatorPath({ id: work.series.indicatorId }), 'The office is named.');
  if (!isStale(done.error)) return askAgain(askPage(visit, work, answers, explain(done.error)));
  const now = (await find(services, visit)) ?? work;
  return askAgain(
    askPage(visit, now, seenAnew(answers), {
      area: 'Another officer named an office for this area meanwhile. What stands now is shown above',
    }),
  );
}

function askPage(
  { actor, today }: OfficeVisit,
  { series, areas }: SeriesToOwn,
  answers: Answers,
  errors: FieldErrors,
) {
  const field = { answers, errors };
  return officePage(actor, [{ text: 'Indicators', href: `/office/${actor.bodyId}/indicators` }], {
    title: 'Name who brings the readings',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>{`Series: ${series.title}. Your body names its own offices, for itself and the places it serves. Where another body brings the readings, it hands them over first.`}</Text>
        <WhoBrings areas={areas} />
        <Form>
          <AreaField areas={areas} {...field} />
          <SelectField
            name="role"
            label="Which office brings the readings?"
            options={roles.map((role) => ({ value: role, text: sayRole(role) }))}
            {...field}
          />
          <DateField
            name="from"
            legend="From which day?"
            hint={`For example ${formatDate(today)}`}
            {...field}
          />
          <Button>Name this office</Button>
        </Form>
        {areas.some(({ last }) => last?.bodyId === actor.bodyId && last.until === undefined) && (
          <Text>
            <Link href={`/office/${actor.bodyId}/series/${series.id}/hand-over`}>
              Hand these readings over to another body
            </Link>
          </Text>
        )}
      </Prose>
    ),
  });
}

function explain(refusal: Exclude<NameOwnerRefusal, Readonly<{ stale: unknown }>>): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-series':
      return { form: noSuchSeries };
    case 'not-your-area':
      return {
        area: 'Your body does not serve this area, so it cannot name who brings its readings. The body that does names its own office',
      };
    case 'owner-already':
      return { role: 'This office brings the readings already' };
    case 'before-the-last':
      return { from: 'The day must be after the day from which the last office was named' };
    case 'anothers-duty':
      return {
        area: 'Another body brings these readings. Ask it to hand them over: from the day it says, you can name your own office',
      };
    case 'behind-anothers-back':
      return {
        from: 'Another body brings these readings until now, and what it brought or missed stays told of it. Enter today or a later day',
      };
    default:
      return never(refusal);
  }
}
