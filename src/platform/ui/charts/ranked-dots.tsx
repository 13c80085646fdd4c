import { scaleLinear } from 'd3-scale';
import type { VNode } from 'preact';
import type { Bar, BarChartProps } from './bar-chart.tsx';
import { Chart } from './chart.tsx';
import { ChartLabel } from './label.tsx';
import type { Drawing, Layout } from './layout.ts';
import { layRows } from './rows.ts';

export type RankedDotsProps = BarChartProps &
  Readonly<{
    /** A value to compare with, such as the county's: drawn as a line through all rows. */
    reference?: Readonly<{ label: string; value: number }> | undefined;
  }>;

/** Who stands where, highest first. Those whose value is not known come last and are said to be so. */
export function RankedDots({
  bars,
  labelTitle,
  valueTitle,
  format,
  reference,
  ...chart
}: RankedDotsProps): VNode {
  const ranked = bars.toSorted((one, other) => (other.value ?? -Infinity) - (one.value ?? -Infinity));
  const words = ({ value }: Bar): string => (value === undefined ? 'not known' : format(value));
  return (
    <Chart
      {...chart}
      rows={ranked}
      columns={[
        { title: labelTitle, cell: ({ label }) => label },
        { title: valueTitle, numeric: true, cell: words },
      ]}
      note={reference && `The line marks ${reference.label}: ${format(reference.value)}.`}
      draw={(layout) => drawDots(ranked, words, reference?.value, layout)}
    />
  );
}

function drawDots(
  bars: readonly Bar[],
  words: (bar: Bar) => string,
  reference: number | undefined,
  layout: Layout,
): Drawing {
  const { rows, start, end, height } = layRows(
    bars.map(({ label }) => label),
    bars.map(words),
    layout,
  );
  const most = Math.max(0, reference ?? 0, ...bars.map(({ value }) => value ?? 0));
  const x = scaleLinear([0, most === 0 ? 1 : most], [start + 8, end - 8]);
  return {
    height,
    content: (
      <>
        {bars.map((bar, position) => {
          const row = rows[position];
          if (row === undefined) return null;
          const middle = row.top + row.thickness / 2;
          return (
            <g>
              <ChartLabel
                lines={row.lines}
                x={row.labelX}
                y={row.labelY}
                anchor={row.labelAnchor}
                lineHeight={layout.lineHeight}
                class={bar.emphasised === true ? 'accord-chart__strong' : undefined}
              />
              <path class="accord-chart__grid" d={`M${start} ${middle}H${end}`} />
              {bar.value !== undefined && (
                <circle
                  class={bar.emphasised === true ? 'accord-fill-2' : 'accord-fill-1'}
                  cx={x(bar.value)}
                  cy={middle}
                  r={bar.emphasised === true ? 8 : 6}
                />
              )}
              <text class="accord-chart__value" x={row.valueX} y={row.valueY} text-anchor="end">
                {words(bar)}
              </text>
            </g>
          );
        })}
        {reference !== undefined && (
          <path class="accord-chart__reference" d={`M${x(reference)} 0V${height}`} />
        )}
      </>
    ),
  };
}
