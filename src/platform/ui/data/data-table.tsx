import type { ComponentChildren, VNode } from 'preact';
import { classes } from '../attributes.ts';
import { Table } from '../components/table.tsx';
import { Downloads, type DownloadsProps } from './downloads.tsx';
import { Source, type SourceProps } from './source.tsx';

export type Column<Row> = Readonly<{
  title: string;
  cell: (row: Row) => ComponentChildren;
  /** Figures: right-aligned, digits under digits. */
  numeric?: boolean | undefined;
}>;

export type DataTableProps<Row> = Readonly<{
  caption: string;
  /** The page's heading says it already. */
  captionHidden?: boolean | undefined;
  /** The first names the row. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** The sentence that stands in place of a table without rows. */
  empty: string;
  source?: SourceProps | undefined;
  /** Where the same rows are to be had as files. */
  downloads?: Omit<DownloadsProps, 'of'> | undefined;
  /** On a small screen: scrolls sideways, or each row becomes a card of its own. */
  narrow?: 'scroll' | 'stack' | undefined;
}>;

/** A list that can be read on any screen, says where it comes from, and can be taken away as a file. */
export function DataTable<Row>(props: DataTableProps<Row>): VNode {
  const { caption, columns, rows, source, downloads } = props;
  return (
    <div class="accord-data">
      {rows.length === 0 ? <p class="govuk-body">{props.empty}</p> : <Rows {...props} columns={columns} />}
      {(source !== undefined || downloads !== undefined) && (
        <div class="accord-data__foot">
          {source !== undefined && <Source {...source} />}
          {downloads !== undefined && <Downloads {...downloads} of={caption} />}
        </div>
      )}
    </div>
  );
}

function Rows<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  downloads,
  narrow = 'scroll',
}: DataTableProps<Row>): VNode {
  const table = (
    <Table
      class={narrow === 'stack' ? 'accord-stack' : undefined}
      caption={caption}
      captionClass={classes(captionHidden === true ? 'govuk-visually-hidden' : 'govuk-table__caption--m')}
      firstCellIsHeader
      attributes={{ 'data-dataset': downloads === undefined ? undefined : '' }}
      head={columns.map(({ title, numeric }) => ({ children: title, numeric }))}
      rows={rows.map((row) =>
        columns.map(({ title, cell, numeric }) => ({
          // One thing beside the name of its column, whatever it is made of.
          children: narrow === 'stack' ? <div>{cell(row)}</div> : cell(row),
          numeric,
          // What the column is called, said beside the value when the row becomes a card.
          attributes: { 'data-title': narrow === 'stack' ? title : undefined },
        })),
      )}
    />
  );
  if (narrow === 'stack') return table;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <section class="accord-scroll" aria-label={caption} tabIndex={0}>
      {table}
    </section>
  );
}
