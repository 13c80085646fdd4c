import { date, type IsoDate } from '#platform/kernel';
import { act } from '#platform/record';
import { expect, test } from 'vitest';
import { type Found, keepFound } from '../../store/found.ts';
import { governanceForTest, publishedForTest } from '../../testing.ts';
import type { FindAsked } from './find-asked.ts';
import { findThings, type FoundLine, orderedAtMost } from './find-things.ts';

const said = (runs: FoundLine['title']): string =>
  runs.map(({ text, isMatch }) => (isMatch ? `[${text}]` : text)).join('');

const thing = (number: number, given: Partial<Found> = {}): Found => ({
  subject: `/proposals/${number}`,
  kind: 'proposal',
  bodyId: 'maidstone',
  title: `Proposal ${number}`,
  text: '',
  on: date('2026-07-01'),
  places: [],
  topics: [],
  ...given,
});

/** Kent, with these things to be found. */
async function withThings(things: readonly Found[]) {
  const made = await governanceForTest();
  await act(made.services, { officeTitle: 'A test', bodyId: undefined }, {}, async (sql) => {
    await keepFound(sql, things);
    const entry = { act: 'test', subject: '/', summary: '', facts: {}, visibility: 'public' } as const;
    return { ok: true, value: { value: undefined, entry } };
  });
  const find = async (asked: Partial<FindAsked>, on: IsoDate = date('2026-07-15'), page = 1) =>
    findThings(made.database, { words: '', ...asked }, { on, page });
  const subjects = async (asked: Partial<FindAsked>, on?: IsoDate) =>
    (await find(asked, on)).lines.map(({ subject }) => subject);
  return { ...made, find, subjects };
}

test('what is published is found by its words, as people write them, the best first', async () => {
  const { find, subjects, services } = await withThings([
    thing(1, { title: 'Waste collection contract', text: 'Six bidders were compared for the contract.' }),
    thing(2, {
      title: 'Parking',
      text: 'Charges rise. The waste of time is <b>over</b> & "done".',
      on: date('2026-06-01'),
    }),
    thing(3, { title: 'Tree wardens', text: 'Nothing to do with bins.', on: date('2026-07-20') }),
    thing(4, { title: 'Prices', text: 'waste of a later day', visibleFrom: date('2026-07-16') }),
    thing(5, { title: 'Agenda to come', on: date('2026-09-01'), visibleFrom: date('2026-07-10') }),
  ]);
  expect(await subjects({ words: 'waste' })).toEqual(['/proposals/1', '/proposals/2']);
  expect(await subjects({ words: 'collected wastes' })).toEqual(['/proposals/1']);
  expect(await subjects({ words: '"waste of time"' })).toEqual(['/proposals/2']);
  expect(await subjects({ words: 'waste -contract' })).toEqual(['/proposals/2']);
  expect(await subjects({ words: 'parking or collection' })).toHaveLength(2);
  expect(await subjects({ words: 'waste' }, date('2026-06-15'))).toEqual(['/proposals/2']);
  expect(await subjects({ words: 'wardens' })).toEqual([]);
  expect(await subjects({ words: 'wardens' }, date('2026-07-20'))).toEqual(['/proposals/3']);
  expect(await subjects({ words: 'waste' }, date('2026-07-16'))).toContain('/proposals/4');
  expect(await subjects({ words: 'agenda' })).toEqual(['/proposals/5']);
  expect(await subjects({ words: 'agenda' }, date('2026-07-09'))).toEqual([]);
  expect((await find({ words: 'the of' })).count).toBe(0);
  for (const nothing of ['-', '- ', '-!', '-(', '"-', '-"', '-a '])
    await find({ words: nothing.repeat(100) });
  expect(await subjects({ words: `waste ${'-'.repeat(190)}contract` })).toEqual(['/proposals/2']);
  expect(await subjects({ words: `'); DROP TABLE governance.found; -- & | ! <-> :*` })).toEqual([]);

  const { lines } = await find({ words: 'waste time' });
  expect(lines.map(({ title, excerpt }) => [said(title), said(excerpt)])).toEqual([
    ['Parking', 'Charges rise. The [waste] of [time] is < b>over< /b> & "done'],
  ]);

  const { id } = await publishedForTest(services, {
    title: 'Bins for Loose',
    isKey: true,
    keyReasons: 'Costs much',
  });
  await publishedForTest(services, { title: 'Bins for Barming', isKey: false, keyReasons: '' });
  expect(await subjects({ words: 'bins', isKey: true })).toEqual([`/decisions/${id}`]);
  expect(await subjects({ words: 'bins', kind: 'decision' })).toHaveLength(2);
});

test('a search is narrowed by kind, body, place, topic and days; what concerns Kent concerns Maidstone', async () => {
  const { subjects, find } = await withThings([
    thing(1, { places: ['kent'], topics: ['waste'] }),
    thing(2, { places: ['maidstone'], bodyId: 'swale', on: date('2026-05-01') }),
    thing(3, { places: ['swale'], kind: 'paper', on: date('2026-03-01') }),
  ]);
  expect(await subjects({})).toEqual(
    expect.arrayContaining(['/proposals/1', '/proposals/2', '/proposals/3']),
  );
  expect(await subjects({ words: 'proposal', place: 'maidstone' })).toEqual(['/proposals/1', '/proposals/2']);
  expect(await subjects({ words: 'proposal', place: 'kent' })).toEqual(['/proposals/1']);
  expect(await subjects({ words: 'proposal', place: 'nowhere' })).toEqual([]);
  expect(await subjects({ words: 'proposal', bodyId: 'swale' })).toEqual(['/proposals/2']);
  expect(await subjects({ words: 'proposal', kind: 'paper' })).toEqual(['/proposals/3']);
  expect(await subjects({ words: 'proposal', topic: 'waste' })).toEqual(['/proposals/1']);
  expect(await subjects({ words: 'proposal', from: date('2026-04-01'), to: date('2026-06-01') })).toEqual([
    '/proposals/2',
  ]);
  expect((await find({ words: 'proposal' }, date('2026-07-15'), 2)).lines).toEqual([]);
});

test('a word in thousands of things: so many of the newest are put in order, and it is said that there are more', async () => {
  const long = `${'filler words of a report. '.repeat(1000)} The zebra crossing. ${'more filler. '.repeat(1000)}`;
  const { find } = await withThings([
    ...Array.from({ length: orderedAtMost + 50 }, (_, number) =>
      thing(number, { title: `Minutes ${number}` }),
    ),
    thing(9999, { title: 'Long report', text: long }),
  ]);
  expect(await find({ words: 'minutes' })).toMatchObject({ count: orderedAtMost, isMore: true });
  expect((await find({ words: 'minutes' })).lines).toHaveLength(20);
  expect((await find({ words: 'minutes' }, undefined, 51)).lines).toEqual([]);
  const [line] = (await find({ words: 'zebras' })).lines;
  expect(line && said(line.excerpt)).toContain('The [zebra] crossing');
});
