import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import { addDays, formatDate, type IsoDate, listInWords, plural } from '#platform/kernel';
import type { Services } from '#platform/module';
import {
  type Column,
  DataTable,
  Downloads,
  followAddresses,
  FollowLinks,
  Link,
  Prose,
  Text,
} from '#platform/ui';
import { AnotherDay, AsOf, fileRoutes, home, onDay } from '#platform/web';
import { type PlaceLine, placesOn } from '#modules/register';
import { sayDue } from '../../../domain/notice/in-words.ts';
import { noticePath } from '../../../domain/notice/notice.ts';
import { type ForwardPlan, forwardPlan } from '../../../queries/forward-plan.ts';
import { type NoticeLine, overdueDays } from '../../../queries/notices-open.ts';
import { Badges } from '../parts/badges.tsx';
import { planDataset } from './plan-dataset.ts';
import { PlanFilter } from './plan-filter.tsx';
import { pageOf, PlanPages } from './plan-pages.tsx';
import { filtersOf, planAsked, planPath } from './read-asked.ts';

/** The forward plan of all Kent and of each body: what is to be decided, by whom and when. */
export function planRoutes({ database }: Pick<Services, 'database'>): readonly PublicRoute[] {
  const show = async (visit: Visit, bodyId: string | undefined) => {
    const asked = planAsked(visit, bodyId);
    const [plan, places] = await Promise.all([
      forwardPlan(database, asked),
      placesOn(database, { on: visit.on }),
    ]);
    return plan === undefined ? notFound(noSuchBody(asked.bodyId)) : page(planPage(plan, places, visit));
  };
  const dataset = async (visit: Visit, bodyId: string | undefined) => {
    const plan = await forwardPlan(database, planAsked(visit, bodyId));
    return plan && planDataset(plan);
  };
  return [
    { method: 'GET', path: '/forward-plan', may: 'anyone', handle: (visit) => show(visit, undefined) },
    {
      method: 'GET',
      path: '/forward-plan/:body',
      may: 'anyone',
      handle: (visit) => show(visit, visit.params['body']),
    },
    ...fileRoutes('/forward-plan', (visit) => dataset(visit, undefined)),
    ...fileRoutes(
      '/forward-plan/:body/notices',
      (visit) => dataset(visit, visit.params['body']),
      ({ params }) => noSuchBody(params['body']),
    ),
  ];
}

export const noSuchBody = (bodyId = ''): string =>
  `There is no body called ${bodyId} in the register. The list of councils and bodies has them all.`;

function planPage(plan: ForwardPlan, places: readonly PlaceLine[], visit: Visit) {
  const { body } = plan;
  const name = body?.name;
  return {
    title: 'Forward plan',
    ...(name === undefined ? {} : { caption: name }),
    description: `What ${name ?? 'Kent’s councils'} will decide, who decides and from when, with the notice each decision has.`,
    section: 'decisions',
    breadcrumbs:
      body === undefined
        ? [home, { text: 'Forward plan' }]
        : [home, { text: 'Forward plan', href: onDay('/forward-plan', visit) }, { text: body.name }],
    ...(body === undefined
      ? {}
      : {
          feed: {
            href: followAddresses({ kind: 'bodies', id: body.id }).feed,
            title: `${body.name}: what is new`,
          },
        }),
    main: <Plan plan={plan} places={places} visit={visit} />,
  };
}

type Shown = Readonly<{ plan: ForwardPlan; places: readonly PlaceLine[]; visit: Visit }>;

function Plan({ plan, places, visit }: Shown) {
  const { asked, body, lines } = plan;
  const { shown, at, of } = pageOf(lines, visit.query['page']);
  const path = body === undefined ? '/forward-plan' : `/forward-plan/${body.id}/notices`;
  const file = (ending: string) => onDay(`${path}.${ending}${filtersOf(asked)}`, visit);
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        <p class="govuk-body-l">
          {body === undefined
            ? 'What Kent’s councils and bodies are going to decide, who decides, and from when.'
            : `What ${body.name} is going to decide, who decides, and from when.`}
        </p>
        <Lately plan={plan} visit={visit} />
      </Prose>
      <PlanFilter asked={asked} bodies={[...plan.bodies.values()]} places={places} visit={visit} />
      <div class="accord-alike">
        {groups.map(({ title, holds }) => (
          <Group
            title={title}
            lines={shown.filter((line) => holds(line, visit.on))}
            plan={plan}
            visit={visit}
          />
        ))}
      </div>
      {lines.length === 0 && (
        <Text>
          {filtersOf(asked) === ''
            ? 'No notice of a forthcoming decision is published here.'
            : 'No notice of a forthcoming decision answers what you chose.'}
        </Text>
      )}
      {of > 1 && <PlanPages asked={asked} visit={visit} at={at} of={of} />}
      <Prose>
        <Text>
          A notice leaves the plan when the record of its decision is published or it is withdrawn. One whose
          day went by without either is shown as late for {plural(overdueDays, 'day')}.
        </Text>
      </Prose>
      <Downloads csv={file('csv')} json={file('json')} of="the forward plan, filtered as here" />
      {body !== undefined && <FollowLinks followed={{ kind: 'bodies', id: body.id }} what={body.name} />}
      <div class="govuk-!-margin-top-6">
        <AnotherDay visit={visit} />
      </div>
    </>
  );
}

/** When a decision is due, seen from the day of the page. Each notice is in one group. */
const groups: readonly Readonly<{ title: string; holds(line: NoticeLine, on: IsoDate): boolean }>[] = [
  { title: 'Late: the day has passed and no record is published', holds: (line, on) => line.dueUntil < on },
  {
    title: 'Due within two weeks',
    holds: ({ dueFrom, dueUntil }, on) => dueUntil >= on && dueFrom <= addDays(on, 14),
  },
  {
    title: 'Due within a month',
    holds: ({ dueFrom }, on) => dueFrom > addDays(on, 14) && dueFrom <= addDays(on, 31),
  },
  { title: 'Later', holds: ({ dueFrom }, on) => dueFrom > addDays(on, 31) },
];

function Group({
  title,
  lines,
  plan,
  visit,
}: Readonly<{ title: string; lines: readonly NoticeLine[]; plan: ForwardPlan; visit: Visit }>) {
  if (lines.length === 0) return null;
  return (
    <DataTable
      caption={`${title} (${lines.length})`}
      columns={columnsOf(plan, visit)}
      rows={lines}
      empty=""
      narrow="stack"
    />
  );
}

function columnsOf({ body, bodies }: ForwardPlan, visit: Visit): readonly Column<NoticeLine>[] {
  return [
    {
      title: 'Decision',
      cell: (line) => <Link href={onDay(noticePath(line), visit)}>{line.title}</Link>,
    },
    { title: 'Due', cell: sayDue },
    {
      title: 'Decided by',
      cell: ({ decisionMaker, bodyId }) =>
        body === undefined ? (
          <>
            {decisionMaker},{' '}
            <Link href={onDay(planPath(bodyId), visit)}>{bodies.get(bodyId)?.name ?? bodyId}</Link>
          </>
        ) : (
          decisionMaker
        ),
    },
    { title: 'What it is', cell: (line) => <Badges line={line} today={visit.on} /> },
  ];
}

function Lately({ plan: { asked, lately, since }, visit }: Readonly<{ plan: ForwardPlan; visit: Visit }>) {
  const said = [
    ...(lately.published > 0 ? [`${lately.published} published`] : []),
    ...(lately.changed > 0 ? [`${lately.changed} changed`] : []),
    ...(lately.withdrawn > 0 ? [`${lately.withdrawn} withdrawn`] : []),
    ...(lately.decided > 0 ? [`${lately.decided} decided`] : []),
  ];
  const href = onDay(`${planPath(asked.bodyId)}/changes`, visit);
  return (
    <Text>
      {said.length === 0
        ? `Nothing changed in it since ${formatDate(since)}. `
        : `Since ${formatDate(since)}: ${listInWords(said)}. `}
      <Link href={href}>See what changed</Link>
    </Text>
  );
}
