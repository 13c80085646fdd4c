import type { IsoDate } from '#platform/kernel';
import type { KeptReading } from '../reading/reading.ts';
import type { Story } from '../reading/story.ts';
import type { Target } from '../target/target.ts';
import type { TargetOn } from '../target/standing.ts';
import { type Direction, directionOf } from './direction.ts';
import type { SeriesOwner } from './series-owner.ts';
import type { Series } from './series.ts';
import { type Status, statusOf } from './status.ts';
import { type Expectation, trajectory } from './trajectory.ts';

/** A target with where it is on the day. */
export type TargetAt = Readonly<{ target: Target; standing: TargetOn }>;

/** What is known of a series in one area at the end of a day. */
export type Known = Readonly<{
  series: Series;
  areaId: string;
  /** The newest period of which anything is known, figure or none. */
  latest: KeptReading | undefined;
  /** The reading of the period that the latest is compared with. */
  compared: KeptReading | undefined;
  /** Every target on the series in the area. */
  targets: readonly TargetAt[];
  owner: SeriesOwner | undefined;
  story: Story | undefined;
}>;

/** How a series goes in one area on a day: where it stands, where it is going, and who answers for it. Derived, never stored. */
export type Going = Known &
  Readonly<{
    /** The target it is judged by; undefined: none is in force. */
    target: TargetAt | undefined;
    expectation: Expectation;
    status: Status;
    direction: Direction;
  }>;

/** Works out how a series goes from what is known of it. */
export function goingOf(known: Known): Going {
  const { series, latest, compared } = known;
  const judgedBy = targetFor(known);
  const version = judgedBy?.standing.inForce?.version;
  const expectation =
    latest === undefined
      ? version === undefined
        ? 'no-target'
        : 'before-the-baseline'
      : trajectory(series, version, latest.period);
  const direction: Direction =
    latest === undefined
      ? { direction: 'not-known', why: 'no-figure', compared: undefined }
      : directionOf(series, latest, compared === undefined ? [] : [compared]);
  return {
    ...known,
    target: judgedBy,
    expectation,
    status: statusOf(series, latest, expectation),
    direction,
  };
}

/**
 * Of several targets in force on the same curve, as when one agreement renews another: the one that expects something of the
 * latest reading, else the one put last.
 */
function targetFor({ series, targets, latest }: Known): TargetAt | undefined {
  const binding = targets
    .filter(({ standing }) => standing.inForce !== undefined)
    .toSorted((a, b) => (putOn(a) < putOn(b) ? 1 : -1));
  const expecting = binding.find(
    ({ standing }) =>
      latest !== undefined &&
      typeof trajectory(series, standing.inForce?.version, latest.period) !== 'string',
  );
  return expecting ?? binding[0];
}

const putOn = ({ standing }: TargetAt): IsoDate | '' => standing.inForce?.version.putOn ?? '';
