import { formatDate, listInWords } from '#platform/kernel';
import { DataTable } from '#platform/ui';
import { filesOf, type DayAsked } from '#platform/web';
import { periodName } from '../../domain/series/period-name.ts';
import { sayFigure } from '../../domain/series/say-figure.ts';
import { targetPath, type TargetVersion } from '../../domain/target/target.ts';
import type { Names } from '../../queries/progress/names.ts';
import type { TargetsShown } from '../../queries/targets-shown.ts';
import { sayBaseline, sayYear } from './words.tsx';

type Props = Readonly<{ found: TargetsShown['targets'][number]; names: Names; visit: DayAsked }>;
type Row = Readonly<{ about: string; of(version: TargetVersion): string }>;

/** The versions put by the day, side by side: one column each, one row for each thing they set. */
export function VersionsCompared({ found, names, visit }: Props) {
  const { target, series, standing } = found;
  const versions = target.versions.filter(({ putOn }) => putOn <= visit.on);
  const years = [
    ...new Map(versions.flatMap(({ values }) => values.map(({ period }) => [period.to, period]))).values(),
  ];
  const ofYear = (version: TargetVersion, to: string) =>
    version.values.find(({ period }) => period.to === to);
  const say = (figure: string) => sayFigure(series, figure);
  const rows: readonly Row[] = [
    { about: 'Put on', of: ({ putOn, byBody }) => `${formatDate(putOn)}, by ${names.body(byBody)}` },
    {
      about: 'Why',
      of: ({ number, reason }) => reason || (number === 1 ? 'The first version' : 'No reason given'),
    },
    { about: 'Baseline', of: (version) => sayBaseline(version, say) },
    ...years
      .toSorted((a, b) => (a.to < b.to ? -1 : 1))
      .map((period): Row => ({
        about: periodName(period),
        of: (version) => {
          const year = ofYear(version, period.to);
          return year === undefined ? 'Nothing set' : sayYear(year, say);
        },
      })),
    {
      about: 'Expected without the agreement',
      of: ({ without }) => (without === undefined ? 'Not set' : say(without)),
    },
    { about: 'Lead body', of: ({ leadBody }) => names.body(leadBody) },
    { about: 'Partners it binds', of: ({ partners }) => listInWords(partners.map(names.body)) },
    { about: 'Source', of: ({ source }) => source },
  ];
  return (
    <DataTable
      caption="What each version sets"
      captionHidden
      rows={rows}
      columns={[
        { title: 'About', cell: ({ about }) => about },
        ...versions.map((version) => ({
          title: `Version ${version.number}${version.number === standing.inForce?.version.number ? ', in force' : ''}`,
          cell: (row: Row) => changed(row, version, versions),
        })),
      ]}
      empty=""
      downloads={filesOf(`${targetPath(target)}/values`, visit)}
    />
  );
}

/** What a version sets, in bold where the one before set something else. */
function changed({ about, of }: Row, version: TargetVersion, versions: readonly TargetVersion[]) {
  const before = versions.findLast(({ number }) => number < version.number);
  const says = of(version);
  const always = about === 'Put on' || about === 'Why' || about === 'Source';
  return before === undefined || always || of(before) === says ? says : <strong>{says}</strong>;
}
