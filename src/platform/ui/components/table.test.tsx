import { type Common, common, matchesFixtures, part, type Words } from '../testing/fixtures.ts';
import { type Cell, Table } from './table.tsx';

type CellOptions = Words & Common & Readonly<{ format?: 'numeric'; colspan?: number; rowspan?: number }>;

type Options = Common &
  Readonly<{
    caption?: string;
    captionClasses?: string;
    head?: readonly CellOptions[];
    rows: readonly (readonly CellOptions[] | false | null | undefined)[];
    firstCellIsHeader?: boolean;
  }>;

const cell = (options: CellOptions): Cell => ({
  ...part(options),
  numeric: options.format === 'numeric',
  colSpan: options.colspan,
  rowSpan: options.rowspan,
});

matchesFixtures<Options>('table', 21, (options) => (
  <Table
    {...common(options)}
    caption={options.caption}
    captionClass={options.captionClasses}
    head={options.head?.map(cell)}
    rows={options.rows.filter((row) => Array.isArray(row)).map((row) => row.map(cell))}
    firstCellIsHeader={options.firstCellIsHeader}
  />
));
