import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import type { VNode } from 'preact';
import { classes } from '../attributes.ts';
import { Chart, type ChartProps } from './chart.tsx';
import { ChartLabel } from './label.tsx';
import type { Drawing, Layout } from './layout.ts';
import { wrapWords } from './wrap-words.ts';

export type Panel = Readonly<{
  label: string;
  /** One for each period, absent where nothing was measured. */
  values: readonly (number | undefined)[];
  /** The one this page is about. */
  emphasised?: boolean | undefined;
}>;

export type SmallMultiplesProps = ChartProps &
  Readonly<{
    periods: readonly string[];
    labelTitle: string;
    panels: readonly Panel[];
    /** Writes a value with its unit. */
    format: (value: number) => string;
  }>;

/** The same line for many places side by side, all to one scale, so that shapes and heights can be compared. */
export function SmallMultiples({
  periods,
  labelTitle,
  panels,
  format,
  ...chart
}: SmallMultiplesProps): VNode {
  return (
    <Chart
      {...chart}
      rows={panels}
      columns={[
        { title: labelTitle, cell: ({ label }) => label },
        ...periods.map((title, position) => ({
          title,
          numeric: true,
          cell: ({ values }: Panel) => {
            const value = values[position];
            return value === undefined ? 'not known' : format(value);
          },
        })),
      ]}
      note="All to one scale, from the lowest figure to the highest."
      draw={(layout) => drawPanels(panels, format, layout)}
    />
  );
}

const drawingHeight = 64;
const gap = 20;

function drawPanels(panels: readonly Panel[], format: (value: number) => string, layout: Layout): Drawing {
  const across = layout.name === 'wide' ? 4 : 2;
  const width = (layout.width - gap * (across - 1)) / across;
  const labels = panels.map(({ label }) => wrapWords(label, Math.floor(width / layout.characterWidth)));
  const labelHeight = Math.max(1, ...labels.map(({ length }) => length)) * layout.lineHeight + 6;
  const panelHeight = labelHeight + drawingHeight + layout.lineHeight + gap;
  const values = panels.flatMap((panel) => panel.values.flatMap((value) => value ?? []));
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const y = scaleLinear(low < high ? [low, high] : [low - 1, low + 1], [drawingHeight - 6, 6]);
  const content = panels.map((panel, position) => {
    const x = scaleLinear([0, Math.max(1, panel.values.length - 1)], [0, width - 6]);
    const path = line<number | undefined>(
      (_, index) => x(index),
      (value) => y(value ?? 0),
    ).defined((value) => value !== undefined);
    const last = panel.values.findLastIndex((value) => value !== undefined);
    const value = panel.values[last];
    return (
      <g
        transform={`translate(${(position % across) * (width + gap)} ${Math.floor(position / across) * panelHeight})`}
      >
        <ChartLabel
          lines={labels[position] ?? []}
          x={0}
          y={15}
          lineHeight={layout.lineHeight}
          class={panel.emphasised === true ? 'accord-chart__strong' : undefined}
        />
        <g transform={`translate(0 ${labelHeight})`}>
          <path class="accord-chart__grid" d={`M0 ${drawingHeight}H${width}`} />
          <path
            class={classes('accord-line', panel.emphasised === true ? 'accord-line-2' : 'accord-line-1')}
            d={path(panel.values) ?? ''}
          />
          {value !== undefined && (
            <circle
              class={panel.emphasised === true ? 'accord-fill-2' : 'accord-fill-1'}
              cx={x(last)}
              cy={y(value)}
              r={4}
            />
          )}
          <text class="accord-chart__value" x={0} y={drawingHeight + layout.lineHeight}>
            {value === undefined ? 'not known' : format(value)}
          </text>
        </g>
      </g>
    );
  });
  return { height: Math.ceil(panels.length / across) * panelHeight, content };
}
