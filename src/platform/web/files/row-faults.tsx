import type { Dataset } from '#platform/http';
import { formatCount, type RowFault } from '#platform/kernel';
import { DataTable, Text } from '#platform/ui';
import { Section } from '../section.tsx';

/** On the page there are the first hundred; the files have them all. */
const shown = 100;

type RowFaultsProps = Readonly<{
  title: string;
  faults: readonly RowFault[];
  /** How many there are, where only the first were kept. */
  inAll: number;
  /** Where they are to be had as `<path>.csv` and `<path>.json`. */
  path: string;
}>;

/** What is wrong with the rows of a file, cell by cell, with the remedy for each. */
export const RowFaults = ({ title, faults, inAll, path }: RowFaultsProps) =>
  faults.length === 0 ? null : (
    <Section title={title}>
      {inAll > shown && (
        <Text>{`The first ${shown} of ${formatCount(inAll)}. The file has ${inAll > faults.length ? `the first ${formatCount(faults.length)}` : 'all of them'}.`}</Text>
      )}
      <DataTable
        caption={`${title}, by line of the file`}
        captionHidden
        rows={faults.slice(0, shown)}
        columns={[
          { title: 'Line', cell: ({ line }) => formatCount(line) },
          { title: 'Column', cell: ({ column }) => column },
          { title: 'There stands', cell: ({ value }) => (value === '' ? 'Nothing' : value) },
          { title: 'What is wrong', cell: ({ wrong }) => wrong },
          { title: 'How to mend it', cell: ({ mend }) => mend },
        ]}
        empty=""
        narrow="stack"
        downloads={{ csv: `${path}.csv`, json: `${path}.json` }}
      />
    </Section>
  );

/** The same as a list of its own, to be mended in the file. */
export const rowFaultsDataset = (filename: string, faults: readonly RowFault[]): Dataset => ({
  name: `faults-${filename.replace(/\.[^.]*$/, '')}`,
  source: `The check of ${filename}`,
  columns: [
    { key: 'line', title: 'Line' },
    { key: 'column', title: 'Column' },
    { key: 'value', title: 'There stands' },
    { key: 'wrong', title: 'What is wrong' },
    { key: 'mend', title: 'How to mend it' },
  ],
  rows: faults.map(({ line, column, value, wrong, mend }) => ({ line, column, value, wrong, mend })),
});
