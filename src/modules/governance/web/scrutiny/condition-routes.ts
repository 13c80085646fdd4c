import {
  askAgain,
  notFound,
  type OfficeRoute,
  type OfficeVisit,
  page,
  redirect,
  type Reply,
} from '#platform/http';
import { isStale, type Services } from '#platform/module';
import { dateAnswers, once } from '#platform/web';
import { reportOnCondition } from '../../actions/report-on-condition.ts';
import { factsOfExecutive, factsOfScrutiny, watchOn } from '../../domain/scrutiny/accept-fact.ts';
import { type Watch, watchKinds } from '../../domain/scrutiny/condition-fact.ts';
import { conditionPath } from '../../domain/scrutiny/report.ts';
import { mayAnswerScrutiny, mayRecordScrutiny } from '../../permissions.ts';
import { reportAt } from '../../queries/recommendations.ts';
import { explainFact, type FactRead, readProgress, readWatch } from './condition-form.ts';
import { type ConditionWork, progressPage, watchKindPage, watchPage } from './condition-pages.tsx';
import { idOf, noSuchReport } from './report-page.tsx';

/** Saying what a condition is watched by, and reporting on it: the executive’s way and scrutiny’s. */
export function conditionRoutes(services: Services, reports: string): readonly OfficeRoute[] {
  const path = `${reports}/:reference/conditions/:condition`;
  const of =
    (handle: (work: ConditionWork, visit: OfficeVisit) => Promise<Reply> | Reply) =>
    async (visit: OfficeVisit) => {
      const work = await find(services, visit);
      return work === undefined ? notFound(noSuchReport(visit.params)) : handle(work, visit);
    };
  const asExecutive = { as: 'executive', kinds: factsOfExecutive } as const;
  const asScrutiny = { as: 'scrutiny', kinds: factsOfScrutiny } as const;
  return [
    { method: 'GET', path: `${path}/watch`, may: mayRecordScrutiny, handle: of(showWatch) },
    {
      method: 'POST',
      path: `${path}/watch`,
      may: mayRecordScrutiny,
      handle: of((work, visit) => submitWatch(services, work, visit)),
    },
    ...[
      { ...asExecutive, path: `${path}/progress`, may: mayAnswerScrutiny },
      { ...asScrutiny, path: `${path}/findings`, may: mayRecordScrutiny },
    ].flatMap(({ path: own, may, ...whom }): readonly OfficeRoute[] => [
      {
        method: 'GET',
        path: own,
        may,
        handle: of((work, { today }) => page(progressPage(work, whom.kinds, dateAnswers('on', today), {}))),
      },
      {
        method: 'POST',
        path: own,
        may,
        handle: of((work, visit) => submitProgress(services, work, visit, whom)),
      },
    ]),
  ];
}

async function find(
  { database }: Services,
  { actor, params, today }: OfficeVisit,
): Promise<ConditionWork | undefined> {
  const found = await reportAt(database, idOf(params), today);
  const at = found?.conditions.find(({ condition }) => condition.key === params['condition']);
  if (found === undefined || at === undefined) return undefined;
  const facts = found.facts.get(at.condition.key) ?? [];
  return { actor, found, ...at, facts, watch: watchOn(facts, today) };
}

const isWatchKind = (text: string): text is Watch['kind'] => Object.hasOwn(watchKinds, text);

function showWatch(work: ConditionWork, { query, today }: OfficeVisit): Reply {
  const kind = query['kind'] ?? '';
  if (!isWatchKind(kind)) return page(watchKindPage(work));
  return page(watchPage(work, kind, dateAnswers('on', today), {}));
}

async function submitWatch(services: Services, work: ConditionWork, visit: OfficeVisit): Promise<Reply> {
  const { answers } = visit;
  const kind = answers['kind'] ?? '';
  if (!isWatchKind(kind)) return page(watchKindPage(work));
  const read = readWatch(answers, kind);
  const ask = (errors: Readonly<Record<string, string>>) => askAgain(watchPage(work, kind, answers, errors));
  if (!read.ok) return ask(read.error);
  const outcome = await tell(services, work, visit, 'scrutiny', read.value);
  if (outcome.ok) return published(work);
  if (!isStale(outcome.error)) {
    const errors = explainFact(outcome.error);
    return ask(errors['to'] === undefined ? errors : { by: errors['to'] });
  }
  const now = (await find(services, visit)) ?? work;
  const form = 'Another officer changed what is said of this condition meanwhile. Look again, then publish';
  return askAgain(watchPage(now, kind, answers, { form }));
}

async function submitProgress(
  services: Services,
  work: ConditionWork,
  visit: OfficeVisit,
  { as, kinds }: Readonly<{ as: 'executive' | 'scrutiny'; kinds: Parameters<typeof progressPage>[1] }>,
): Promise<Reply> {
  const { answers } = visit;
  const read = readProgress(answers);
  if (!read.ok) return askAgain(progressPage(work, kinds, answers, read.error));
  const outcome = await tell(services, work, visit, as, read.value);
  if (outcome.ok) return published(work);
  if (!isStale(outcome.error))
    return askAgain(progressPage(work, kinds, answers, explainFact(outcome.error)));
  const now = (await find(services, visit)) ?? work;
  return askAgain(progressPage(now, kinds, answers, {}, true));
}

const tell = (
  services: Services,
  { actor, found, condition }: ConditionWork,
  visit: OfficeVisit,
  as: 'executive' | 'scrutiny',
  { fact, seen }: FactRead,
) => {
  const { bodyId, reference } = found.report;
  return reportOnCondition(
    services,
    actor,
    { bodyId, reference, key: condition.key, as },
    fact,
    seen,
    once(visit),
  );
};

const published = ({ found, condition }: ConditionWork): Reply =>
  redirect(conditionPath(found.report, condition), 'The report is published.');
