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
import { statusWord } from '../../../domain/series/say-status.ts';
import { trajectory } from '../../../domain/series/trajectory.ts';
import type { Curve } from '../../../queries/progress/curve.ts';
import { periodLabel } from '../parts/period-label.ts';

/** So many periods back; the files have them all. */
const shown = 36;
/** More points than this would hide how wide the fan is. */
const mostAhead = 36;

type Props = Readonly<{
  curve: Pick<Curve, 'going' | 'known' | 'names' | 'outlook'>;
  downloads: Readonly<{ csv: string; json: string }>;
}>;

/** What was measured, what was expected, the floor, and where it goes if it goes on so. */
export function CurveChart({ curve, downloads }: Props) {
  const { going, known, names } = curve;
  const { series, target, areaId } = going;
  const measured = known.slice(-shown);
  if (measured.length === 0) return null;
  const version = target?.standing.inForce?.version;
  const ahead = periodsAhead(curve, measured.at(-1)?.period);
  const periods = [...measured.map(({ period }) => period), ...ahead];
  const expected = periods.map((period) => {
    const found = trajectory(series, version, period);
    return typeof found === 'string' ? undefined : found;
  });
  const seen = fanOf(curve, measured.length, ahead.length);
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
  { going: { series }, outlook }: Props['curve'],
  last: ReadingPeriod | undefined,
): readonly ReadingPeriod[] {
  if (last === undefined || outlook === undefined) return [];
  const ahead: ReadingPeriod[] = [];
  let next = periodAfter(series, last);
  while (next.to <= outlook.until && ahead.length < mostAhead) {
    ahead.push(next);
    next = periodAfter(series, next);
  }
  return ahead;
}

/** From the last that was measured to where it will stand, widening evenly on the way. */
function fanOf({ known, outlook }: Props['curve'], before: number, ahead: number) {
  const last = known.at(-1)?.value;
  if (last === undefined || outlook?.forecast.is !== 'forecast' || ahead === 0)
    return { values: [], ranges: [] };
  const [from, end] = [Number(last), outlook.forecast];
  const onTheWay = (to: string, step: number) => from + ((Number(to) - from) * step) / ahead;
  const nothing = Array.from({ length: before - 1 }, () => undefined);
  const steps = Array.from({ length: ahead + 1 }, (_, step) => step);
  return {
    values: [...nothing, ...steps.map((step) => onTheWay(end.value, step))],
    ranges: [
      ...nothing,
      ...steps.map((step) => ({ low: onTheWay(end.low, step), high: onTheWay(end.high, step) })),
    ],
  };
}

function describe({ series, status, latest }: Props['curve']['going'], periods: number): string {
  const range = `The last ${periods} periods, from what is known on the day shown.`;
  return latest === undefined ? range : `${statusWord(status)}. ${range} ${series.unit}.`;
}
