import type { Dataset } from '#platform/http';
import { formatCount, formatMoney, listInWords, plural } from '#platform/kernel';
import { DataTable, InsetText, Text } from '#platform/ui';
import { Section } from '#platform/web';

import { reasons } from '../../../domain/reading/read-row.ts';
import type { RowSetAside } from '../../../queries/publishing/set-aside.ts';
import { mends } from '../report/reason-words.ts';
import { type ImportReport, tableName } from '../../../domain/import/report.ts';

/** On the page stand the first; the file has them all. */
export const setAsideShown = 100;

type SetAsideProps = Readonly<{
  rows: readonly RowSetAside[];
  tables: ImportReport['tables'];
  path: string;
}>;

/** The rows that are no payments, each with its reason, what stands there and how to mend it. */
export function SetAside({ rows, tables, path }: SetAsideProps) {
  const notRead = tables.filter(({ refused }) => refused !== null);
  const asideIn = (some: ImportReport['tables']) => some.reduce((sum, each) => sum + each.rowsSetAside, 0);
  const inAll = asideIn(tables) - asideIn(notRead);
  return (
    <Section title="Rows set aside" id="set-aside">
      {notRead.length > 0 && (
        <InsetText>
          {`${plural(asideIn(notRead), 'row')} more ${asideIn(notRead) === 1 ? 'is' : 'are'} set aside whole, as ${plural(notRead.length, 'file or sheet', 'files or sheets')} ${notRead.length === 1 ? 'was' : 'were'} not read: ${listInWords(notRead.map(tableName))}.`}
        </InsetText>
      )}
      {inAll > rows.length && rows.length > 0 && (
        <Text>{`The first ${formatCount(rows.length)} of ${formatCount(inAll)}. The file has all of them.`}</Text>
      )}
      <DataTable
        caption="Rows set aside"
        captionHidden
        rows={rows}
        columns={[
          { title: 'Line', cell: ({ line }) => formatCount(line) },
          {
            title: 'File',
            cell: ({ filename, sheet }) => (sheet === null ? filename : `${filename}, ${sheet}`),
          },
          { title: 'Why', cell: ({ reason }) => reasons[reason] },
          { title: 'Amount', cell: ({ amount }) => (amount === undefined ? 'None' : formatMoney(amount)) },
          { title: 'There stands', cell: ({ raw }) => <code>{raw.slice(0, rawShown)}</code> },
          { title: 'How to mend it', cell: ({ reason }) => mends[reason] },
        ]}
        empty={
          notRead.length > 0 ? 'No row of the files that were read.' : 'Every row was read as a payment.'
        }
        narrow="stack"
        {...(rows.length === 0 ? {} : { downloads: { csv: `${path}.csv`, json: `${path}.json` } })}
      />
    </Section>
  );
}

const rawShown = 300;

/** The same to take away, for whoever mends the file. */
export const setAsideDataset = (name: string, rows: readonly RowSetAside[]): Dataset => ({
  name: `set-aside-${name}`,
  source: 'Rows that were set aside when files of payments were read',
  columns: [
    { key: 'file', title: 'File' },
    { key: 'sheet', title: 'Sheet' },
    { key: 'line', title: 'Line' },
    { key: 'reason', title: 'Why' },
    { key: 'pence', title: 'Pence' },
    { key: 'raw', title: 'There stands' },
    { key: 'mend', title: 'How to mend it' },
  ],
  rows: rows.map(({ filename, sheet, line, reason, amount, raw }) => ({
    file: filename,
    sheet,
    line,
    reason: reasons[reason],
    pence: amount ?? null,
    raw,
    mend: mends[reason],
  })),
});
