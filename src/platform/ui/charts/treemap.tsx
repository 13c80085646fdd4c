import { hierarchy, treemap, treemapSquarify } from 'd3-hierarchy';
import type { VNode } from 'preact';
import { Chart, type ChartProps } from './chart.tsx';
import { ChartLabel } from './label.tsx';
import type { Drawing, Layout } from './layout.ts';
import { wrapWords } from './wrap-words.ts';

type Part = Readonly<{ label: string; value: number }>;

export type TreemapProps = ChartProps &
  Readonly<{
    parts: readonly Part[];
    labelTitle: string;
    valueTitle: string;
    format: (value: number) => string;
  }>;

/** What one whole is made of, each part as large as its share. */
export function Treemap({ parts, labelTitle, valueTitle, format, ...chart }: TreemapProps): VNode {
  const ordered = parts.toSorted((one, other) => other.value - one.value);
  return (
    <Chart
      {...chart}
      rows={ordered}
      columns={[
        { title: labelTitle, cell: ({ label }) => label },
        { title: valueTitle, numeric: true, cell: ({ value }) => format(value) },
      ]}
      note="Parts too small to be named in the drawing are in the table."
      draw={(layout) => drawParts(ordered, format, layout)}
    />
  );
}

function drawParts(parts: readonly Part[], format: (value: number) => string, layout: Layout): Drawing {
  const height = layout.name === 'wide' ? 380 : 420;
  const root = hierarchy<{ children?: readonly Part[] } | Part>({ children: parts }, (node) =>
    'children' in node ? node.children : undefined,
  ).sum((node) => ('value' in node ? node.value : 0));
  const set = treemap<{ children?: readonly Part[] } | Part>()
    .size([layout.width, height])
    .paddingInner(3)
    .tile(treemapSquarify)(root);
  return {
    height,
    content: set.leaves().map((leaf) => {
      if (!('label' in leaf.data)) return null;
      const [width, tall] = [leaf.x1 - leaf.x0, leaf.y1 - leaf.y0];
      const lines = fitting(
        [...wrapWords(leaf.data.label, columns(width, layout)), format(leaf.data.value)],
        width,
        tall,
        layout,
      );
      return (
        <g>
          <rect class="accord-area" x={leaf.x0} y={leaf.y0} width={width} height={tall} rx="2" />
          {lines.length > 0 && (
            <ChartLabel
              class="accord-area__label"
              lines={lines}
              x={leaf.x0 + 8}
              y={leaf.y0 + 22}
              lineHeight={layout.lineHeight}
            />
          )}
        </g>
      );
    }),
  };
}

const columns = (width: number, layout: Layout): number => Math.floor((width - 14) / layout.characterWidth);

/** The lines when all of them fit, else none: half a name says less than the table. */
function fitting(lines: readonly string[], width: number, height: number, layout: Layout): readonly string[] {
  const isWide = lines.every((line) => line.length <= columns(width, layout));
  return isWide && lines.length * layout.lineHeight + 10 <= height ? lines : [];
}
