import { date } from '#platform/kernel';
import { expect, test } from 'vitest';
import { loadOutturn } from './example/outturn.ts';
import { linesOf, outturnBook, outturnDataset, peopleOf } from './queries/outturn/outturn-page.ts';
import { readOutturn } from './reference/read-outturn.ts';
import { openBooksForTest } from './testing.ts';

test('the fourteen councils’ outturn is loaded once, to the figure of the return', async () => {
  const { services } = await openBooksForTest();
  await loadOutturn(services);
  await loadOutturn(services);
  const book = await outturnBook(services.database, date('2026-11-22'));
  expect(book?.councils).toHaveLength(14);
  expect(book?.others.map(({ name }) => name)).toEqual([
    'Kent and Medway Fire and Rescue Authority',
    'Kent Police and Crime Commissioner',
  ]);
  expect(book?.outturn.years).toEqual(['2010-11', '2011-12', '2012-13', '2013-14', '2014-15', '2017-18']);
  // As Kent County Council returned for 2014-15: 840,264 thousand pounds for education, 1,718,127 for all services.
  const kent = (line: string) => book?.outturn.amount('2014-15', 'E2221', line);
  expect([kent('education'), kent('all-services')]).toEqual([84_026_400_000n, 171_812_700_000n]);
});

test('a figure that was not returned is not nought, and people of a county are counted once', async () => {
  const { services } = await openBooksForTest();
  await loadOutturn(services);
  const book = await outturnBook(services.database, date('2026-11-22'));
  if (book === undefined) throw new Error('It was loaded');
  const lines = linesOf(book, '2010-11', book.councils, peopleOf(book.councils));
  const line = (id: string) => lines.find((each) => each.line.id === id);
  expect(line('public-health')).toMatchObject({ amount: undefined, perHead: undefined, known: 0, asked: 14 });
  expect(line('all-services')).toMatchObject({ known: 14, share: 1000 });
  const kent = book.councils.find(({ bodyId }) => bodyId === 'kent-county-council')?.people ?? 0;
  const medway = book.councils.find(({ bodyId }) => bodyId === 'medway')?.people ?? 0;
  expect(peopleOf(book.councils)).toBe(kent + medway);
});

test('what is taken away is what the file of figures holds', async () => {
  const { services } = await openBooksForTest();
  await loadOutturn(services);
  const book = await outturnBook(services.database, date('2026-11-22'));
  const file = readOutturn();
  expect(book && outturnDataset(book).rows).toHaveLength(file.figures.length);
  const maidstone = book && outturnDataset(book, 'maidstone').rows;
  expect(new Set(maidstone?.map(({ body }) => body))).toEqual(new Set(['maidstone']));
});
