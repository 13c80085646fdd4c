import { formatCount, formatMoney, pence } from '#platform/kernel';
import { type Column, DataTable, Link, Text, Unseen } from '#platform/ui';
import { Section } from '#platform/web';
import { type Finding, findingInWords, findings } from '../../../domain/import/report.ts';
import type { ReleaseFile } from '../../../domain/release/release.ts';
import { findingHelp } from './reason-words.ts';

type Line = Omit<Finding, 'samples'> & Partial<Pick<Finding, 'samples'>>;
type FoundProps = Readonly<{
  findings: readonly Line[];
  files: readonly ReleaseFile[];
  forOfficer: boolean;
  /** Where an officer sees all lines of a finding. */
  listAt?: (kind: Finding['kind']) => string;
  /** The addresses of its files, where it has any. */
  downloads?: Readonly<{ csv: string; json: string }>;
}>;

/** What the check found beside the balance; for an officer each with what may be done about it. */
export const Found = ({ findings: found, files, forOfficer, listAt, downloads }: FoundProps) => (
  <Section title={forOfficer ? 'To look at before publishing' : 'What the check found'} id="findings">
    {forOfficer && found.length > 0 && <Text>None of these stops publication by itself.</Text>}
    <DataTable
      caption="What the check found"
      captionHidden
      rows={found}
      columns={[
        { title: 'Found', cell: findingInWords },
        { title: 'Rows', cell: ({ rows }) => formatCount(rows), numeric: true },
        { title: 'Amount', cell: ({ pence: amount }) => formatMoney(pence(amount)), numeric: true },
        ...(forOfficer ? officerColumns(files, listAt) : []),
      ]}
      empty="Nothing was found that asks for another look."
      narrow="stack"
      {...(downloads && { downloads })}
    />
  </Section>
);

const samplesShown = 5;

const officerColumns = (
  files: readonly ReleaseFile[],
  listAt: FoundProps['listAt'],
): readonly Column<Line>[] => [
  { title: 'What to do', cell: ({ kind }) => findingHelp[kind] },
  {
    title: 'For example',
    cell: ({ kind, rows, samples = [] }) => (
      <>
        {samples.slice(0, samplesShown).map(({ file, line, says }) => (
          <div>{line === 0 ? says : `${lineIn(files, file)} ${line}: ${says}`}</div>
        ))}
        {listAt !== undefined && (rows > samples.length || samples.length > samplesShown) && (
          <Link href={listAt(kind)}>
            {`See all ${formatCount(Math.max(rows, samples.length))}`}
            <Unseen>: {findings[kind]}</Unseen>
          </Link>
        )}
      </>
    ),
  },
];

const lineIn = (files: readonly ReleaseFile[], file: number): string =>
  files.length > 1 ? `${files[file]?.filename ?? ''}, line` : 'Line';
