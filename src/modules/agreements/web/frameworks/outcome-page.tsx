import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import type { Services } from '#platform/module';
import { DataTable, Downloads, followAddresses, FollowLinks, Link, Prose, Text } from '#platform/ui';
import { AnotherDay, AsOf, fileRoutes, filesOf, home, onDay, Section } from '#platform/web';
import { frameworkPath, outcomePath } from '../../domain/framework/framework.ts';
import { outcomeDataset } from '../../queries/frameworks/datasets.ts';
import type { CommitmentAt } from '../../queries/commitments/list.ts';
import { commitmentsLinkedTo } from '../../queries/commitments/page.ts';
import { type CrossingLine, type OutcomePage, outcomePage } from '../../queries/frameworks/framework-page.ts';
import { targetsShown, type TargetsShown } from '../../queries/targets-shown.ts';
import { PromisesLinked } from '../commitments/linked-commitments.tsx';
import { Origin } from '../origin.tsx';
import { TargetsTable } from '../targets/targets-table.tsx';
import { outcomeProgress } from './outcome-progress.tsx';
import { concernsWords, Measures, relations } from './words.tsx';

const path = '/outcomes/:framework/:outcome';
const noSuchOutcome = 'There is no outcome with this address. The list of sets leads to all of them.';

/** One outcome: its words, what tells of it, what was promised for it, and how it goes. */
export function outcomePageRoutes(services: Services): readonly PublicRoute[] {
  const { database } = services;
  const idOf = ({ params }: Visit) => `${params['framework'] ?? ''}/${params['outcome'] ?? ''}`;
  return [
    {
      method: 'GET',
      path,
      may: 'anyone',
      handle: async (visit) => {
        const found = await outcomePage(database, idOf(visit), visit.on);
        if (found === undefined) return notFound(noSuchOutcome);
        const [targets, progress, promises] = await Promise.all([
          targetsShown(services, { outcomeIds: [found.outcome.id] }, visit),
          outcomeProgress(services, found.outcome.id, visit),
          commitmentsLinkedTo(database, outcomePath(found.outcome), visit.on),
        ]);
        const { outcome, framework, theme } = found;
        const feed = followAddresses({ kind: 'things', id: outcomePath(outcome) });
        return page({
          title: outcome.title,
          caption: theme === undefined ? framework.title : `${framework.title}: ${theme.title}`,
          section: 'agreements',
          breadcrumbs: [
            home,
            { text: 'Outcomes and indicators', href: onDay('/frameworks', visit) },
            { text: framework.title, href: onDay(frameworkPath(framework), visit) },
            { text: `Outcome ${outcome.number}` },
          ],
          feed: { href: feed.feed, title: outcome.title },
          changesAt: targets.changesAt,
          main: <Shown {...{ found, targets, progress, promises, visit }} />,
        });
      },
    },
    ...fileRoutes(
      `${path}/indicators`,
      async (visit) => {
        const found = await outcomePage(database, idOf(visit), visit.on);
        return found && outcomeDataset(found);
      },
      () => noSuchOutcome,
    ),
  ];
}

type Props = Readonly<{
  found: OutcomePage;
  targets: TargetsShown;
  progress: Awaited<ReturnType<typeof outcomeProgress>>;
  promises: readonly CommitmentAt[];
  visit: Visit;
}>;

function Shown({ found, targets, progress, promises, visit }: Props) {
  const { outcome, measures, crossings } = found;
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        {outcome.says !== '' && <Text lead>{outcome.says}</Text>}
        <Text>
          {`It concerns: ${concernsWords[outcome.concerns].toLowerCase()}. `}
          {outcome.cites !== '' && `Taken from: ${outcome.cites}. `}
          <Origin {...outcome} />
        </Text>
      </Prose>
      {progress}
      <Section title="Indicators that tell of it">
        <Measures measures={measures} visit={visit} />
        {measures.length > 0 && (
          <Downloads {...filesOf(`${outcomePath(outcome)}/indicators`, visit)} of="the indicators" />
        )}
      </Section>
      <Section title="Targets">
        <TargetsTable
          shown={targets}
          visit={visit}
          empty="No agreement sets a target for this outcome here."
        />
      </Section>
      <PromisesLinked commitments={promises} visit={visit} />
      <Section title="What answers to it in other sets">
        <Crossings crossings={crossings} visit={visit} />
      </Section>
      <FollowLinks followed={{ kind: 'things', id: outcomePath(outcome) }} what={outcome.title} />
      <AnotherDay visit={visit} />
    </>
  );
}

const Crossings = ({ crossings, visit }: Readonly<{ crossings: readonly CrossingLine[]; visit: Visit }>) => (
  <DataTable
    caption="What answers to it in other sets"
    captionHidden
    rows={crossings}
    columns={[
      {
        title: 'Outcome',
        cell: ({ other }) => <Link href={onDay(outcomePath(other), visit)}>{other.title}</Link>,
      },
      { title: 'Of', cell: ({ framework }) => framework.title },
      { title: 'How near', cell: ({ crossing }) => relations[crossing.relation] },
      { title: 'Why', cell: ({ crossing }) => crossing.says },
      { title: 'Source', cell: ({ crossing }) => <Origin {...crossing} /> },
    ]}
    empty="Nobody has set another outcome beside this one."
    narrow="stack"
  />
);
