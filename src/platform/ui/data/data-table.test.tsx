import { renderToString } from 'preact-render-to-string';
import { expect, it } from 'vitest';
import { type Column, DataTable } from './data-table.tsx';

type Body = Readonly<{ name: string; residents: number }>;

const columns: readonly Column<Body>[] = [
  { title: 'Body', cell: ({ name }) => name },
  { title: 'Residents', numeric: true, cell: ({ residents }) => residents.toLocaleString('en-GB') },
];
const rows: readonly Body[] = [
  { name: 'Swale', residents: 151_000 },
  { name: 'Thanet', residents: 141_800 },
];
const table = (props: object): string =>
  renderToString(
    <DataTable caption="Residents by body" columns={columns} rows={rows} empty="None." {...props} />,
  );

it('names each row by its first cell and sets figures to the right', () => {
  const html = table({});
  expect(html).toContain('<th scope="row" class="govuk-table__header">Swale</th>');
  expect(html).toContain('<td class="govuk-table__cell govuk-table__cell--numeric">151,000</td>');
  expect(html).toContain('govuk-table__header--numeric">Residents</th>');
});

it('scrolls in a region that has a name and that a keyboard can reach', () => {
  expect(table({})).toContain('<section class="accord-scroll" aria-label="Residents by body" tabindex="0">');
});

it('says the name of each column beside its value where rows become cards', () => {
  const html = table({ narrow: 'stack' });
  expect(html).toContain('data-title="Residents"><div>151,000</div>');
  expect(html).not.toContain('accord-scroll');
});

it('says where the figures come from, of which day, and how sure we are', () => {
  const html = table({
    source: { text: 'ONS mid-2020 estimate', asAt: '30 June 2020', certainty: 'verified' },
  });
  expect(html).toContain('Source: ONS mid-2020 estimate, as at 30 June 2020 <strong');
  expect(html).toContain('>Verified</strong>');
});

it('offers the rows as files, each link saying what it is of', () => {
  const html = table({ downloads: { csv: '/bodies.csv', json: '/bodies.json' } });
  expect(html).toContain('data-dataset');
  expect(html).toContain(
    '<a class="govuk-link" href="/bodies.csv">Download CSV<span class="govuk-visually-hidden"> of Residents by body</span></a>',
  );
});

it('says so in a sentence when there is nothing to show', () => {
  const html = table({ rows: [], empty: 'No body has told us its residents.' });
  expect(html).toContain('No body has told us its residents.');
  expect(html).not.toContain('<table');
});
