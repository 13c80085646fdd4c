import type { ComponentChildren } from 'preact';
import { DataTable, Link, Tag } from '#platform/ui';
import { type DayAsked, onDay } from '#platform/web';
import { periodName } from '../../domain/series/period-name.ts';
import { sayFigure } from '../../domain/series/say-figure.ts';
import { sayTarget } from '../../domain/target/explain-blocker.ts';
import { targetPath } from '../../domain/target/target.ts';
import type { TargetsShown } from '../../queries/targets-shown.ts';
import { targetStandings, TargetTag, targetTitle } from './words.tsx';

type Props = Readonly<{
  shown: Pick<TargetsShown, 'targets' | 'names'>;
  visit: DayAsked;
  empty: string;
  caption?: string;
  downloads?: Readonly<{ csv: string; json: string }>;
}>;

/** Targets, one a row: what each sets out to reach, where it stands, and who stands in its way. */
export const TargetsTable = ({ shown, visit, empty, caption = 'Targets', downloads }: Props) => (
  <DataTable
    caption={caption}
    captionHidden
    rows={shown.targets}
    columns={[
      {
        title: 'Target',
        cell: ({ target, series }): ComponentChildren => (
          <>
            <Link href={onDay(targetPath(target), visit)}>{targetTitle(series, target, shown.names)}</Link>
            {target.isIllustrative && (
              <>
                {' '}
                <Tag colour="purple">Illustrative</Tag>
              </>
            )}
          </>
        ),
      },
      { title: 'Kind', cell: ({ target }) => targetStandings[target.standing] },
      {
        title: 'Sets out to reach',
        cell: ({ standing, series }) => {
          const last = (standing.inForce?.version ?? standing.put?.version)?.values.at(-1);
          return last === undefined
            ? 'No yearly value'
            : `${sayFigure(series, last.value)} in ${periodName(last.period)}`;
        },
      },
      {
        title: 'Where it stands',
        cell: (stood): ComponentChildren => (
          <>
            <TargetTag stood={stood} nameOf={shown.names.body} />{' '}
            {sayTarget(stood.standing, stood.target, shown.names.body).says}
          </>
        ),
      },
    ]}
    empty={empty}
    narrow="stack"
    downloads={downloads}
  />
);
