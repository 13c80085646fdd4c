import { type Dataset, notFound, page, type PublicRoute, type Visit } from '#platform/http';
import { addDays, formatDate, isoDate, type IsoDate } from '#platform/kernel';
import type { Services } from '#platform/module';
import { Button, Downloads, Link, Prose, Text, TextInput, Timeline } from '#platform/ui';
import { AsOf, fileRoutes, home, KeepDay, onDay } from '#platform/web';
import { type BodyLine, everyBody, placesOn } from '#modules/register';
import { decisionPath } from '../../../domain/decision/decision.ts';
import { differences } from '../../../domain/notice/in-words.ts';
import { noticeChanges, noticePath } from '../../../domain/notice/notice.ts';
import { usualSpanDays } from '../../../queries/forward-plan.ts';
import { changesToPlan, type PlanChange } from '../../../queries/notices-changed.ts';
import { Differences } from '../parts/differences.tsx';
import { placeNames } from '../parts/said.tsx';
import { noticesSource } from './plan-dataset.ts';
import { noSuchBody } from './plan-page.tsx';
import { planPath } from './read-asked.ts';

/** What changed in the forward plan since a day: each version beside the one before it, and what was decided. */
export function changesRoutes({ database }: Pick<Services, 'database'>): readonly PublicRoute[] {
  const find = async (visit: Visit, bodyId: string | undefined) => {
    const since = sinceAsked(visit);
    const [bodies, changes, places] = await Promise.all([
      everyBody(database, { on: visit.on }),
      changesToPlan(database, { bodyId, since, until: visit.on }),
      placesOn(database, { on: visit.on }),
    ]);
    const names = new Map(bodies.map((body) => [body.id, body]));
    if (bodyId !== undefined && !names.has(bodyId)) return undefined;
    return { bodyId, since, changes, names, nameOf: placeNames(places) };
  };
  const show = async (visit: Visit, bodyId: string | undefined) => {
    const found = await find(visit, bodyId);
    return found === undefined ? notFound(noSuchBody(bodyId)) : page(changesPage(found, visit));
  };
  const dataset = async (visit: Visit, bodyId: string | undefined) => {
    const found = await find(visit, bodyId);
    return found && changesDataset(found);
  };
  const own = '/forward-plan/:body/changes';
  return [
    {
      method: 'GET',
      path: '/forward-plan/changes',
      may: 'anyone',
      handle: (visit) => show(visit, undefined),
    },
    { method: 'GET', path: own, may: 'anyone', handle: (visit) => show(visit, visit.params['body']) },
    ...fileRoutes('/forward-plan/changes', (visit) => dataset(visit, undefined)),
    ...fileRoutes(
      own,
      (visit) => dataset(visit, visit.params['body']),
      ({ params }) => noSuchBody(params['body']),
    ),
  ];
}

/** The first day is the one asked for, or four weeks back; what is no day, or after the page’s own, is not asked. */
function sinceAsked({ query, on }: Pick<Visit, 'query' | 'on'>): IsoDate {
  const asked = isoDate(query['since'] ?? '');
  return asked.ok && asked.value <= on ? asked.value : addDays(on, -usualSpanDays);
}

type Found = Readonly<{
  bodyId: string | undefined;
  since: IsoDate;
  changes: readonly PlanChange[];
  names: ReadonlyMap<string, BodyLine>;
  nameOf: (placeId: string) => string;
}>;

function changesPage(found: Found, visit: Visit) {
  const { bodyId, names } = found;
  const name = bodyId === undefined ? undefined : names.get(bodyId)?.name;
  return {
    title: 'What changed in the forward plan',
    ...(name === undefined ? {} : { caption: name }),
    section: 'decisions',
    breadcrumbs: [
      home,
      { text: 'Forward plan', href: onDay('/forward-plan', visit) },
      ...(name === undefined ? [] : [{ text: name, href: onDay(planPath(bodyId), visit) }]),
      { text: 'What changed' },
    ],
    main: <Changes found={found} visit={visit} />,
  };
}

function Changes({ found, visit }: Readonly<{ found: Found; visit: Visit }>) {
  const { bodyId, since, changes } = found;
  const path = `${planPath(bodyId)}/changes`;
  const file = (ending: string) => onDay(`${path}.${ending}?since=${since}`, visit);
  return (
    <Prose>
      <AsOf visit={visit} />
      <p class="govuk-body-l">
        Everything published, changed, withdrawn or decided after {formatDate(since)}, the latest first.
      </p>
      <form method="get" action={path} class="accord-filter">
        <TextInput
          id="since"
          name="since"
          label="Since"
          value={since}
          class="govuk-input--width-10"
          attributes={{ type: 'date' }}
        />
        <KeepDay visit={visit} />
        <Button variant="secondary">Show</Button>
      </form>
      {changes.length === 0 ? (
        <Text>Nothing changed in that time.</Text>
      ) : (
        <Timeline headingLevel={2} events={changes.map((change) => eventOf(change, found, visit))} />
      )}
      <Downloads csv={file('csv')} json={file('json')} of="what changed in the forward plan" />
    </Prose>
  );
}

function eventOf(change: PlanChange, { bodyId, names, nameOf }: Found, visit: Visit) {
  const { notice, version, on } = change;
  const what = change.kind === 'decided' ? 'Decided' : noticeChanges[change.version.change];
  return {
    on,
    onInWords: formatDate(on),
    title: (
      <>
        {what}: <Link href={onDay(noticePath(notice), visit)}>{version.content.title}</Link>
      </>
    ),
    children: (
      <>
        {bodyId === undefined && <Text>{names.get(notice.bodyId)?.name ?? notice.bodyId}</Text>}
        {change.kind === 'decided' && (
          <Text>
            Taken on {formatDate(change.decision.takenOn)}:{' '}
            <Link href={onDay(decisionPath(change.decision), visit)}>{change.decision.title}</Link>
          </Text>
        )}
        {change.kind === 'version' && change.version.reason !== '' && <Text>{change.version.reason}</Text>}
        {change.kind === 'version' &&
          change.before !== undefined &&
          change.version.change !== 'withdrawn' && (
            <Differences found={differences(change.before.content, change.version.content, nameOf)} />
          )}
      </>
    ),
  };
}

const changesDataset = ({ bodyId, since, changes, names, nameOf }: Found): Dataset => ({
  name: `forward-plan-changes${bodyId === undefined ? '' : `-${bodyId}`}-since-${since}`,
  source: noticesSource,
  columns: [
    { key: 'on', title: 'On' },
    { key: 'what', title: 'What happened' },
    { key: 'body', title: 'Body' },
    { key: 'bodyName', title: 'Name of the body' },
    { key: 'reference', title: 'Reference' },
    { key: 'version', title: 'Version' },
    { key: 'title', title: 'Title' },
    { key: 'reason', title: 'Reason' },
    { key: 'differences', title: 'What it says otherwise' },
    { key: 'page', title: 'Page' },
  ],
  rows: changes.map((change) => {
    const { notice, version, on } = change;
    const before = change.kind === 'version' ? change.before : undefined;
    return {
      on,
      what: change.kind === 'decided' ? 'Decided' : noticeChanges[version.change],
      body: notice.bodyId,
      bodyName: names.get(notice.bodyId)?.name ?? notice.bodyId,
      reference: notice.reference,
      version: version.version,
      title: version.content.title,
      reason: change.kind === 'decided' ? '' : version.reason,
      differences:
        before === undefined
          ? ''
          : differences(before.content, version.content, nameOf)
              .map(({ name, after }) => `${name}: ${after}`)
              .join('; '),
      page: change.kind === 'decided' ? decisionPath(change.decision) : noticePath(notice),
    };
  }),
});
