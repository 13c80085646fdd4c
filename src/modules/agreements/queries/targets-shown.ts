import type { Services } from '#platform/module';
import type { Visit } from '#platform/http';
import { momentOn } from '#modules/governance';
import type { Series } from '../domain/series/series.ts';
import { listSeries } from '../store/series.ts';
import type { TargetsAsked } from '../store/targets.ts';
import { type Names, namesOn } from './progress/names.ts';
import type { TargetGrounds } from './target-grounds.ts';
import { type StoodTarget, targetsWithGrounds } from './targets-at.ts';

/** Targets as a page shows them, with the names of everything in them. */
export type TargetsShown = Readonly<{
  targets: readonly (StoodTarget & Readonly<{ series: Series }>)[];
  grounds: TargetGrounds;
  names: Names;
  /** When the page will say something else though nobody acts. */
  changesAt: Date | undefined;
}>;

/** Targets as they stand on the day of a visit. */
export async function targetsShown(
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  asked: TargetsAsked,
  { on, today }: Pick<Visit, 'on' | 'today'>,
): Promise<TargetsShown> {
  const at = momentOn({ on, today, now: clock.now() });
  const { targets, grounds } = await targetsWithGrounds(database, asked, { on, at });
  const [series, names] = await Promise.all([
    listSeries(database, { ids: [...new Set(targets.map(({ target }) => target.seriesId))] }),
    namesOn(database, on),
  ]);
  return {
    targets: targets.flatMap((stood) => {
      const own = series.find(({ id }) => id === stood.target.seriesId);
      return own === undefined ? [] : [{ ...stood, series: own }];
    }),
    grounds,
    names,
    changesAt: on === today ? grounds.changesAt : undefined,
  };
}
