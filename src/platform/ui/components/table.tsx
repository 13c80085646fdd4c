import type { ComponentChildren, VNode } from 'preact';
import { type Attributes, classes } from '../attributes.ts';

export type Cell = Readonly<{
  children?: ComponentChildren;
  /** Figures stand right-aligned, digits under digits. */
  numeric?: boolean | undefined;
  colSpan?: number | undefined;
  rowSpan?: number | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

export type TableProps = Readonly<{
  caption?: string | undefined;
  captionClass?: string | undefined;
  head?: readonly Cell[] | undefined;
  rows: readonly (readonly Cell[])[];
  /** The first cell of each row names the row. */
  firstCellIsHeader?: boolean | undefined;
  class?: string | undefined;
  attributes?: Attributes | undefined;
}>;

/** Rows and columns as they are. For a list that can be taken away as a file, use `DataTable`. */
export const Table = (props: TableProps): VNode => (
  <table class={classes('govuk-table', props.class)} {...props.attributes}>
    {props.caption !== undefined && (
      <caption class={classes('govuk-table__caption', props.captionClass)}>{props.caption}</caption>
    )}
    {props.head !== undefined && (
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {props.head.map((cell) => (
            <th scope="col" class={cellClass('header', cell)} {...spans(cell)} {...cell.attributes}>
              {cell.children}
            </th>
          ))}
        </tr>
      </thead>
    )}
    <tbody class="govuk-table__body">
      {props.rows.map((row) => (
        <tr class="govuk-table__row">
          {row.map((cell, position) =>
            position === 0 && props.firstCellIsHeader === true ? (
              <th
                scope="row"
                class={classes('govuk-table__header', cell.class)}
                {...spans(cell)}
                {...cell.attributes}
              >
                {cell.children}
              </th>
            ) : (
              <td class={cellClass('cell', cell)} {...spans(cell)} {...cell.attributes}>
                {cell.children}
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  </table>
);

const cellClass = (kind: 'header' | 'cell', cell: Cell): string =>
  classes(`govuk-table__${kind}`, cell.numeric === true && `govuk-table__${kind}--numeric`, cell.class);

const spans = (cell: Cell): Pick<Cell, 'colSpan' | 'rowSpan'> => ({
  colSpan: cell.colSpan,
  rowSpan: cell.rowSpan,
});
