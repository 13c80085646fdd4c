import { page, type PublicRoute, type Visit } from '#platform/http';
import { plural } from '#platform/kernel';
import type { Services } from '#platform/module';
import { Button, DataTable, Link, Prose, Text, TextInput } from '#platform/ui';
import {
  AnotherDay,
  AsOf,
  Choice,
  fileRoutes,
  filesOf,
  home,
  KeepDay,
  onDay,
  wordOptions,
} from '#platform/web';
import type { Framework } from '../../domain/framework/framework.ts';
import { frameworkPath } from '../../domain/framework/framework.ts';
import { indicatorsDataset } from '../../queries/frameworks/datasets.ts';
import { frameworkLines } from '../../queries/frameworks/frameworks-list.ts';
import {
  type IndicatorLine,
  indicatorLines,
  type IndicatorsWanted,
} from '../../queries/frameworks/indicators-list.ts';
import { schemaOf, schemaRoute } from '../table-schema.ts';
import { IndicatorLink, indicatorKinds, polarities, sayPolarities } from './words.tsx';

const path = '/indicators';

/** Every indicator of every set, to be found by code or words. */
export function indicatorsPageRoutes({ database }: Pick<Services, 'database'>): readonly PublicRoute[] {
  const dataset = async (visit: Visit) => indicatorsDataset(await indicatorLines(database, wantedOf(visit)));
  return [
    {
      method: 'GET',
      path,
      may: 'anyone',
      handle: async (visit) => {
        const [lines, frameworks] = await Promise.all([
          indicatorLines(database, wantedOf(visit)),
          frameworkLines(database),
        ]);
        return page({
          title: 'Indicators',
          description: 'Everything that is measured, by the sets that define it, with which way is better.',
          section: 'agreements',
          breadcrumbs: [
            home,
            { text: 'Outcomes and indicators', href: onDay('/frameworks', visit) },
            { text: 'Indicators' },
          ],
          main: (
            <Indicators
              lines={lines}
              sets={frameworks.filter(({ indicators }) => indicators > 0)}
              visit={visit}
            />
          ),
        });
      },
    },
    ...fileRoutes(path, dataset),
    schemaRoute(path, dataset),
  ];
}

/** What the address asks for; a word that is none of ours asks for nothing. */
export function wantedOf({ query }: Pick<Visit, 'query'>): IndicatorsWanted {
  const { set = '', kind = '', better = '', words = '' } = query;
  return {
    set: set === '' ? undefined : set,
    kind: isKey(indicatorKinds, kind) ? kind : undefined,
    better: isKey(polarities, better) ? better : undefined,
    words: words === '' ? undefined : words.slice(0, 100),
  };
}

const isKey = <Key extends string>(words: Readonly<Record<Key, string>>, text: string): text is Key =>
  Object.hasOwn(words, text);

/** So many on the page; the files have them all. */
const shown = 100;

type Props = Readonly<{ lines: readonly IndicatorLine[]; sets: readonly Framework[]; visit: Visit }>;

function Indicators({ lines, sets, visit }: Props) {
  const wanted = wantedOf(visit);
  const query = new URLSearchParams(
    Object.entries(wanted).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  ).toString();
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        <form method="get" action={path}>
          <TextInput
            id="words"
            name="words"
            label="Code or words"
            hint="For example NI 154, or affordable homes"
            value={wanted.words ?? ''}
          />
          <Choice
            name="set"
            label="Set"
            every="Every set"
            chosen={wanted.set}
            options={sets.map(({ id, title }) => ({ value: id, text: title }))}
          />
          <Choice
            name="kind"
            label="Kind"
            every="Every kind"
            chosen={wanted.kind}
            options={wordOptions(indicatorKinds)}
          />
          <Choice
            name="better"
            label="Which way is better"
            every="Whichever way"
            chosen={wanted.better}
            options={wordOptions(polarities)}
          />
          <KeepDay visit={visit} />
          <Button variant="secondary">Show</Button>
        </form>
      </Prose>
      <DataTable
        caption={`${lines.length} ${plural(lines.length, 'indicator')}`}
        rows={lines.slice(0, shown)}
        columns={[
          {
            title: 'Indicator',
            cell: ({ indicator }) => <IndicatorLink indicator={indicator} visit={visit} />,
          },
          {
            title: 'Set',
            cell: ({ framework }) => (
              <Link href={onDay(frameworkPath(framework), visit)}>{framework.title}</Link>
            ),
          },
          { title: 'Kind', cell: ({ indicator }) => indicatorKinds[indicator.kind] },
          { title: 'Which way is better', cell: ({ series }) => sayPolarities(series) || 'Not recorded' },
        ]}
        empty="No indicator has this code or these words. Try fewer words, or every set."
        narrow="stack"
        downloads={filesOf(query === '' ? path : `${path}?${query}`, visit)}
      />
      {lines.length > shown && (
        <Text>{`These are the first ${shown}. Narrow them down above, or take the files, which hold all ${lines.length}.`}</Text>
      )}
      <p class="accord-takeaway">
        <Link href={schemaOf(path)}>What the columns hold, as a Table Schema</Link>
      </p>
      <AnotherDay visit={visit} />
    </>
  );
}
