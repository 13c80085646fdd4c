import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import type { Services } from '#platform/module';
import { DataTable, Downloads, InsetText, Link, Prose, Text } from '#platform/ui';
import { AnotherDay, AsOf, fileRoutes, filesOf, home, onDay, Period, Section } from '#platform/web';
import { frameworkPath, outcomePath } from '../../domain/framework/framework.ts';
import { frameworkDataset } from '../../queries/frameworks/datasets.ts';
import {
  type FrameworkPage,
  frameworkPage,
  type OutcomeLine,
} from '../../queries/frameworks/framework-page.ts';
import { Origin } from '../origin.tsx';
import { schemaRoute } from '../table-schema.ts';
import { frameworkKinds, IndicatorLink, indicatorKinds, Measures, sayPolarities } from './words.tsx';

const path = '/frameworks/:framework';
export const noSuchFramework =
  'There is no set of outcomes with this address. The list of sets has them all.';

/** One set of outcomes and indicators, as it stood on a day. */
export function frameworkPageRoutes({ database }: Pick<Services, 'database'>): readonly PublicRoute[] {
  const find = ({ params, on }: Visit) => frameworkPage(database, params['framework'] ?? '', on);
  const dataset = async (visit: Visit) => {
    const found = await find(visit);
    return found && frameworkDataset(found);
  };
  const missing = () => noSuchFramework;
  return [
    {
      method: 'GET',
      path,
      may: 'anyone',
      handle: async (visit) => {
        const found = await find(visit);
        if (found === undefined) return notFound(noSuchFramework);
        const { framework } = found;
        return page({
          title: framework.title,
          caption: frameworkKinds[framework.kind],
          description: framework.summary,
          section: 'agreements',
          breadcrumbs: [
            home,
            { text: 'Agreements', href: onDay('/agreements', visit) },
            { text: 'Outcomes and indicators', href: onDay('/frameworks', visit) },
            { text: framework.title },
          ],
          main: <Shown found={found} visit={visit} />,
        });
      },
    },
    ...fileRoutes(`${path}/outcomes`, dataset, missing),
    schemaRoute(`${path}/outcomes`, dataset, missing),
  ];
}

function Shown({ found, visit }: Readonly<{ found: FrameworkPage; visit: Visit }>) {
  const { framework, parts, indicators } = found;
  const hasSuggestions = parts.some((part) =>
    part.outcomes.some(({ measures }) => measures.some(({ measure }) => measure.standing === 'suggested')),
  );
  const statutory = indicators.filter(({ indicator }) => indicator.kind === 'statutory');
  const others = indicators.filter(({ indicator }) => indicator.kind !== 'statutory');
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        <Text lead>{framework.summary}</Text>
        <Text>
          In use: <Period from={framework.from} until={framework.until} />. <Origin {...framework} />
        </Text>
        {framework.isIllustrative && <InsetText>This set is made up to show how the page works.</InsetText>}
        {hasSuggestions && (
          <InsetText>
            Indicators marked suggested were never chosen by anybody: they are our reading of what would tell
            of the outcome.
          </InsetText>
        )}
      </Prose>
      {parts.map(({ theme, outcomes }) => (
        <Section title={theme === undefined ? 'Outcomes' : theme.title}>
          <Outcomes outcomes={outcomes} caption={theme?.title ?? 'Outcomes'} visit={visit} />
        </Section>
      ))}
      {parts.length > 0 && (
        <Downloads {...filesOf(`${frameworkPath(framework)}/outcomes`, visit)} of="the outcomes" />
      )}
      <Indicators title="Indicators" rows={others} visit={visit} of={found} />
      <Indicators title="Statutory indicators, which stand apart" rows={statutory} visit={visit} of={found} />
      <AnotherDay visit={visit} />
    </>
  );
}

const Outcomes = ({
  outcomes,
  caption,
  visit,
}: Readonly<{ outcomes: readonly OutcomeLine[]; caption: string; visit: Visit }>) => (
  <DataTable
    caption={caption}
    captionHidden
    rows={outcomes}
    columns={[
      {
        title: 'Outcome',
        cell: ({ outcome }) => (
          <>
            {`${outcome.number}. `}
            <Link href={onDay(outcomePath(outcome), visit)}>{outcome.title}</Link>
          </>
        ),
      },
      { title: 'Indicators', cell: ({ measures }) => <Measures measures={measures} visit={visit} /> },
    ]}
    empty=""
    narrow="stack"
  />
);

type IndicatorsProps = Readonly<{
  title: string;
  rows: FrameworkPage['indicators'];
  of: FrameworkPage;
  visit: Visit;
}>;

function Indicators({ title, rows, of, visit }: IndicatorsProps) {
  if (rows.length === 0) return null;
  return (
    <Section title={title}>
      <DataTable
        caption={title}
        captionHidden
        rows={rows}
        columns={[
          {
            title: 'Indicator',
            cell: ({ indicator }) => <IndicatorLink indicator={indicator} visit={visit} />,
          },
          { title: 'Kind', cell: ({ indicator }) => indicatorKinds[indicator.kind] },
          { title: 'Which way is better', cell: ({ series }) => sayPolarities(series) || 'Not recorded' },
        ]}
        empty=""
        narrow="stack"
        downloads={filesOf(`/indicators?set=${of.framework.id}`, visit)}
      />
    </Section>
  );
}
