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
import { formatDate, never } from '#platform/kernel';
import { isStale, type Services } from '#platform/module';
import { Button, DateField, Form, FormErrorSummary, Prose, Text } from '#platform/ui';
import {
  dateAnswers,
  day,
  explainCommon,
  isCommon,
  line,
  officePage,
  once,
  readAnswers,
} from '#platform/web';
import { z } from 'zod';
import { handOver, type HandOverRefusal } from '../../../actions/frameworks/hand-over.ts';
import { indicatorPath } from '../../../domain/framework/framework.ts';
import { mayDraftAgreements } from '../../../permissions.ts';
import { type SeriesToOwn, seriesToOwn } from '../../../queries/frameworks/office.ts';
import { noSuchSeries } from './owner-routes.tsx';
import { AreaField, seenAnew, WhoBrings } from './series-areas.tsx';

const path = '/office/:body/series/:series/hand-over';
const form = z.object({ area: line('the area', { most: 100 }), until: day('the day') });

/** Laying down the duty to bring the readings of a series, so that another body can take it over. */
export const handOverRoutes = (services: Services): readonly OfficeRoute[] => [
  {
    method: 'GET',
    path,
    may: mayDraftAgreements,
    handle: async (visit) => {
      const work = await find(services, visit);
      return work === undefined
        ? notFound(noSuchSeries)
        : page(askPage(visit, work, dateAnswers('until', visit.today), {}));
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
  const read = readAnswers(form, answers, ['until']);
  if (!read.ok) return askAgain(askPage(visit, work, answers, read.error));
  const { area, until } = read.value;
  const seen = answers[`seen-${area}`] ?? '';
  const handed = { seriesId: work.series.id, areaId: area, until, seen };
  const done = await handOver(services, actor, handed, once(visit));
  if (done.ok)
    return redirect(
      indicatorPath({ id: work.series.indicatorId }),
      `The readings are handed over. From ${formatDate(until)} another body that serves the area can name its office.`,
    );
  if (!isStale(done.error)) return askAgain(askPage(visit, work, answers, explain(done.error)));
  const now = (await find(services, visit)) ?? work;
  const meanwhile =
    'Another officer changed who brings these readings meanwhile. What stands now is shown above';
  return askAgain(askPage(visit, now, seenAnew(answers), { area: meanwhile }));
}

function askPage(
  { actor }: OfficeVisit,
  { series, areas }: SeriesToOwn,
  answers: Answers,
  errors: FieldErrors,
) {
  const field = { answers, errors };
  return officePage(actor, [{ text: 'Indicators', href: `/office/${actor.bodyId}/indicators` }], {
    title: 'Hand over readings',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>
          {`Series: ${series.title}. What is due until the day stays due from your body. From that day another body that serves the area can name its own office; until one does, nobody brings these readings.`}
        </Text>
        <WhoBrings areas={areas} />
        <Form>
          <AreaField areas={areas} {...field} />
          <DateField name="until" legend="From which day does your body bring them no more?" {...field} />
          <Button>Hand over</Button>
        </Form>
      </Prose>
    ),
  });
}

function explain(refusal: Exclude<HandOverRefusal, Readonly<{ stale: unknown }>>): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-series':
      return { form: noSuchSeries };
    case 'not-yours':
      return { area: 'Your body does not bring the readings of this area, so it has none to hand over' };
    case 'handed-over-already':
      return { area: 'Your body has handed these readings over already' };
    case 'in-the-past':
      return { until: 'The day must be today or later: what was due until now stays due from your body' };
    case 'before-it-began':
      return { until: 'The day must be after the day from which your office was named' };
    default:
      return never(refusal);
  }
}
