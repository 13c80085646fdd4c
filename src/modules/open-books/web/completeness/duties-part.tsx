import { formatDate, plural } from '#platform/kernel';
import { Certainty, DataTable, type CertaintyMark } from '#platform/ui';
import { Section } from '#platform/web';
import type { Duty } from '../../domain/completeness/completeness.ts';

const everyInWords = { quarter: 'each quarter', year: 'each year' } as const;

/** What the Code asks, with what is kept here of it and what is not. */
export const DutiesPart = ({ duties }: Readonly<{ duties: readonly Duty[] }>) => (
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
    />
  </Section>
);
