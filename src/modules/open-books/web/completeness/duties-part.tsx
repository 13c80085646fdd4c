import type { Dataset, Visit } from '#platform/http';
import { formatDate, plural } from '#platform/kernel';
import { Certainty, DataTable, type CertaintyMark } from '#platform/ui';
import { filesOf, Section } from '#platform/web';
import { dutiesPath } from './paths.ts';
import type { Duty } from '../../domain/completeness/completeness.ts';

const everyInWords = { quarter: 'each quarter', year: 'each year' } as const;

/** What the Code asks, with what is kept here of it and what is not. */
export const DutiesPart = ({ duties, visit }: Readonly<{ duties: readonly Duty[]; visit: Visit }>) => (
  <Section title="What the Code asks" id="duties">
    <DataTable
      caption="What councils must publish by the Local Government Transparency Code 2015"
      captionHidden
      rows={duties}
      columns={[
        { title: 'Data', cell: ({ title }) => title },
        { title: 'How often', cell: ({ every }) => everyInWords[every] },
        {
          title: 'By when',
          cell: ({ monthsAfter, every }) => `${plural(monthsAfter, 'month')} after the ${every}’s last day`,
        },
        { title: 'Since', cell: ({ from }) => formatDate(from) },
        { title: 'Kept here', cell: ({ dataset }) => (dataset === undefined ? 'no: not looked at' : 'yes') },
        {
          title: 'Source',
          cell: ({ source, certainty }) => (
            <>
              {source} <Certainty mark={certainty as CertaintyMark} />
            </>
          ),
        },
      ]}
      empty="No duties are held. They come with the reference data of an area."
      narrow="stack"
      downloads={filesOf(dutiesPath, visit)}
    />
  </Section>
);

/** The same to take away. */
export const dutiesDataset = (duties: readonly Duty[]): Dataset => ({
  name: 'publication-duties',
  source: 'What councils must publish by the Local Government Transparency Code 2015.',
  columns: [
    { key: 'id', title: 'Dataset' },
    { key: 'title', title: 'Data' },
    { key: 'every', title: 'How often' },
    { key: 'monthsAfter', title: 'Months after the last day' },
    { key: 'from', title: 'Since' },
    { key: 'isKept', title: 'Kept here' },
    { key: 'source', title: 'Source' },
    { key: 'certainty', title: 'Certainty' },
  ],
  rows: duties.map(({ dataset, ...duty }) => ({ ...duty, isKept: dataset !== undefined })),
});
