import type { VNode } from 'preact';
import { Pagination } from '../components/pagination.tsx';
import { Certainty, certaintyMarks, type CertaintyMark } from '../data/certainty.tsx';
import { type Column, DataTable } from '../data/data-table.tsx';
import { KeyFigures } from '../data/key-figures.tsx';
import { Timeline } from '../data/timeline.tsx';
import { type Place, places, source } from './places.ts';
import { Example, Section } from './section.tsx';

const marks = Object.keys(certaintyMarks) as CertaintyMark[];

const columns: readonly Column<Place>[] = [
  { title: 'Place', cell: ({ name }) => name },
  { title: 'Council', cell: ({ name }) => `${name} Borough Council` },
  { title: 'Residents', numeric: true, cell: ({ residents }) => residents.toLocaleString('en-GB') },
  { title: 'Spending', numeric: true, cell: ({ spending }) => `£${spending.toLocaleString('en-GB')}` },
];

/** As ledgers write what was paid for: one word to a browser, and longer than a phone is wide. */
const paidFor: Column<Place> = {
  title: 'For',
  cell: () => 'Grants/Donations/Contributions/Subscriptions',
};

const downloads = { csv: '#data', json: '#data' };

export const Data = (): VNode => (
  <Section title="Figures and lists">
    <Example name="Key figures">
      <KeyFigures
        figures={[
          { label: 'Residents', value: '1,589,100', detail: 'ONS mid-2020 estimate' },
          { label: 'Shared services', value: '14', detail: '3 more than a year before' },
          { label: 'Spent together', value: '£4.2 million', detail: '2008/09, provisional' },
        ]}
      />
    </Example>
    <Example name="A table that scrolls on a small screen">
      <DataTable
        caption="Residents and spending"
        columns={columns}
        rows={places}
        empty="There are no places."
        source={source}
        downloads={downloads}
      />
    </Example>
    <Example name="A table whose rows become cards">
      <DataTable
        caption="The same, stacked"
        columns={[...columns, paidFor]}
        rows={places.slice(0, 3)}
        empty="There are no places."
        source={source}
        downloads={downloads}
        narrow="stack"
      />
    </Example>
    <Example name="A table with nothing in it">
      <DataTable
        caption="Call-ins"
        columns={columns}
        rows={[]}
        empty="No decision has been called in this year."
      />
    </Example>
    <Example name="Certainty">
      <p class="govuk-body">
        {marks.map((mark) => (
          <>
            <Certainty mark={mark} />{' '}
          </>
        ))}
      </p>
    </Example>
    <Example name="Timeline">
      <Timeline
        headingLevel={4}
        events={[
          {
            on: '2008-06-24',
            onInWords: '24 June 2008',
            title: 'Notice given',
            children: <p class="govuk-body">28 days ahead.</p>,
          },
          { on: '2008-07-09', onInWords: '9 July 2008', title: 'Decision taken by the cabinet' },
          { on: '2008-07-16', onInWords: '16 July 2008', title: 'Call-in ended, in force from today' },
        ]}
      />
    </Example>
    <Example name="Pagination">
      <Pagination
        label="Decisions"
        previous={{ href: '#data' }}
        next={{ href: '#data' }}
        items={[
          { number: 1, href: '#data' },
          'ellipsis',
          { number: 6, href: '#data' },
          { number: 7, href: '#data', current: true },
          { number: 8, href: '#data' },
          'ellipsis',
          { number: 42, href: '#data' },
        ]}
      />
      <Pagination
        label="Steps"
        previous={{ href: '#data', label: 'Notice' }}
        next={{ href: '#data', label: 'Call-in' }}
      />
    </Example>
  </Section>
);
