import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import type { Agreement, AgreementVersion } from '../../domain/agreement/agreement.ts';
import { listSeries } from '../../store/series.ts';
import { listTargets } from '../../store/targets.ts';
import type { Target, TargetVersion } from '../../domain/target/target.ts';

/** A target as it stood with two versions of its agreement; undefined where it did not stand then. */
export type ComparedTarget = Readonly<{
  target: Target;
  series: string;
  before: TargetVersion | undefined;
  after: TargetVersion | undefined;
}>;

/** The targets that stood with one version or the other: each as it was put by the day before the next version came. */
export async function comparedTargets(
  sql: Sql,
  agreement: Agreement,
  from: AgreementVersion,
  to: AgreementVersion,
): Promise<readonly ComparedTarget[]> {
  const targets = await listTargets(sql, { agreementIds: [agreement.id] });
  const series = await listSeries(sql, { ids: [...new Set(targets.map(({ seriesId }) => seriesId))] });
  const titles = new Map(series.map(({ id, title }) => [id, title]));
  const [untilFrom, untilTo] = [nextAfter(agreement, from), nextAfter(agreement, to)];
  return targets.flatMap((target) => {
    const [before, after] = [putBefore(target, untilFrom), putBefore(target, untilTo)];
    if (before === undefined && after === undefined) return [];
    return [{ target, series: titles.get(target.seriesId) ?? target.seriesId, before, after }];
  });
}

const nextAfter = ({ versions }: Agreement, { number }: AgreementVersion): IsoDate | undefined =>
  versions.find((each) => each.number === number + 1)?.published.on;

const putBefore = ({ versions }: Target, next: IsoDate | undefined): TargetVersion | undefined =>
  versions.findLast(({ putOn }) => next === undefined || putOn < next);
