import type { Visit } from '#platform/http';
import {
  type Fraction,
  type IsoDate,
  type Money,
  noMoney,
  sumMoney,
  type Weight,
  zero,
} from '#platform/kernel';
import type { Services } from '#platform/module';
import { type Agreement, versionOn } from '../../domain/agreement/agreement.ts';
import {
  type Achievement,
  achievementOf,
  type Outturn,
  type RewardTarget,
} from '../../domain/reward/achievement.ts';
import { earn, type Earned, type Earnings } from '../../domain/reward/earn.ts';
import { type Interim, interimOf } from '../../domain/reward/interim.ts';
import { onAccountOf, type Payment, paymentsOf } from '../../domain/reward/pay.ts';
import {
  type Budget,
  findScheme,
  type PotFound,
  potOf,
  schemeOn,
  type RewardScheme,
} from '../../domain/reward/reward-rule.ts';
import {
  type InterimLevel,
  type RecordedBudget,
  type RewardPayment,
  type RewardSet,
  rewardSetOn,
} from '../../domain/reward/reward-set.ts';
import { shareOut, type SharedOut } from '../../domain/reward/share-out.ts';
import type { KeptReading } from '../../domain/reading/reading.ts';
import { forecast, type Forecast } from '../../domain/series/forecast.ts';
import { hasFigure, isFirm } from '../../domain/series/known.ts';
import { samplingError } from '../../domain/series/survey.ts';
import type { Series } from '../../domain/series/series.ts';
import type { Target, TargetVersion } from '../../domain/target/target.ts';
import { findAgreement } from '../../store/agreements.ts';
import { knownReadings } from '../../store/readings.ts';
import { listRewardBudgets, listRewardPayments, listRewardSets } from '../../store/reward.ts';
import type { Names } from '../progress/names.ts';
import { targetsShown } from '../targets-shown.ts';

/** One rewarded target: what it earned, and what it would earn if it ended where it is thought to end. */
export type RewardLine = Readonly<{
  target: Target;
  series: Series;
  /** Whether every partner it binds has agreed to it. */
  isAgreed: boolean;
  rewarded: RewardTarget;
  /** The last day of the year in which it is to be reached. */
  due: IsoDate | undefined;
  outturn: KeptReading | undefined;
  /** The interim level agreed for it, and whether it was reached. */
  interim: (InterimLevel & Readonly<{ is: Interim }>) | undefined;
  ahead: Forecast | undefined;
  now: Earned;
  foreseen: Earned;
  /** Of one that is not agreed: what it would earn, now and at its forecast, if every partner had agreed to it. */
  ifAgreed: Readonly<{ now: Earned; foreseen: Earned }> | undefined;
  /** How much of its way it would have gone at either end of its forecast. */
  between: Readonly<{ low: Achievement; high: Achievement }> | undefined;
}>;

export type RewardShown = Readonly<{
  agreement: Agreement;
  title: string;
  names: Names;
  sets: readonly RewardSet[];
  /** The set that counts on the day; undefined where nobody recorded one. */
  set: RewardSet | undefined;
  /** The national scheme: that of the set, or of the agreement’s kind and time. */
  scheme: RewardScheme | undefined;
  pot: PotFound;
  budgets: readonly RecordedBudget[];
  lines: readonly RewardLine[];
  now: Earnings | undefined;
  foreseen: Earnings | undefined;
  /** What the interim levels that were reached pay on account; undefined where the rules or the pot say nothing of it. */
  dueOnAccount: Money | undefined;
  /** How what is earned on the day would be paid and shared. */
  instalments: readonly Payment[];
  shared: SharedOut | undefined;
  paid: readonly RewardPayment[];
}>;

/** The reward of an agreement as it stands on the day of a visit; undefined where there is no such agreement on that day. */
export async function rewardShown(
  services: Pick<Services, 'database' | 'clock'>,
  agreementId: string,
  visit: Pick<Visit, 'on' | 'today'>,
): Promise<RewardShown | undefined> {
  const { database } = services;
  const { on } = visit;
  const agreement = await findAgreement(database, agreementId);
  const version = agreement && versionOn(agreement, on);
  if (agreement === undefined || version === undefined) return undefined;
  const [sets, budgets, payments, { targets, names }] = await Promise.all([
    listRewardSets(database, agreementId),
    listRewardBudgets(database, agreementId),
    listRewardPayments(database, agreementId),
    targetsShown(services, { agreementIds: [agreementId] }, visit),
  ]);
  const set = rewardSetOn(sets, on);
  const rewarded = set?.targets ?? [];
  const shown = targets.filter(({ target }) => rewarded.some(({ targetId }) => targetId === target.id));
  const readings = await knownReadings(database, {
    seriesIds: [...new Set(shown.map(({ target }) => target.seriesId))],
    areaIds: [...new Set(shown.map(({ target }) => target.areaId))],
    on,
  });
  const runs = shown.map(({ target, series, standing }) => {
    const bound = standing.inForce?.version ?? standing.put?.version;
    const own = readings.filter(
      ({ seriesId, areaId }) => seriesId === target.seriesId && areaId === target.areaId,
    );
    return {
      target,
      series,
      isAgreed: standing.inForce !== undefined,
      rewarded: rewardTarget({ target, series, bound, set, readings: own }),
      interim: interimShown(set, target, series, own),
      ...runOf(series, bound, own),
    };
  });

  const pot: PotFound =
    set?.pot === undefined
      ? { pence: undefined, missing: [] }
      : potOf(set.pot, lastOf(budgets, set), set.budgetBodies);
  type RunOfTarget = (typeof runs)[number];
  const reckon = (
    outturnOf: (run: RunOfTarget) => Outturn | undefined,
    isAgreed: (run: RunOfTarget) => boolean,
  ): Earnings | undefined =>
    set &&
    earn(
      set.terms,
      pot.pence ?? zero,
      runs.map((run) => ({ target: run.rewarded, outturn: outturnOf(run), isAgreed: isAgreed(run) })),
    );
  const [firm, thought] = [(run: RunOfTarget) => run.firm, (run: RunOfTarget) => run.thought];
  const now = reckon(firm, (run) => run.isAgreed);
  const foreseen = reckon(thought, (run) => run.isAgreed);
  // What one target would earn by its own agreement, the others being as they are.
  const ifAgreed = (asked: RunOfTarget, index: number): RewardLine['ifAgreed'] => {
    if (asked.isAgreed) return undefined;
    const isAgreed = (run: RunOfTarget) => run === asked || run.isAgreed;
    const would = reckon(firm, isAgreed)?.targets[index];
    const ahead = reckon(thought, isAgreed)?.targets[index];
    return would && ahead && { now: would, foreseen: ahead };
  };
  const paid = payments.filter(({ paidOn }) => paidOn <= on);
  const total = set?.isPaid === true && now !== undefined ? now.total : noMoney;
  return {
    agreement,
    title: version.title,
    names,
    sets,
    set,
    scheme: set === undefined ? schemeOfTime(agreement, version.term.from) : findScheme(set.scheme),
    pot,
    budgets,
    lines: runs.flatMap((run, index) => {
      const [earned, would] = [now?.targets[index], foreseen?.targets[index]];
      if (set === undefined || earned === undefined || would === undefined) return [];
      const between = betweenOf(set, run.rewarded, run.ahead);
      return [{ ...run, now: earned, foreseen: would, ifAgreed: ifAgreed(run, index), between }];
    }),
    now,
    foreseen,
    dueOnAccount:
      set?.isPaid !== true || now === undefined || pot.pence === undefined
        ? undefined
        : onAccountOf(set.terms, now.targets, reachedOf(runs)),
    instalments:
      set === undefined || pot.pence === undefined ? [] : paymentsOf(set.terms, total, onAccount(paid)),
    shared: set && shareOut(total, set.calls, weightsOf(set)),
    paid,
  };
}

/** The targets whose interim level was reached: those that are agreed. */
const reachedOf = (
  runs: readonly Pick<RewardLine, 'target' | 'isAgreed' | 'interim'>[],
): ReadonlySet<string> =>
  new Set(
    runs
      .filter(({ isAgreed, interim }) => isAgreed && interim?.is === 'reached')
      .map(({ target }) => target.id),
  );

/** What was paid on account by a day. */
const onAccount = (paid: readonly RewardPayment[]) =>
  sumMoney(
    paid.filter(({ kind }) => kind === 'on-account').flatMap(({ revenue, capital }) => [revenue, capital]),
  );

const weightsOf = ({ partners }: RewardSet): readonly Weight[] =>
  partners.map(({ bodyId, weight }) => ({ key: bodyId, weight: Number(weight) }));

/** Of each body the last requirement recorded for the year that counts. */
function lastOf(budgets: readonly RecordedBudget[], { pot }: RewardSet): readonly Budget[] {
  const ofYear = budgets.filter(({ year }) => pot?.by === 'part-of-budgets' && year === pot.year);
  return [...new Map(ofYear.map((budget) => [budget.bodyId, budget])).values()];
}

/** The national scheme of local area agreements at the time this one began. */
const schemeOfTime = ({ kind }: Agreement, from: IsoDate | undefined): RewardScheme | undefined =>
  kind === 'local-area-agreement' && from !== undefined ? schemeOn(from) : undefined;

type Rewardable = Readonly<{
  target: Target;
  series: Series;
  bound: TargetVersion | undefined;
  set: RewardSet | undefined;
  readings: readonly KeptReading[];
}>;

function rewardTarget({ target, series, bound, set, readings }: Rewardable): RewardTarget {
  const rewarded = set?.targets.find(({ targetId }) => targetId === target.id);
  const last = bound?.values.at(-1);
  return {
    targetId: target.id,
    heading: rewarded?.heading ?? target.id,
    weight: rewarded?.weight ?? '1',
    polarity: series.polarity,
    without: bound?.without,
    baseline: bound?.baseline.value,
    target: last?.stretch ?? last?.value,
    error: errorOf(series, bound, readings),
  };
}

/** How far a survey may be out by chance: by the reading of the baseline, or where that does not say, the last that does. */
function errorOf(
  series: Series,
  bound: TargetVersion | undefined,
  readings: readonly KeptReading[],
): RewardTarget['error'] {
  if (series.method.by !== 'survey') return undefined;
  const ofBaseline = readings.find(({ period }) => period.to === bound?.baseline.period.to);
  const others = readings.toReversed();
  return (
    [...(ofBaseline === undefined ? [] : [ofBaseline]), ...others]
      .map((reading) => samplingError(series, reading))
      .find((error) => error !== undefined) ?? 'not-known'
  );
}

function interimShown(
  set: RewardSet | undefined,
  target: Target,
  { polarity }: Series,
  readings: readonly KeptReading[],
): RewardLine['interim'] {
  const level = set?.targets.find(({ targetId }) => targetId === target.id)?.interim;
  if (level === undefined) return undefined;
  const found = readings.map((reading) => ({ ...reading, isFirm: isFirm(reading.status) }));
  return { ...level, is: interimOf(level, polarity, found) };
}

type Run = Readonly<{
  due: IsoDate | undefined;
  outturn: KeptReading | undefined;
  ahead: Forecast | undefined;
  /** What counts now. */
  firm: Outturn | undefined;
  /** What would count if it ended as it stands, or as it is forecast. */
  thought: Outturn | undefined;
}>;

function runOf(series: Series, version: TargetVersion | undefined, readings: readonly KeptReading[]): Run {
  const due = version?.values.at(-1)?.period.to;
  if (due === undefined)
    return { due, outturn: undefined, ahead: undefined, firm: undefined, thought: undefined };
  const outturn = readings
    .filter((reading) => hasFigure(reading))
    .findLast(({ period }) => period.to === due);
  if (outturn?.value !== undefined) {
    const { value, status } = outturn;
    return {
      due,
      outturn,
      ahead: undefined,
      firm: { value, isFirm: isFirm(status) },
      thought: { value, isFirm: true },
    };
  }
  const found = forecast(series, readings, due);
  if (found.is !== 'forecast' || found.at.to !== due)
    return { due, outturn: undefined, ahead: undefined, firm: undefined, thought: undefined };
  return {
    due,
    outturn: undefined,
    ahead: found,
    firm: undefined,
    thought: { value: found.value, isFirm: true },
  };
}

function betweenOf(
  { terms }: RewardSet,
  target: RewardTarget,
  ahead: Forecast | undefined,
): RewardLine['between'] {
  if (ahead === undefined) return undefined;
  const at = (value: string) => achievementOf(terms, target, { value, isFirm: true });
  return { low: at(ahead.low), high: at(ahead.high) };
}

/** How much counts of an achievement; nothing where it is none. */
export const countedOf = (achievement: Achievement): Fraction =>
  achievement.is === 'measured' ? achievement.counted : zero;
