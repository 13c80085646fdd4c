import { date } from '#platform/kernel';
import { entriesOfAct } from '#platform/record';
import { expect, test } from 'vitest';
import { systemClock } from '../../src/app/system-clock.ts';
import { errorsOf, hiddenIn, words } from '../support/read-page.ts';
import { useSite } from '../support/open-site.ts';
import { actingIn, visitorOf } from '../support/visitor.ts';

const site = useSite();
const office = '/office/dover/recommendations';
const year = systemClock.today().slice(0, 4);
const made = dayBefore(100);
const accepted = dayBefore(60);
const due = dayBefore(10);

const report = {
  title: 'Waste collection',
  committee: 'Scrutiny Committee',
  ...boxes('madeOn', made),
  addressedTo: 'The Cabinet',
  ...boxes('receivedOn', made),
  'text-1': 'That the contract be let',
  'conditions-1': 'Rounds are published\n\nMissed collections stay few',
  'topic-waste': 'yes',
  source: 'Minutes, item 7',
};

test('a committee recommends, the Cabinet accepts, a condition slips by itself, is shown, and is met', async () => {
  const { address, test: database } = site();
  const scrutiny = await actingIn(address, 'dover.scrutiny-officer');
  const leader = await actingIn(address, 'dover.leader');
  const reader = visitorOf(address);
  const entries = (act: string) => entriesOfAct(database.database, act);

  // It is recorded: what is missing is said at once, a box more can be asked for, and it is looked over first.
  const empty = await scrutiny.send(`${office}/new`, {});
  expect(empty.status).toBe(422);
  expect(errorsOf(empty)).toEqual([
    'Enter the title',
    'Enter the day it was made',
    'Enter whom it is addressed to',
    'Enter where it is written',
    'Select the committee, or enter its name',
    'Enter at least one recommendation',
  ]);
  const more = await scrutiny.send(`${office}/new`, { ...report, step: 'more' });
  expect(more.body).toContain('name="text-2"');
  expect(more.body).toContain('That the contract be let</textarea>');
  const checked = await scrutiny.post(`${office}/new`, {
    ...hiddenIn(more),
    ...report,
    'text-2': 'That a review be held',
  });
  expect(words(checked)).toContain('Missed collections stay few');
  const fields = { ...hiddenIn(checked), step: 'publish' };
  const published = await scrutiny.post(`${office}/new`, fields);
  const page = `/recommendations/dover/${made.slice(0, 4)}-001`;
  expect(published.to).toBe(page);
  expect((await scrutiny.post(`${office}/new`, fields)).to).toBe(page);
  expect(await entries('governance.recommendations.published')).toBe(2);

  // The executive has a task with its last day, and answers both.
  const own = `${office}/${made.slice(0, 4)}-001`;
  expect(words(await leader.get('/work'))).toContain(
    'Give the executive’s answer to scrutiny: Waste collection',
  );
  expect(words(await reader.get('/scrutiny?body=dover'))).toContain('Answer overdue');
  const answers = {
    'outcome-1': 'accepted',
    'outcome-2': 'not-accepted',
    ...boxes('on', accepted),
    source: 'Cabinet minutes, item 3',
  };
  const noReasons = await leader.send(`${own}/response`, answers);
  expect(errorsOf(noReasons)).toEqual(['Enter why recommendation 2 is not accepted as a whole']);
  const looked = await leader.send(`${own}/response`, { ...answers, 'reasons-2': 'There is no money' });
  expect((await leader.post(`${own}/response`, { ...hiddenIn(looked), step: 'publish' })).to).toBe(page);
  const shown = words(await reader.get(page));
  expect(shown).toContain('Not accepted');
  expect(shown).toContain('There is no money');
  expect(shown).toContain('Nobody has said yet what is watched');

  // Scrutiny says what is watched; nobody does anything more, and it has slipped.
  expect(words(await scrutiny.get('/work'))).toContain('Say what is watched for the conditions of');
  const watch = `${own}/conditions/1.1/watch`;
  const set = await scrutiny.send(
    `${watch}?kind=milestone`,
    {
      what: 'Rounds published',
      ...boxes('by', due),
      ...boxes('on', accepted),
      source: 'Minutes, item 2',
    },
    watch,
  );
  expect(set.to).toBe(`${page}#condition-1-1`);
  expect(words(await reader.get(page))).toContain('1 condition of this report has slipped');
  expect(words(await reader.get('/scrutiny'))).toContain('Rounds are published');
  expect(words(await reader.get(`${page}?on=${due}`))).toContain('On track');
  expect(words(await scrutiny.get('/work'))).toContain('A condition has slipped: Waste collection');
  const csv = (await reader.get(`${page}/conditions.csv`)).body;
  expect(csv).toContain(`Rounds are published,slipped,not-done-by-its-day,${dayBefore(9)},${due},`);

  // A figure is watched for the other, and its reading is on the wrong side.
  const figure = `${own}/conditions/1.2/watch`;
  const wrong = await scrutiny.send(`${figure}?kind=figure`, { threshold: 'eighty' }, figure);
  expect(errorsOf(wrong)).toContain('Enter the value as a number, like 80 or 95.5');
  await scrutiny.send(
    `${figure}?kind=figure`,
    {
      what: 'Missed collections',
      comparison: 'at-most',
      threshold: '80',
      ...boxes('on', accepted),
      source: 'Minutes, item 2',
    },
    figure,
  );
  const progress = `${own}/conditions/1.2/progress`;
  await leader.send(progress, {
    kind: 'reading',
    value: '91.5',
    ...boxes('on', due),
    source: 'Contract report',
  });
  expect(words(await reader.get(page))).toContain('2 conditions of this report have slipped');

  // The executive reports that the first is done; twice sent is once said, and a stale page is told.
  const done = { kind: 'met', ...boxes('on', dayBefore(1)), source: 'Report to the committee' };
  const open = await leader.hiddenFields(`${own}/conditions/1.1/progress`);
  const before = await entries('governance.condition.reported');
  expect((await leader.post(`${own}/conditions/1.1/progress`, { ...open, ...done })).status).toBe(303);
  expect((await leader.post(`${own}/conditions/1.1/progress`, { ...open, ...done })).status).toBe(303);
  expect(await entries('governance.condition.reported')).toBe(before + 1);
  const stale = await leader.post(`${own}/conditions/1.1/progress`, {
    ...open,
    submission: 'another',
    ...done,
  });
  expect(stale.status).toBe(422);
  expect(words(stale)).toContain('Another officer reported on this condition');
  expect(words(await reader.get(page))).toContain('later than its day');
});

test('what there is not is said to be not there', async () => {
  const { address } = site();
  const scrutiny = await actingIn(address, 'dover.scrutiny-officer');
  for (const path of [
    '/recommendations/dover/1999-001',
    '/scrutiny?body=calais',
    '/api/recommendations/dover/x',
  ])
    expect((await scrutiny.get(path)).status).toBe(404);
  for (const page of ['', '/conditions/9.9/watch', '/conditions/9.9/findings'])
    expect((await scrutiny.get(`${office}/${year}-999${page}`)).status).toBe(404);
});

function dayBefore(days: number): string {
  const day = new Date(`${systemClock.today()}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() - days);
  return date(day.toISOString().slice(0, 10));
}

function boxes(name: string, on: string): Readonly<Record<string, string>> {
  const [y = '', m = '', d = ''] = on.split('-');
  return { [`${name}-day`]: d, [`${name}-month`]: m, [`${name}-year`]: y };
}
