import type { Dataset } from '#platform/http';
import { type Actor, formatCount, formatMoney, pence, plural } from '#platform/kernel';
import { DataTable, Pagination, Prose, Text } from '#platform/ui';
import { Day, officePage } from '#platform/web';
import { findingInWords } from '../../../domain/import/report.ts';
import type { FoundList } from '../../../queries/publishing/found.ts';
import { findingHelp } from '../report/reason-words.ts';
import { inPounds } from '../../explore/money-words.tsx';
import { foundPath, importPath, roomPath } from './paths.ts';

/** So many lines stand on a page; the file has them all. */
export const foundOnPage = 100;

type FoundShown = FoundList & Readonly<{ actor: Actor; importId: string; page: number }>;

/** Everything that the check found of one kind, line by line. */
export const foundPage = ({ actor, importId, finding, lines, inAll, page }: FoundShown) => {
  const { bodyId } = actor;
  const path = foundPath(bodyId, importId, finding.kind);
  const hasPayments = lines.some(({ amount }) => amount !== undefined);
  const to = (number: number) => ({ href: `${path}?page=${number}` });
  return officePage(
    actor,
    [
      { text: 'Published spending', href: roomPath(bodyId) },
      { text: 'Report of the check', href: importPath(bodyId, importId) },
    ],
    {
      title: findingInWords(finding),
      main: (
        <>
          <Prose>
            <Text>{`${plural(finding.rows, 'row')}, ${formatMoney(pence(finding.pence))}. This list is private to your body.`}</Text>
            <Text>{findingHelp[finding.kind]}</Text>
          </Prose>
          <DataTable
            caption={captionOf(inAll, page, lines.length)}
            rows={lines}
            columns={[
              { title: 'File', cell: ({ filename }) => filename },
              {
                title: 'Line',
                cell: ({ line }) => (line === undefined ? 'The whole file' : formatCount(line)),
              },
              ...(hasPayments
                ? ([
                    { title: 'Day', cell: ({ paid }) => (paid === null ? 'None' : <Day on={paid} />) },
                    { title: 'Payee', cell: ({ supplier }) => supplier ?? 'None' },
                    {
                      title: 'Amount',
                      cell: ({ amount }) => (amount === undefined ? '' : formatMoney(amount)),
                      numeric: true,
                    },
                  ] satisfies Columns)
                : []),
              ...(lines.some(({ says }) => says !== null)
                ? ([{ title: 'What is found', cell: ({ says }) => says ?? '' }] satisfies Columns)
                : []),
            ]}
            empty="There are no more of them."
            narrow="stack"
            downloads={{ csv: `${path}.csv`, json: `${path}.json` }}
          />
          {inAll > foundOnPage && (
            <Pagination
              previous={page > 1 ? to(page - 1) : undefined}
              next={page * foundOnPage < inAll ? to(page + 1) : undefined}
              label="Pages of what was found"
            />
          )}
        </>
      ),
    },
  );
};

type Columns = Parameters<typeof DataTable<FoundList['lines'][number]>>[0]['columns'];

function captionOf(inAll: number, page: number, here: number): string {
  if (inAll <= foundOnPage || here === 0) return plural(inAll, 'line');
  const first = (page - 1) * foundOnPage;
  return `${plural(inAll, 'line')}, ${formatCount(first + 1)} to ${formatCount(first + here)}`;
}

/** The same to take away. */
export const foundDataset = (importId: string, { finding, lines }: FoundList): Dataset => ({
  name: `${finding.kind}-${importId}`,
  source: 'What was found when files of payments were checked',
  columns: [
    { key: 'file', title: 'File' },
    { key: 'line', title: 'Line' },
    { key: 'day', title: 'Day' },
    { key: 'payee', title: 'Payee' },
    { key: 'pence', title: 'Pence' },
    { key: 'pounds', title: 'Pounds' },
    { key: 'found', title: 'What is found' },
  ],
  rows: lines.map(({ filename, line, paid, supplier, amount, says }) => ({
    file: filename,
    line: line ?? null,
    day: paid,
    payee: supplier,
    pence: amount ?? null,
    pounds: amount === undefined ? null : inPounds(BigInt(amount)),
    found: says,
  })),
});
