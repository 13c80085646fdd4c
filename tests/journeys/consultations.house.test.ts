import { type Clock, londonDate } from '#platform/kernel';
import { useBrowser } from '#platform/testing';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { errorsOf, hiddenIn, words } from '../support/read-page.ts';
import { useSite } from '../support/open-site.ts';
import { actingIn, visitorOf } from '../support/visitor.ts';

const second = 1000;
const hour = 60 * 60 * second;
let now = new Date('2026-07-15T09:00:00Z').getTime();
const clock: Clock = { now: () => new Date(now), today: () => londonDate(new Date(now)) };
const site = useSite({}, clock);
const browser = useBrowser();
const open = '/consultations/have-your-say-walking-and-cycling-in-mid-kent';

/** Reads for a minute, as people do, and presses the button. */
async function press(page: Page, name: string): Promise<void> {
  now += 60 * second;
  await page.getByRole('button', { name, exact: true }).click();
}

async function pick(page: Page, question: string, answer: string): Promise<void> {
  await page.getByRole('group', { name: question }).getByLabel(answer, { exact: true }).check();
}

async function date(page: Page, legend: string, [day, month, year]: readonly [string, string, string]) {
  const group = page.getByRole('group', { name: legend });
  await group.getByLabel('Day').fill(day);
  await group.getByLabel('Month').fill(month);
  await group.getByLabel('Year').fill(year);
}

async function actAs(page: Page, office: string): Promise<void> {
  await page.goto(`${site().address}/office?body=swale`);
  await page
    .getByLabel(new RegExp(`^${office}`, 'i'))
    .first()
    .check();
  await page.getByRole('button', { name: 'Act in this office' }).click();
}

const textOf = (page: Page) => page.locator('main').innerText();

test(
  'a council asks, people answer online and on paper, and are told what became of it, without JavaScript',
  { timeout: 120_000 },
  async () => {
    const { address } = site();
    const officer = await browser.visitor({ javaScript: false });
    const resident = await browser.visitor({ javaScript: false, width: 'phone' });
    for (const page of [officer, resident]) page.setDefaultTimeout(10_000);
    const at = (page: Page, path: string) => page.goto(`${address}${path}`);

    // An officer drafts it page by page, looks it over, and publishes it.
    await actAs(officer, 'Performance Officer');
    await at(officer, '/office/swale/consultations');
    await press(officer, 'Begin a consultation');
    await officer.getByLabel('Title').fill('Quieter nights');
    await officer.getByLabel('What is asked, and why').fill('Should lorries keep to main roads at night?');
    await officer.getByLabel('The text, if it is given here').fill('Lorries keep to main roads from ten.');
    await officer.getByLabel('Residents').check();
    await officer.getByLabel('Swale', { exact: true }).check();
    await press(officer, 'Save and continue');
    await officer.getByLabel('Yes, of each').check();
    await officer.getByLabel('What is asked? (optional)').fill('What else should change?');
    await officer.getByLabel('How is it answered?').selectOption({ label: 'In their own words' });
    await press(officer, 'Save and continue');
    await date(officer, 'On which day does it close?', ['31', '7', '2026']);
    await date(officer, 'By which day is every response', ['30', '9', '2026']);
    await date(officer, 'Until which day are the answers kept?', ['31', '12', '2026']);
    await officer.getByLabel('Where was it decided to ask?').fill('Report to the committee, 1 July 2026');
    await press(officer, 'Save and continue');
    await press(officer, 'Publish this consultation');
    const path = '/consultations/quieter-nights';
    expect(new URL(officer.url()).pathname).toBe(path);

    // A resident answers half of it, keeps the link, and finds the half again.
    await at(resident, path);
    await resident.getByRole('button', { name: 'Answer this consultation' }).click();
    await resident.getByLabel('For myself').check();
    await pick(resident, 'Do you agree? Question 1', 'Agree');
    await press(resident, 'Save and finish later');
    const code = await resident.getByLabel('The code').inputValue();
    expect(code).toMatch(/^[\w-]{43}$/);
    await at(resident, `${path}/respond/return`);
    await resident.getByLabel('The code you were shown').fill(code);
    await press(resident, 'Go on');
    expect(await resident.getByLabel('Agree', { exact: true }).isChecked()).toBe(true);
    await resident.getByLabel('2. What else should change?').fill('My neighbour <b>J.</b> drives one');
    await press(resident, 'Check your answers');
    expect(await textOf(resident)).toContain('My neighbour <b>J.</b> drives one');
    await press(resident, 'Send your answer');
    expect(await resident.locator('body').innerText()).toContain('Your answer counts as R-1');
    await at(resident, `${path}/respond/return/${code}`);
    expect(await textOf(resident)).toContain('were sent at');

    // An organisation answers in one sitting, and has to be named.
    await at(resident, `${path}/respond`);
    await resident.getByLabel('For an organisation').check();
    await pick(resident, 'Do you agree? Question 1', 'Disagree');
    await press(resident, 'Check your answers');
    expect(await textOf(resident)).toContain('Enter the name of the organisation');
    await resident.getByLabel('Name of the organisation').fill('Parish of Elmley');
    await press(resident, 'Check your answers');
    await press(resident, 'Send your answer');

    // A letter comes in; then it closes, and is closed.
    const office = '/office/swale/consultations/quieter-nights';
    await at(officer, `${office}/paper`);
    await officer.getByLabel('Reference on the paper').fill('Post 12');
    await officer.getByLabel('For myself').check();
    await pick(officer, 'Do you agree? Question 1', 'Agree');
    await press(officer, 'Enter this response');
    now = new Date('2026-07-31T16:00:00Z').getTime();
    await at(resident, path);
    expect(await textOf(resident)).toContain('Closed, results due');
    await at(resident, `${path}/respond`);
    expect(await textOf(resident)).toContain('It closed at 5pm on Friday 31 July 2026');
    now += hour;
    await actAs(officer, 'Performance Officer');

    // What was said is looked through: one name is taken out.
    await at(officer, '/work');
    await officer.getByText('Look through what was said: Quieter nights').click();
    await officer.getByLabel('Publish it with parts removed').check();
    await officer.getByLabel('The text with parts removed').fill('My neighbour [removed] drives one');
    await officer.getByLabel('Why are parts').fill('It named a neighbour');
    await press(officer, 'Decide on this text');
    await at(officer, `${office}/results`);
    expect(await textOf(officer)).toContain(
      '3 responses from 1 organisation: 2 online + 1 on paper = 3; 1 for organisations + 2 by residents = 3.',
    );
    await officer.getByLabel('The results in a few words').fill('Two of three agree.');
    await press(officer, 'Publish the results');

    // You said, we did: one response is left out at first, and is named.
    await at(officer, `${office}/points`);
    await officer.getByLabel('What was said?').fill('Lorries wake people.');
    await officer.getByLabel('By which responses?').fill('1-2');
    await officer.getByLabel('Not changed').check();
    await officer.getByLabel('What was done, or why not?').fill('The county council decides on roads.');
    await press(officer, 'Publish this point');
    await at(resident, `${path}/results`);
    const shown = await textOf(resident);
    expect(shown).toContain('My neighbour [removed] drives one');
    expect(shown).toContain('It named a neighbour');
    expect(shown).not.toContain('J.');
    // Anybody can answer under any name: it is counted, and read once an officer lets it.
    expect(shown).not.toContain('Elmley');
    expect(shown).toContain('1 response came from organisations: 0 named, 1 with the name withheld.');
    expect(shown).toContain('Name withheld (R-2): No officer has let it be published');
    await at(officer, `${office}/responses/2`);
    await officer.getByLabel('Publish it as it was written').check();
    await press(officer, 'Decide on its name');
    await at(resident, `${path}/results`);
    expect(await textOf(resident)).toContain('Parish of Elmley (R-2)');
    expect(shown).toContain('1 response has not been told yet what became of it: R-3.');
    await at(officer, `${office}/points`);
    await officer.getByLabel('What was said?').fill('The same, on paper.');
    await officer.getByLabel('By which responses?').fill('3');
    await officer.getByLabel('Not changed').check();
    await officer.getByLabel('What was done, or why not?').fill('As above.');
    await press(officer, 'Publish this point');
    await at(resident, path);
    expect(await textOf(resident)).toContain('Every response was told what became of it by 31 July 2026');
  },
);

test('what no person sends is asked for once more, with every answer kept', async () => {
  const form = `${open}/respond`;
  now = new Date('2026-08-20T09:00:00Z').getTime();
  const visitor = visitorOf(site().address);
  const given = { kind: 'resident', 'says-5': 'Seats & <script>alert(1)</script>' };
  const fields = { ...hiddenIn(await visitor.get(form)), ...given };
  const quick = await visitor.post(form, fields);
  expect(errorsOf(quick).join()).toContain('within a moment of being opened');
  expect(quick.body).toContain('Seats &amp; &lt;script>alert(1)&lt;/script></textarea>');
  now += 10 * second;
  const trapped = await visitor.post(form, { ...fields, website: 'x' });
  expect(errorsOf(trapped).join()).toContain('A box that people do not see');
  const forged = await visitor.post(form, { ...fields, opened: 'aaaa.bbbb' });
  expect(errorsOf(forged).join()).toContain('This form was not opened here');
  const foreign = await visitor.post(form, { ...fields, consultation: 'more-crossings-with-lights' });
  expect(errorsOf(foreign).join()).toContain('belongs to another consultation');
  expect(errorsOf(await visitor.post(form, { ...fields, 'says-9': 'x' })).join()).toContain(
    'belongs to another consultation',
  );
  const huge = await visitor.post(form, { ...fields, 'says-5': 'x'.repeat(4001) });
  expect(errorsOf(huge)).toEqual(['What you say on question 5 must be 4000 characters or fewer']);
  expect((await visitor.post(form, { ...fields, 'says-5': 'x'.repeat(3_000_000) })).status).toBe(413);

  // Sent from the check page twice in one moment, it counts once.
  const checked = await visitor.post(form, fields);
  const ready = { ...hiddenIn(checked), step: 'publish' };
  const told = await Promise.all([visitor.post(form, ready), visitor.post(form, ready)]);
  expect(told.map(({ status, to }) => [status, to])).toEqual([
    [303, `${form}/sent`],
    [303, `${form}/sent`],
  ]);
  expect(
    await site().test.asSuperuser(
      `SELECT FROM agreements.response WHERE number > 2 AND consultation_id LIKE 'have-your-say%'`,
    ),
  ).toHaveLength(1);
  // Nothing about the visitor is kept with it.
  const [row] = await site().test.asSuperuser(
    'SELECT * FROM agreements.response ORDER BY sent_at DESC LIMIT 1',
  );
  expect(Object.values(row ?? {}).join(' ')).not.toContain('127.0.0.1');
});

test('Kent Agreement Two’s consultation is told as its paper has it, and what it does not say stays unsaid', async () => {
  const visitor = visitorOf(site().address);
  const path = '/consultations/kent-agreement-two-the-full-draft';
  const page = words(await visitor.get(path));
  expect(page).toContain('73 responses from 49 organisations');
  expect(page).toContain('how they came is not recorded');
  expect(page).toContain('It closed on 20 September 2007');
  const results = words(await visitor.get(`${path}/results`));
  expect(results).toContain('What the responses said is not recorded');
  expect(results).toContain('What became of 73 responses is not recorded');
  expect((await visitor.get(`${path}?on=2007-09-19`)).status).toBe(404);
  expect((await visitor.get('/consultations.csv')).body).toContain('kent-agreement-two-the-full-draft');

  const named = encodeURIComponent(open);
  expect(words(await visitor.get(`/follow?things=${named}`))).toContain('Follow Have your say');
  expect((await visitor.get(`/follow/things/calendar?thing=${named}`)).body).toContain('Consultation closes');

  const counts = (await visitor.get('/consultations/more-crossings-with-lights/results.csv')).body;
  expect(counts).toContain('resident,maidstone,1,Yes,9');
  expect(counts).toMatch(/resident,swale,1,Yes,\r\n/);
  const schema = JSON.parse(
    (await visitor.get('/consultations/more-crossings-with-lights/results.schema.json')).body,
  ) as {
    fields: { name: string }[];
  };
  expect(counts.replace('\uFEFF', '').split('\r\n')[0]).toBe(schema.fields.map(({ name }) => name).join(','));
});

test('officers of another body see no response, and no page of it', async () => {
  const visitor = await actingIn(site().address, 'dover.performance-officer');
  const own = `/office/dover/consultations/more-crossings-with-lights`;
  for (const page of ['', '/responses', '/responses/1', '/points', '/results', '/paper', '/notice'])
    expect((await visitor.get(`${own}${page}`)).status, page).toBe(404);
  expect((await visitor.get('/office/maidstone/consultations/more-crossings-with-lights')).status).toBe(403);
});
