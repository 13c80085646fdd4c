import { scaleLinear } from 'd3-scale';
import type { VNode } from 'preact';
import { Chart, type ChartProps } from './chart.tsx';
import { Key } from './key.tsx';
import { ChartLabel } from './label.tsx';
import type { Drawing, Layout } from './layout.ts';
import { layRows } from './rows.ts';

export type StackedBarsProps = ChartProps &
  Readonly<{
    /** What each bar is made of; at most four. */
    parts: readonly string[];
    bars: readonly Readonly<{ label: string; values: readonly number[] }>[];
    labelTitle: string;
    format: (value: number) => string;
  }>;

const mostParts = 4;

type StackedBar = StackedBarsProps['bars'][number];

/** What amounts are made of, one bar each. Throws where there are more parts than colours that are told apart. */
export function StackedBars({ parts, bars, labelTitle, format, ...chart }: StackedBarsProps): VNode {
  if (parts.length > mostParts)
    throw new RangeError(`${parts.length} parts, of which ${mostParts} can be told apart`);
  return (
    <Chart
      {...chart}
      chartKey={<Key names={parts} kind="area" />}
      rows={bars}
      columns={[
        { title: labelTitle, cell: ({ label }) => label },
        ...parts.map((part, position) => ({
          title: part,
          numeric: true,
          cell: ({ values }: StackedBar) => format(values[position] ?? 0),
        })),
        { title: 'Total', numeric: true, cell: (bar: StackedBar) => format(total(bar)) },
      ]}
      draw={(layout) => drawStacks(bars, format, layout)}
    />
  );
}

const total = ({ values }: StackedBar): number => values.reduce((sum, value) => sum + value, 0);

function drawStacks(bars: readonly StackedBar[], format: (value: number) => string, layout: Layout): Drawing {
  const { rows, start, end, height, valuesFollow } = layRows(
    bars.map(({ label }) => label),
    bars.map((bar) => format(total(bar))),
    layout,
  );
  const most = Math.max(0, ...bars.map(total));
  const x = scaleLinear([0, most === 0 ? 1 : most], [start, end]);
  const content = bars.map((bar, position) => {
    const row = rows[position];
    if (row === undefined) return null;
    let before = 0;
    return (
      <g>
        <ChartLabel
          lines={row.lines}
          x={row.labelX}
          y={row.labelY}
          anchor={row.labelAnchor}
          lineHeight={layout.lineHeight}
        />
        {bar.values.map((value, part) => {
          const from = x(before);
          before += value;
          return (
            <rect
              class={`accord-part accord-fill-${part + 1}`}
              x={from}
              y={row.top}
              width={x(before) - from}
              height={row.thickness}
            />
          );
        })}
        <text
          class="accord-chart__value"
          x={valuesFollow ? x(before) + 8 : row.valueX}
          y={row.valueY}
          text-anchor={valuesFollow ? 'start' : 'end'}
        >
          {format(before)}
        </text>
      </g>
    );
  });
  return { height, content };
}
