import { scaleLinear, scalePoint } from 'd3-scale';
import { line, symbol } from 'd3-shape';
import type { VNode } from 'preact';
import { Chart, type ChartProps } from './chart.tsx';
import { Key } from './key.tsx';
import type { Drawing, Layout } from './layout.ts';
import { markers } from './markers.ts';

export type Series = Readonly<{
  name: string;
  /** One for each period, absent where nothing was measured: the line then breaks. */
  values: readonly (number | undefined)[];
}>;

export type LineChartProps = ChartProps &
  Readonly<{
    /** What the points are of, in order: years, quarters. */
    periods: readonly string[];
    periodTitle: string;
    /** At most four; more cannot be told apart. */
    series: readonly Series[];
    format: (value: number) => string;
  }>;

/** How something went over time, always from nought. */
export function LineChart({ periods, periodTitle, series, format, ...chart }: LineChartProps): VNode {
  return (
    <Chart
      {...chart}
      chartKey={series.length > 1 ? <Key names={series.map(({ name }) => name)} kind="line" /> : undefined}
      rows={periods.map((period, position) => ({ period, position }))}
      columns={[
        { title: periodTitle, cell: ({ period }) => period },
        ...series.map(({ name, values }) => ({
          title: name,
          numeric: true,
          cell: ({ position }: { position: number }) => {
            const value = values[position];
            return value === undefined ? 'not known' : format(value);
          },
        })),
      ]}
      draw={(layout) => drawLines(periods, series, format, layout)}
    />
  );
}

function drawLines(
  periods: readonly string[],
  series: readonly Series[],
  format: (value: number) => string,
  layout: Layout,
): Drawing {
  const height = layout.name === 'wide' ? 320 : 280;
  const most = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const y = scaleLinear([0, most === 0 ? 1 : most], [height - 36, 14]).nice(4);
  const ticks = y.ticks(4);
  const left = Math.max(...ticks.map((tick) => format(tick).length)) * layout.characterWidth + 10;
  const periodWidth = Math.max(...periods.map(({ length }) => length)) * layout.characterWidth;
  const right = layout.width - periodWidth / 2;
  const x = scalePoint(periods, [left + periodWidth / 2, right]);
  const path = line<number | undefined>(
    (_, position) => x(periods[position] ?? '') ?? 0,
    (value) => y(value ?? 0),
  ).defined((value) => value !== undefined);
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
      {series.map(({ values }, position) => (
        <g>
          <path class={`accord-line accord-line-${position + 1}`} d={path(values) ?? ''} />
          {values.map(
            (value, index) =>
              value !== undefined && (
                <path
                  class={`accord-marker accord-fill-${position + 1}`}
                  d={symbol(markers[position], 72)() ?? ''}
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

/** As many periods as there is room to write, evenly, the first among them. */
function shown(periods: readonly string[], room: number): readonly string[] {
  const every = Math.max(1, Math.ceil(periods.length / Math.max(1, Math.floor(room))));
  return periods.filter((_, position) => position % every === 0);
}
