import type { VNode } from 'preact';

type LabelProps = Readonly<{
  lines: readonly string[];
  x: number;
  /** The foot of the first line. */
  y: number;
  lineHeight: number;
  anchor?: 'start' | 'middle' | 'end' | undefined;
  class?: string | undefined;
}>;

/** A label of one or more lines. */
export const ChartLabel = ({ lines, x, y, lineHeight, anchor = 'start', class: name }: LabelProps): VNode => (
  <text class={name} x={x} y={y} text-anchor={anchor}>
    {lines.map((line, position) => (
      <tspan x={x} dy={position === 0 ? 0 : lineHeight}>
        {line}
      </tspan>
    ))}
  </text>
);
