import { scaleLinear } from 'd3-scale';
import type { VNode } from 'preact';
import { classes } from '../attributes.ts';
import { Chart, type ChartProps } from './chart.tsx';
import { ChartLabel } from './label.tsx';
import type { Drawing, Layout } from './layout.ts';
import { layRows } from './rows.ts';

export type Bar = Readonly<{
  label: string;
  /** Absent when it is not known, and then said so. Below nought it is written, and no bar is drawn. */
  value: number | undefined;
  /** The one this page is about. */
  emphasised?: boolean | undefined;
}>;

export type BarChartProps = ChartProps &
  Readonly<{
    bars: readonly Bar[];
    /** What the labels and the values are called in the table: "Body", "Residents". */
    labelTitle: string;
    valueTitle: string;
    /** Writes a value with its unit. */
    format: (value: number) => string;
  }>;

/** Compares amounts: one bar each, in the order given, always from nought. */
export function BarChart({ bars, labelTitle, valueTitle, format, ...chart }: BarChartProps): VNode {
  const words = ({ value }: Bar): string => (value === undefined ? 'not known' : format(value));
  return (
    <Chart
      {...chart}
      rows={bars}
      columns={[
        { title: labelTitle, cell: ({ label }) => label },
        { title: valueTitle, numeric: true, cell: words },
      ]}
      draw={(layout) => drawBars(bars, words, layout)}
    />
  );
}

function drawBars(bars: readonly Bar[], words: (bar: Bar) => string, layout: Layout): Drawing {
  const { rows, start, end, height, valuesFollow } = layRows(
    bars.map(({ label }) => label),
    bars.map(words),
    layout,
  );
  const most = Math.max(0, ...bars.map(({ value }) => value ?? 0));
  const x = scaleLinear([0, most === 0 ? 1 : most], [start, end]);
  const emphasises = bars.some(({ emphasised }) => emphasised === true);
  const content = bars.map((bar, position) => {
    const row = rows[position];
    if (row === undefined) return null;
    const barEnd = x(Math.max(0, bar.value ?? 0));
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
        <rect
          class={classes(emphasises && bar.emphasised !== true ? 'accord-fill-quiet' : 'accord-fill-1')}
          x={start}
          y={row.top}
          width={Math.max(0, barEnd - start)}
          height={row.thickness}
          rx="2"
        />
        <text
          class="accord-chart__value"
          x={valuesFollow ? barEnd + 8 : row.valueX}
          y={row.valueY}
          text-anchor={valuesFollow ? 'start' : 'end'}
        >
          {words(bar)}
        </text>
      </g>
    );
  });
  return { height, content: [<path class="accord-chart__axis" d={`M${start} 0V${height}`} />, content] };
}
