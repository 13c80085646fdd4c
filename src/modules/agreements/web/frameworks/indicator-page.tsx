import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import type { Services } from '#platform/module';
import { DataTable, Downloads, InsetText, Link, Prose, SummaryList, Text } from '#platform/ui';
import { AnotherDay, AsOf, fileRoutes, filesOf, home, onDay, Section } from '#platform/web';
import { frameworkPath, indicatorPath, outcomePath } from '../../domain/framework/framework.ts';
import type { Series } from '../../domain/series/series.ts';
import { indicatorsDataset } from '../../queries/frameworks/datasets.ts';
import { type IndicatorPage, indicatorPage } from '../../queries/frameworks/indicators-list.ts';
import { namesOn } from '../../queries/progress/names.ts';
import { Origin } from '../origin.tsx';
import { seriesRows } from './series-rows.tsx';
import { indicatorKinds, Unverified } from './words.tsx';

const path = '/indicators/:indicator';
const noSuchIndicator =
  'There is no indicator with this address. The list of indicators finds one by its code or words.';

/** What one indicator is, with every series that measures it. */
export function indicatorPageRoutes({ database }: Pick<Services, 'database'>): readonly PublicRoute[] {
  const find = ({ params, on }: Visit) => indicatorPage(database, params['indicator'] ?? '', on);
  return [
    {
      method: 'GET',
      path,
      may: 'anyone',
      handle: async (visit) => {
        const found = await find(visit);
        if (found === undefined) return notFound(noSuchIndicator);
        const { indicator, framework } = found;
        const names = await namesOn(database, visit.on);
        return page({
          title: `${indicator.code} ${indicator.title}`,
          caption: framework.title,
          section: 'agreements',
          breadcrumbs: [
            home,
            { text: 'Indicators', href: onDay('/indicators', visit) },
            { text: indicator.code },
          ],
          main: <Shown found={found} names={names} visit={visit} />,
        });
      },
    },
    ...fileRoutes(
      `${path}/series`,
      async (visit) => {
        const found = await find(visit);
        return found && indicatorsDataset([found]);
      },
      () => noSuchIndicator,
    ),
  ];
}

type Names = Awaited<ReturnType<typeof namesOn>>;
type Props = Readonly<{ found: IndicatorPage; names: Names; visit: Visit }>;

function Shown({ found, names, visit }: Props) {
  const { indicator, framework, series, measures } = found;
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        {indicator.says !== '' && <Text lead>{indicator.says}</Text>}
        <Text>
          {`${indicatorKinds[indicator.kind]} indicator of `}
          <Link href={onDay(frameworkPath(framework), visit)}>{framework.title}</Link>.{' '}
          <Origin {...indicator} />
          <Unverified of={indicator} />
        </Text>
        {indicator.isPlaceholder && (
          <InsetText>It is announced, and how it will be measured is not published yet.</InsetText>
        )}
        {indicator.certainty === 'unsure' && !indicator.isPlaceholder && (
          <InsetText>
            Its title is in our own words and unverified. Look in the handbook of the set before you rely on
            it.
          </InsetText>
        )}
      </Prose>
      {series.length === 0 && (
        <Section title="How it is measured">
          <Text>
            Nobody has set down here how it is measured, so no readings or targets can hang on it yet.
          </Text>
        </Section>
      )}
      {series.map((one) => (
        <OneSeries series={one} found={found} names={names} visit={visit} />
      ))}
      {series.length > 0 && (
        <Downloads {...filesOf(`${indicatorPath(indicator)}/series`, visit)} of="the definitions" />
      )}
      <Section title="Outcomes it tells of">
        <DataTable
          caption="Outcomes it tells of"
          captionHidden
          rows={measures}
          columns={[
            {
              title: 'Outcome',
              cell: ({ outcome }) => <Link href={onDay(outcomePath(outcome), visit)}>{outcome.title}</Link>,
            },
            { title: 'Set', cell: (each) => each.framework.title },
            { title: 'Suggested or chosen', cell: ({ measure }) => measure.standing },
            { title: 'Source', cell: ({ measure }) => <Origin {...measure} /> },
          ]}
          empty="No outcome names it."
          narrow="stack"
        />
      </Section>
      <AnotherDay visit={visit} />
    </>
  );
}

function OneSeries({ series, found, names, visit }: Props & Readonly<{ series: Series }>) {
  const owners = found.owners.get(series.id) ?? [];
  return (
    <Section title={series.title} id={series.id}>
      {series.isIllustrative && <InsetText>This series is made up to show how the page works.</InsetText>}
      <SummaryList
        rows={seriesRows(series, found, visit).map(([key, value]) => ({ key, value: { children: value } }))}
      />
      <DataTable
        caption={`Who brings the readings of ${series.title}`}
        rows={owners}
        columns={[
          { title: 'Area', cell: ({ areaId }) => names.area(series, areaId) },
          { title: 'Body', cell: ({ bodyId }) => names.body(bodyId) },
          { title: 'Office', cell: ({ role }) => role.replaceAll('-', ' ') },
        ]}
        empty="No office is named for it."
        narrow="stack"
      />
      <p class="govuk-body">
        <Link href={onDay(`/series/${series.id}`, visit)}>{`How it goes: ${series.title}`}</Link>
      </p>
    </Section>
  );
}
