import { notFound, page, type PublicRoute, type Reply, type Visit } from '#platform/http';
import { formatCount, formatDate, formatMoney, type Money, plural } from '#platform/kernel';
import type { ComponentChildren } from 'preact';
import { DataTable, Link, Prose, Text } from '#platform/ui';
import { AnotherDay, AsOf, filesOf, home, onDay } from '#platform/web';
import { monthsInWords } from '../../domain/release/months-covered.ts';
import { releasePath } from '../../domain/release/release-path.ts';
import type { ExploreServices } from '../../queries/explore/explored.ts';
import { isExampleUnderWay } from '../../queries/publishing/example-under-way.ts';
import { ExampleUnderWay } from '../example-under-way.tsx';
import { type CountedOn, countedOn } from '../../queries/publishing/counted-on.ts';
import { askedIn } from './asked-in.ts';
import { MadeUp } from './money-words.tsx';

/**
 * The account as it stood on the day asked for, never silently another day’s. What is worked out ahead is of the releases that count now:
 * where the same ones counted then, it is shown as of that day, and where others did, the releases of that day are offered. It says so
 * where the example is still on its way.
 */
export const onThatDay = (
  { database }: Pick<ExploreServices, 'database'>,
  routes: readonly PublicRoute[],
): readonly PublicRoute[] =>
  routes.map((route) => ({
    ...route,
    handle: async (visit) => {
      if (visit.on >= visit.today)
        return saidWhere(await isExampleUnderWay(database), await route.handle(visit));
      const then = await countedOn(database, visit, askedIn(visit.query).asked.dataset);
      if (then.isNow) return saidAsOf(await route.handle(visit), visit);
      return isPage(route) ? page(notHeldReady(then, visit)) : notFound(sayNotHeldReady(visit));
    },
  }));

const isPage = ({ path }: PublicRoute): boolean => !/^\/api\/|\.(?:csv|json|parquet)$/u.test(path);

function saidWhere(isUnderWay: boolean, reply: Reply): Reply {
  if (!isUnderWay || reply.kind !== 'page') return reply;
  const main = (
    <>
      <ExampleUnderWay when />
      {reply.page.main}
    </>
  );
  return { ...reply, page: { ...reply.page, main } };
}

function saidAsOf(reply: Reply, visit: Visit): Reply {
  if (reply.kind !== 'page' || reply.page.isEmbedded === true) return reply;
  const { main } = reply.page;
  return { ...reply, page: { ...reply.page, main: <OnADay visit={visit}>{main}</OnADay> } };
}

const OnADay = ({ visit, children }: Readonly<{ visit: Visit; children: ComponentChildren }>) => (
  <>
    <AsOf visit={visit} />
    {children}
    <AnotherDay visit={visit} />
  </>
);

const sayNotHeldReady = (visit: Visit): string =>
  `Other releases of payments counted on ${formatDate(visit.on)} than today, and only today’s account is held ready. The releases of that day, each with its payments, are listed at ${onDay('/money/releases', visit)}.`;

const notHeldReady = ({ releases }: CountedOn, visit: Visit) => ({
  title: `Payments on ${formatDate(visit.on)}`,
  description: 'The releases of payments that counted on a day.',
  section: 'money',
  breadcrumbs: [home, { text: 'Money', href: '/money' }, { text: formatDate(visit.on) }],
  main: (
    <OnADay visit={visit}>
      <Prose>
        <Text lead>
          Other releases of payments counted on this day than count today. Only today’s account is held ready
          to be searched and put together; what counted then is here release by release, with every payment of
          each.
        </Text>
        <MadeUp when={releases.some(({ isIllustrative }) => isIllustrative)} />
        {releases.length > 0 && (
          <Text>
            {`Together ${plural(Number(sumOf(releases, 'rows')), 'payment')}, ${formatMoney(sumOf(releases, 'pence') as Money)}.`}
          </Text>
        )}
      </Prose>
      <DataTable
        caption="Releases that counted on this day"
        rows={releases.toSorted((a, b) => a.bodyName.localeCompare(b.bodyName, 'en'))}
        columns={[
          {
            title: 'Release',
            cell: ({ id, bodyName, periodFrom, periodTo, version }) => (
              <Link href={onDay(releasePath(id), visit)}>
                {`${bodyName}, ${monthsInWords({ from: periodFrom, to: periodTo })}, version ${version}`}
              </Link>
            ),
          },
          { title: 'Payments', numeric: true, cell: ({ rows }) => formatCount(Number(rows)) },
          { title: 'Amount', numeric: true, cell: ({ pence }) => formatMoney(pence) },
          {
            title: 'To take away',
            cell: ({ id, bodyName, periodFrom, periodTo }) => (
              <Link href={onDay(`${releasePath(id)}/payments.csv`, visit)}>
                {`CSV: ${bodyName}, ${monthsInWords({ from: periodFrom, to: periodTo })}`}
              </Link>
            ),
          },
        ]}
        empty="No payments were published by this day. That says nothing of what was paid."
        narrow="stack"
        downloads={filesOf('/money/releases', visit)}
      />
    </OnADay>
  ),
});

const sumOf = (releases: CountedOn['releases'], what: 'rows' | 'pence'): bigint =>
  releases.reduce((sum, release) => sum + release[what], 0n);
