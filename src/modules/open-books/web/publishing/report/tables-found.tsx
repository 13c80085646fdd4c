import { formatCount, formatMoney, pence, plural } from '#platform/kernel';
import { Bullets, DataTable, Details, Link, SummaryList, Tag } from '#platform/ui';
import { Section } from '#platform/web';
import type { PublishedReport } from '../../../domain/release/release.ts';
import { dayOrderReasons, type DaysTold } from '../../../domain/reading/day-order.ts';
import { reasons } from '../../../domain/reading/read-row.ts';
import { roles } from '../../../domain/reading/roles.ts';
import { repairs } from '../../../domain/reading/amount.ts';
import { tableName } from '../../../domain/import/report.ts';
import { roundingInWords } from '../../../domain/import/rounding.ts';
import { unusedColumns } from '../../../domain/release/public-text.ts';

type Table = PublishedReport['tables'][number];
type TablesProps = Readonly<{
  tables: readonly Table[];
  /** Where an officer corrects the columns of a table, by its place; none for others. */
  correctAt?: (table: number) => string;
  downloads?: Readonly<{ csv: string; json: string }>;
}>;

/** Each table that was found in the files: how it is read and what it comes to. */
export const TablesFound = ({ tables, correctAt, downloads }: TablesProps) => (
  <Section title="The files, table by table" id="tables">
    <DataTable
      caption="Tables found in the files"
      captionHidden
      rows={tables.map((table, at) => ({ ...table, at }))}
      columns={[
        {
          title: 'Table',
          cell: ({ at, ...table }) => (
            <a class="govuk-link" href={`#table-${at}`}>
              {tableName(table)}
            </a>
          ),
        },
        { title: 'Standing', cell: (table) => <TableStanding table={table} /> },
        { title: 'Rows in', cell: ({ rowsIn }) => formatCount(rowsIn), numeric: true },
        { title: 'Payments', cell: ({ rowsUnderstood }) => formatCount(rowsUnderstood), numeric: true },
        {
          title: 'Amount',
          cell: ({ penceUnderstood }) => formatMoney(pence(penceUnderstood)),
          numeric: true,
        },
        { title: 'Set aside', cell: ({ rowsSetAside }) => formatCount(rowsSetAside), numeric: true },
        {
          title: 'Amount set aside',
          cell: ({ penceSetAside }) => formatMoney(pence(penceSetAside)),
          numeric: true,
        },
      ]}
      empty="No table was found."
      downloads={downloads}
    />
    {tables.map((table, at) => (
      <Details
        id={`table-${at}`}
        open={tables.length <= tablesOpen || table.inDoubt !== null}
        summary={`How ${tableName(table)} is read`}
      >
        <HowRead table={table} />
        {correctAt !== undefined && (table.refused === null || table.columnsBy !== 'reading') && (
          <Link href={correctAt(at)}>Correct the columns of {tableName(table)}</Link>
        )}
      </Details>
    ))}
  </Section>
);

/** With more tables than this, how each is read is folded away. */
const tablesOpen = 3;

function TableStanding({ table }: Readonly<{ table: Table }>) {
  if (table.refused !== null) return <Tag colour="red">Not read</Tag>;
  if (table.inDoubt !== null && table.columnsBy === 'reading') return <Tag colour="orange">In doubt</Tag>;
  return <Tag colour="green">Read</Tag>;
}

const decidedBy = {
  reading: 'By their headings and by what stands in them',
  officer: 'As an officer said of these files',
  remembered: 'As an officer said of an earlier file with the same headings',
} as const;

function HowRead({ table }: Readonly<{ table: Table }>) {
  if (table.refused !== null) return <p class="govuk-body">{table.refused}</p>;
  const { headingLine, preambleRows, columns, reasons: why, repairs: repaired, controlTotals } = table;
  const above = preambleRows - (headingLine === null ? 0 : 1);
  return (
    <SummaryList
      rows={[
        ...(table.inDoubt === null ? [] : [{ key: 'In doubt', value: table.inDoubt }]),
        { key: 'Written in', value: table.encoding },
        {
          key: 'Headings',
          value:
            headingLine === null
              ? 'None: read by its cells alone'
              : `On line ${headingLine}${why['headings-below'] !== undefined ? belowRows : ''}${above > 0 ? `, after ${plural(above, 'row')} that ${above === 1 ? 'is' : 'are'} passed over` : ''}`,
        },
        ...(table.days === undefined ? [] : [{ key: 'Days', value: daysInWords(table.days) }]),
        { key: 'Columns decided', value: decidedBy[table.columnsBy] },
        {
          key: 'Columns',
          value: {
            children: (
              <Bullets
                items={columns.map(
                  ({ at, heading, role, confidence }) =>
                    `${columnName({ at, heading })}: ${roles[role]}, ${Math.round(confidence * 100)}% sure`,
                )}
              />
            ),
          },
        },
        ...(unusedColumns(table).length === 0
          ? []
          : [
              {
                key: 'Columns not published',
                value: {
                  children: (
                    <Bullets
                      items={unusedColumns(table).map(
                        (column) =>
                          `${columnName(column)}${table.columnsBy === 'reading' ? ': what it holds cannot be told surely enough' : ''}`,
                      )}
                    />
                  ),
                },
              },
            ]),
        {
          key: 'Amounts are',
          value:
            table.amountIs === 'net'
              ? 'Net of VAT, where the file says so'
              : 'With VAT: the file gives no other',
        },
        ...(table.rounding === undefined
          ? []
          : [{ key: 'Rounded', value: roundingInWords(table.rounding, table.penceUnderstood) }]),
        ...(table.elsewhere === undefined
          ? []
          : [
              {
                key: 'Of other months',
                value: `${plural(table.elsewhere.rows, 'payment')}, ${formatMoney(pence(table.elsewhere.pence))}: in releases of their own`,
              },
            ]),
        ...(Object.keys(why).length === 0
          ? []
          : [{ key: 'Set aside', value: { children: <Bullets items={counts(why, reasons)} /> } }]),
        ...(Object.keys(repaired).length === 0
          ? []
          : [{ key: 'Put right', value: { children: <Bullets items={counts(repaired, repairs)} /> } }]),
        {
          key: 'Totals in the file',
          value:
            controlTotals.length === 0
              ? 'None stated'
              : {
                  children: (
                    <Bullets
                      items={controlTotals.map(
                        ({ line, penceStated, penceFound, agrees }) =>
                          `Line ${line} says ${formatMoney(pence(penceStated))}: ${agrees ? 'the rows agree' : `the rows come to ${formatMoney(pence(penceFound))}`}`,
                      )}
                    />
                  ),
                },
        },
      ]}
    />
  );
}

export const belowRows = ', below rows that are read by them';

/** `The month first: the name of the file says so`. */
export const daysInWords = ({ order, by }: DaysTold): string =>
  `The ${order === 'day-first' ? 'day' : 'month'} first: ${dayOrderReasons[by]}`;

/** `3 “Net amount”`: where a column stands, and its heading where it has one. */
export const columnName = ({ at, heading }: Readonly<{ at: number; heading: string }>): string =>
  `${at + 1}${heading === '' ? '' : ` “${heading}”`}`;

const counts = (
  counted: Readonly<Partial<Record<string, number>>>,
  words: Readonly<Record<string, string>>,
): readonly string[] =>
  Object.entries(counted).map(([key, rows]) => `${words[key] ?? key}: ${plural(rows ?? 0, 'row')}`);
