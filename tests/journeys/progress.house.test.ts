import { expectNoHorizontalScroll, useBrowser, violationsOn } from '#platform/testing';
import { expect, test } from 'vitest';
import { hostileTexts } from '../access/hostile-texts.ts';
import { smuggledInto } from '../access/markup.ts';
import { errorsOf, hiddenIn, words } from '../support/read-page.ts';
import { useSite } from '../support/open-site.ts';
import { actingIn, visitorOf } from '../support/visitor.ts';

const site = useSite();
const browser = useBrowser();
const waste = '/series/illustration-waste-per-home';
const markup = '<canary>"Bins" & lorries</canary>';

test('a leader sees in a minute what is off track, why, and what nobody has recorded', async () => {
  const { address } = site();
  const reader = visitorOf(address);
  const all = words(await reader.get('/progress?theme=illustration-outcomes/1'));
  expect(all).toContain('2 are off track, 2 just short and 3 on track');
  expect(all).toContain('For everybody: outcomes that are off track');
  expect(all).toContain('Slow; watched by the quick measure');

  const why = words(await reader.get(`${waste}/kent`));
  expect(why).toContain('Why is this red?');
  expect(why).toContain('The target for 2025-26 is 580 kg a home.');
  expect(why).toContain('It falls short by 20 kg a home, and is worse than the floor of 590 kg a home.');
  expect(why).toContain('It binds nobody.');
  expect(why).toContain('No action is recorded that is meant to change this.');
  expect(why).toContain('The new round began four months late');
  expect(why).toContain('These figures are illustrative');

  // Each partner of the target in force with its own answer and its day, and who stands against the change of it.
  const agreed = words(await reader.get('/series/illustration-repairs-in-time/maidstone'));
  expect(agreed).toContain('Answers to version 1, which is in force');
  expect(agreed).toContain('Its consent has been in effect since 28 May 2025.');
  expect(agreed).toContain('Swale Borough Council refused on 4 March 2026, which is a veto');
  expect(agreed).toContain('None: it is made up');

  // Before the revision was published the earlier figure was known, and the page of that day says so.
  const then = words(await reader.get(`${waste}/kent?on=2025-11-10`));
  expect(then).toContain('601 kg a home');
  expect(then).not.toContain('605 kg a home');
  expect(why).toContain('605 kg a home (revised)');

  expect(words(await reader.get('/series/illustration-new-homes/dover'))).toContain('No target is recorded.');
  const nobody = words(await reader.get('/series/illustration-new-homes/thanet'));
  expect(nobody).toContain('Owner not named');
  expect(nobody).toContain('so few are counted that somebody could be known by it');
  for (const missing of [
    '/series/none',
    '/series/none/kent',
    `${waste}/atlantis`,
    '/progress/atlantis',
    '/reports/none',
  ])
    expect((await reader.get(missing)).status, missing).toBe(404);
});

test('areas are compared by figures of the same period, beside those that touch them', async () => {
  const reader = visitorOf(site().address);
  const compared = words(await reader.get(`${waste}?area=ashford`));
  expect(compared).toContain('The figures of 2025-26, the last that most areas have. Less is better.');
  expect(compared).toContain('The line marks Kent: 600.');
  expect(compared).toContain('Ashford and its neighbours');
  const csv = (await reader.get(`${waste}/areas.csv`)).body.split('\r\n');
  expect(csv).toHaveLength(1 + 7 + 1);
});

test('the office that brings a reading tells its story once, and no other office may', async () => {
  const { address } = site();
  const page = `${waste}/maidstone`;
  const form = '/office/maidstone/stories/illustration-waste-per-home/maidstone';
  const officer = await actingIn(address, 'maidstone.performance-officer');
  expect(errorsOf(await officer.send(form, {}))).toEqual([
    'Select the period whose reading you tell of',
    'Enter the story',
  ]);
  const story = { period: '2026-03-31', says: markup };
  const checked = await officer.send(form, story);
  const fields = { ...hiddenIn(checked), ...story, step: 'publish' };
  expect((await officer.post(form, fields)).to).toBe(page);
  expect((await officer.post(form, fields)).to).toBe(page);
  const told = await visitorOf(address).get(page);
  expect(words(told)).toContain('Bins');
  expect(smuggledInto(told.body)).toEqual([]);
  expect(told.body.split('&lt;canary').length - 1).toBe(1);

  // Who wrote on an older page is shown what stands, and may tell theirs after it.
  const late = await officer.post(form, {
    ...hiddenIn(checked),
    submission: 'another',
    says: 'Mine',
    step: 'publish',
  });
  expect(late.status).toBe(422);
  expect(words(late)).toContain('Another officer told a story while you were writing yours.');

  const elsewhere = '/office/maidstone/stories/illustration-waste-per-home/swale';
  const refused = await officer.send(elsewhere, { ...story, seen: '0', step: 'publish' });
  expect(errorsOf(refused).join()).toContain('Another body brings these readings');
  const unowned = '/office/maidstone/stories/illustration-new-homes/thanet';
  expect(errorsOf(await officer.send(unowned, { ...story, seen: '0', step: 'publish' })).join()).toContain(
    'No office is named to bring these readings',
  );
});

test('a report is composed, looked over, published and frozen, and says what was revised since', async () => {
  const { address, test: database } = site();
  const officer = await actingIn(address, 'maidstone.performance-officer');
  const form = '/office/maidstone/reports/new';
  const { body } = await officer.get(form);
  const quarter = /<option value="(\d{4}-\d{2}-\d{2})"/.exec(body)?.[1] ?? '';
  const token = '{{illustration-waste-per-home/maidstone/2026-03-31}}';
  const report = {
    subject: 'place maidstone',
    quarter,
    title: 'Maidstone this quarter',
    says: `Waste came to ${token}.`,
  };

  const unknown = await officer.send(form, {
    ...report,
    says: 'It was {{nothing/maidstone/latest}} and {{x}}',
  });
  expect(errorsOf(unknown).join()).toContain('No published figure is known for');
  expect(words(unknown)).toContain('{{x}}');

  const checked = await officer.send(form, report);
  expect(words(checked)).toContain('Waste came to 537 kg a home (provisional).');
  const fields = { ...hiddenIn(checked), step: 'publish' };
  const published = (await officer.post(form, fields)).to ?? '';
  expect(published).toMatch(/^\/reports\/maidstone-\d{4}-001$/);
  expect((await officer.post(form, fields)).to).toBe(published);
  const reader = visitorOf(address);
  const frozen = words(await reader.get(published));
  expect(frozen).toContain('Waste came to 537 kg a home (provisional).');
  expect(frozen).not.toContain('Revised since this report');

  await database.asOwner(
    `INSERT INTO agreements.reading (series_id, area_id, period_from, period_to, revision, status, value, source, body_id, batch_id,
       entered_by, approved_by, published_at)
     SELECT series_id, area_id, period_from, period_to, 2, 'revised', 541, source, body_id, 'later', entered_by, approved_by, now()
     FROM agreements.reading WHERE series_id = 'illustration-waste-per-home' AND area_id = 'maidstone' AND period_to = '2026-03-31'`,
  );
  const since = words(await reader.get(`${published}?on=${site().today()}&again`));
  expect(since).toContain('Revised since this report');
  expect(since).toContain('537 kg a home (provisional) [since revised to 541 kg a home (revised)]');
  expect((await reader.get(`${published}/lines.csv?again`)).body).toContain('541');

  // What was looked over before the revision is not published after it.
  const stale = await officer.post(form, { ...hiddenIn(checked), submission: 'another', step: 'publish' });
  expect(errorsOf(stale).join()).toContain(
    'A figure was published or revised since you looked the report over',
  );
});

test('every reading is to be had as a file whose columns are said, filtered, and as it was known on a day', async () => {
  const reader = visitorOf(site().address);
  const schema = JSON.parse((await reader.get('/open-data/readings.schema.json')).body) as {
    fields: readonly { name: string }[];
  };
  const lines = (text: string) => text.trim().split('\r\n');
  const all = lines((await reader.get('/open-data/readings.csv')).body);
  expect(all[0]?.split(',')).toEqual(schema.fields.map(({ name }) => name));
  const query = '/open-data/readings.csv?series=illustration-waste-per-home&area=kent';
  const [, ...kent] = lines((await reader.get(query)).body);
  expect(kent).toHaveLength(9);
  expect(kent.filter((row) => row.includes(',false,final,601,'))).toHaveLength(1);
  const [, ...then] = lines((await reader.get(`${query}&on=2025-11-10`)).body);
  expect(then.filter((row) => row.includes(',true,final,601,'))).toHaveLength(1);
  expect((await reader.get('/open-data/readings.csv?body=nobody')).body.trim().split('\r\n')).toHaveLength(1);
  for (const text of hostileTexts.slice(0, 5))
    expect(
      (await reader.get(`/progress?body=${encodeURIComponent(text)}&theme=${encodeURIComponent(text)}`))
        .status,
    ).toBe(200);
});

test('its pages fit a narrow screen and are read by everybody', async () => {
  const { address } = site();
  const page = await browser.visitor({ width: 'phone' });
  for (const path of [
    '/progress',
    `${waste}/kent`,
    `${waste}?area=ashford`,
    '/reports/illustration-kent-2025-26-q4',
  ]) {
    await page.goto(address + path);
    await expectNoHorizontalScroll(page);
    expect(await violationsOn(page), path).toEqual([]);
  }
});
