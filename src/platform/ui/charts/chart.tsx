import type { ComponentChildren, VNode } from 'preact';
import { Details } from '../components/details.tsx';
import { DataTable, type DataTableProps } from '../data/data-table.tsx';
import { Source, type SourceProps } from '../data/source.tsx';
import { type Drawing, type Layout, layouts } from './layout.ts';

/** What every chart is told beside its figures. */
export type ChartProps = Readonly<{
  /** Begins the ids inside; its own on the page. */
  id: string;
  /** What the chart shows, with unit and date. */
  title: string;
  /** What a reader should see in it, in a sentence or two. Read out in place of the drawing. */
  description: string;
  source?: SourceProps | undefined;
  downloads?: DataTableProps<unknown>['downloads'];
  /** That a table with the same figures stands beside it on the page, so that it brings none of its own. */
  hasTable?: boolean | undefined;
}>;

type Props<Row> = ChartProps &
  Readonly<{
    columns: DataTableProps<Row>['columns'];
    rows: readonly Row[];
    /** What the colours and marks mean, above the drawing. */
    chartKey?: ComponentChildren;
    note?: ComponentChildren;
    draw: (layout: Layout) => Drawing;
  }>;

/** The frame of a chart: title, key, drawing, source, and the same figures as a table where none stands beside it. */
export function Chart<Row>({
  id,
  title,
  description,
  source,
  downloads,
  hasTable = false,
  ...props
}: Props<Row>): VNode {
  return (
    <figure class="accord-chart">
      <figcaption class="accord-chart__title">{title}</figcaption>
      {props.chartKey}
      {layouts.map((layout) => (
        <Svg
          id={`${id}-${layout.name}`}
          title={title}
          description={description}
          layout={layout}
          draw={props.draw}
        />
      ))}
      {props.note !== undefined && <p class="accord-chart__note">{props.note}</p>}
      {source !== undefined && <Source {...source} />}
      {!hasTable && (
        <Details summary="Show the figures as a table" class="accord-chart__twin">
          <DataTable
            caption={title}
            captionHidden
            empty="There are no figures yet."
            columns={props.columns}
            rows={props.rows}
            downloads={downloads}
          />
        </Details>
      )}
    </figure>
  );
}

function Svg({
  id,
  title,
  description,
  layout,
  draw,
}: Readonly<{
  id: string;
  title: string;
  description: string;
  layout: Layout;
  draw: (layout: Layout) => Drawing;
}>): VNode {
  const { height, content } = draw(layout);
  return (
    <svg
      class={`accord-chart__drawing accord-chart__drawing--${layout.name}`}
      viewBox={`0 0 ${layout.width} ${height}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      {content}
    </svg>
  );
}
