import { scaleLinear, scalePoint } from 'd3-scale';
import { area, line, symbol } from 'd3-shape';
import type { VNode } from 'preact';
import { classes } from '../attributes.ts';
import { Chart, type ChartProps } from './chart.tsx';
import { Key } from './key.tsx';
import type { Drawing, Layout } from './layout.ts';
import { markers } from './markers.ts';

export type Series = Readonly<{
  name: string;
  /** One for each period, absent where nothing was measured: the line then breaks. */
  values: readonly (number | undefined)[];
  /** How far the value may lie from the truth, for each period: drawn as a band behind the line. */
  ranges?: readonly (Range | undefined)[] | undefined;
  /** A line without marks: what was planned or foreseen, not what was measured. */
  isPlanned?: boolean | undefined;
}>;

export type Range = Readonly<{ low: number; high: number }>;

export type LineChartProps = ChartProps &
  Readonly<{
    /** What the points are of, in order: years, quarters. */
    periods: readonly string[];
    periodTitle: string;
    /** At most four; more cannot be told apart. */
    series: readonly Series[];
    format: (value: number) => string;
    /** From nought unless small differences matter: then it is said below the drawing that it is not. */
    scale?: 'from-nought' | 'fitted' | undefined;
  }>;

/** How something went over time. */
export function LineChart({
  periods,
  periodTitle,
  series,
  format,
  scale = 'from-nought',
  ...chart
}: LineChartProps): VNode {
  const domain = domainOf(series, scale);
  return (
    <Chart
      {...chart}
      chartKey={series.length > 1 ? <Key names={series.map(({ name }) => name)} kind="line" /> : undefined}
      rows={periods.map((period, position) => ({ period, position }))}
      columns={[
        { title: periodTitle, cell: ({ period }) => period },
        ...series.map(({ name, values, ranges, isPlanned }) => ({
          title: name,
          numeric: true,
          cell: ({ position }: { position: number }) => {
            const value = values[position];
            const range = ranges?.[position];
            if (value === undefined) return isPlanned === true ? '' : 'not known';
            return range === undefined
              ? format(value)
              : `${format(value)} (${format(range.low)} to ${format(range.high)})`;
          },
        })),
      ]}
      note={domain[0] > 0 ? 'The scale does not begin at nought.' : undefined}
      draw={(layout) => drawLines(periods, series, format, domain, layout)}
    />
  );
}

function drawLines(
  periods: readonly string[],
  series: readonly Series[],
  format: (value: number) => string,
  domain: readonly [number, number],
  layout: Layout,
): Drawing {
  const height = layout.name === 'wide' ? 320 : 280;
  const y = scaleLinear(domain, [height - 36, 14]);
  const ticks = y.ticks(4);
  const left = Math.max(...ticks.map((tick) => format(tick).length)) * layout.characterWidth + 10;
  const periodWidth = Math.max(...periods.map(({ length }) => length)) * layout.characterWidth;
  const right = layout.width - periodWidth / 2;
  const x = scalePoint(periods, [left + periodWidth / 2, right]);
  const path = line<number | undefined>(
    (_, position) => x(periods[position] ?? '') ?? 0,
    (value) => y(value ?? 0),
  ).defined((value) => value !== undefined);
  const band = area<Range | undefined>(
    (_, position) => x(periods[position] ?? '') ?? 0,
    (range) => y(range?.low ?? 0),
    (range) => y(range?.high ?? 0),
  ).defined((range) => range !== undefined);
  const size = periods.length > mostLargeMarks ? 20 : 72;
  const content = (
    <>
      {ticks.map((tick) => (
        <>
          <path class="accord-chart__grid" d={`M${left} ${y(tick)}H${layout.width}`} />
          <text x={left - 8} y={y(tick) + 5} text-anchor="end">
            {format(tick)}
          </text>
        </>
      ))}
      {shown(periods, (right - left) / (periodWidth + 14)).map((period) => (
        <text x={x(period)} y={height - 10} text-anchor="middle">
          {period}
        </text>
      ))}
      {series.map(
        ({ ranges }, position) =>
          ranges !== undefined && (
            <path class={`accord-range accord-fill-${position + 1}`} d={band(ranges) ?? ''} />
          ),
      )}
      {series.map(({ values, isPlanned }, position) => (
        <g>
          <path
            class={classes(
              'accord-line',
              `accord-line-${position + 1}`,
              isPlanned === true && 'accord-line--planned',
            )}
            d={path(values) ?? ''}
          />
          {values.map(
            (value, index) =>
              value !== undefined &&
              isPlanned !== true && (
                <path
                  class={`accord-marker accord-fill-${position + 1}`}
                  d={symbol(markers[position], size)() ?? ''}
                  transform={`translate(${x(periods[index] ?? '') ?? 0} ${y(value)})`}
                />
              ),
          )}
        </g>
      ))}
    </>
  );
  return { height, content };
}

/** With more periods than these, full marks would cover the line. */
const mostLargeMarks = 40;

/** The lowest and the highest that is drawn, at round figures. */
function domainOf(
  series: readonly Series[],
  scale: 'from-nought' | 'fitted',
): readonly [lowest: number, highest: number] {
  const drawn = series.flatMap(({ values, ranges = [] }) => [
    ...values.flatMap((value) => value ?? []),
    ...ranges.flatMap((range) => (range === undefined ? [] : [range.low, range.high])),
  ]);
  const lowest = Math.min(...drawn, ...(scale === 'from-nought' || drawn.length === 0 ? [0] : []));
  const highest = Math.max(...drawn, scale === 'from-nought' ? 0 : lowest);
  const drawnTo = lowest === highest ? [Math.min(0, lowest), Math.max(1, highest)] : [lowest, highest];
  const [from = 0, to = 1] = scaleLinear(drawnTo, [0, 1]).nice(4).domain();
  return [from, to];
}

/** As many periods as there is room to write, evenly, the first among them. */
function shown(periods: readonly string[], room: number): readonly string[] {
  const every = Math.max(1, Math.ceil(periods.length / Math.max(1, Math.floor(room))));
  return periods.filter((_, position) => position % every === 0);
}
