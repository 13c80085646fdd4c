import {
  decimalFraction,
  formatFraction,
  fractionNumber,
  fractionOfNumber,
  roundFraction,
} from '#platform/kernel';
import { LineChart } from '#platform/ui';
import type { ReadingPeriod } from '../../../domain/reading/reading.ts';
import { periodAfter } from '../../../domain/series/periods.ts';
import { forecast } from '../../../domain/series/forecast.ts';
import { outlookOf } from '../../../domain/series/outlook.ts';
import { statusWord } from '../../../domain/series/say-status.ts';
import { trajectory } from '../../../domain/series/trajectory.ts';
import type { Curve } from '../../../queries/progress/curve.ts';
import { periodLabel } from '../parts/period-label.ts';

/** So many periods back; the files have them all. */
const shown = 36;
/** More points than this would hide how wide the fan is. */
const mostAhead = 36;

type Props = Readonly<{
  curve: Pick<Curve, 'going' | 'known' | 'names'>;
  downloads: Readonly<{ csv: string; json: string }>;
}>;

/** What was measured, what was expected, the floor, and where it goes if it goes on so. */
export function CurveChart({ curve: { going, known, names }, downloads }: Props) {
  const { series, target, areaId } = going;
  const measured = known.slice(-shown);
  if (measured.length === 0) return null;
  const version = target?.standing.inForce?.version;
  const ahead = periodsAhead(going, measured.at(-1)?.period);
  const periods = [...measured.map(({ period }) => period), ...ahead];
  const expected = periods.map((period) => {
    const found = trajectory(series, version, period);
    return typeof found === 'string' ? undefined : found;
  });
  const seen = fanOf(going, known, measured.length, ahead);
  const number = (text: string | undefined) =>
    text === undefined ? undefined : fractionNumber(decimalFraction(text));
  const floors = expected.map((each) =>
    each?.floor === undefined ? undefined : fractionNumber(roundFraction(each.floor, series.decimals)),
  );
  return (
    <LineChart
      id="curve"
      title={`${series.title}: ${names.area(series, areaId)}, ${series.unit}`}
      description={describe(going, measured.length)}
      periodTitle="Period ending"
      periods={periods.map((period) => periodLabel(series, period))}
      series={[
        {
          name: 'Measured',
          values: measured.map(({ value }) => number(value)),
          ranges: measured.some(({ confidence }) => confidence !== undefined)
            ? measured.map(({ confidence }) =>
                confidence === undefined
                  ? undefined
                  : { low: Number(confidence.low), high: Number(confidence.high) },
              )
            : undefined,
        },
        ...(expected.some((each) => each !== undefined)
          ? [
              {
                name: 'Expected by the target',
                values: expected.map((each) =>
                  each === undefined ? undefined : fractionNumber(roundFraction(each.value, series.decimals)),
                ),
                isPlanned: true,
              },
            ]
          : []),
        ...(floors.some((each) => each !== undefined)
          ? [{ name: 'Floor', values: floors, isPlanned: true }]
          : []),
        ...(seen.values.some((each) => each !== undefined)
          ? [{ name: 'If it goes on so, nine cases of ten', ...seen, isPlanned: true }]
          : []),
      ]}
      format={(value) => formatFraction(fractionOfNumber(value), series.decimals)}
      scale={series.accumulation === 'cumulative' ? 'from-nought' : 'fitted'}
      source={{ text: series.measuredFrom }}
      downloads={downloads}
    />
  );
}

/** The periods left until the next year of the target is over. */
function periodsAhead(
  going: Props['curve']['going'],
  last: ReadingPeriod | undefined,
): readonly ReadingPeriod[] {
  const outlook = outlookOf(going, []);
  if (last === undefined || outlook === undefined) return [];
  const ahead: ReadingPeriod[] = [];
  let next = periodAfter(going.series, last);
  while (next.to <= outlook.until && ahead.length < mostAhead) {
    ahead.push(next);
    next = periodAfter(going.series, next);
  }
  return ahead;
}

/** The forecast of each period ahead, joined to the last that was measured. */
function fanOf(
  { series }: Props['curve']['going'],
  known: Curve['known'],
  before: number,
  ahead: readonly ReadingPeriod[],
) {
  const nothing = Array.from({ length: Math.max(0, before - 1) }, () => undefined);
  const last = known.at(-1)?.value;
  const joint = last === undefined ? undefined : Number(last);
  const seen = ahead.map((period) => {
    const found = forecast(series, known, period.to);
    return found.is === 'forecast' ? found : undefined;
  });
  if (seen.every((each) => each === undefined)) return { values: [], ranges: [] };
  return {
    values: [...nothing, joint, ...seen.map((each) => each && Number(each.value))],
    ranges: [
      ...nothing,
      joint === undefined ? undefined : { low: joint, high: joint },
      ...seen.map((each) => each && { low: Number(each.low), high: Number(each.high) }),
    ],
  };
}

function describe({ series, status, latest }: Props['curve']['going'], periods: number): string {
  const range = `The last ${periods} periods, from what is known on the day shown.`;
  return latest === undefined ? range : `${statusWord(status)}. ${range} ${series.unit}.`;
}
