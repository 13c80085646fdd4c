import { describe, expect, test } from 'vitest';
import { fixedClock } from '#platform/kernel';
import { useSite } from '../support/open-site.ts';
import { errorsOf, hiddenIn, words } from '../support/read-page.ts';
import { actingIn, type Visitor } from '../support/visitor.ts';

const site = useSite({}, fixedClock(new Date('2026-07-15T10:00:00Z')));
const acting = (officeId: string) => actingIn(site().address, officeId);
const monitoringOfficer = () => acting('maidstone.monitoring-officer');
const clerk = () => acting('maidstone.democratic-services-officer');

/** How many entries the record has: nothing was done while it stays the same. */
async function entries(): Promise<number> {
  const [head] = await site().test.asOwner('SELECT size FROM record.head');
  return Number(head?.['size']);
}

/** Sends a form that must be refused: 422, with nothing changed, every answer kept and each error beside its field. */
async function refused(who: Visitor, path: string, answers: Readonly<Record<string, string>>) {
  const before = await entries();
  const answered = await who.send(path, answers);
  expect(answered.status).toBe(422);
  expect(await entries()).toBe(before);
  for (const link of answered.body.matchAll(/govuk-error-summary__list.*?<\/ul>/gs))
    for (const [, id] of link[0].matchAll(/href="#([^"]+)"/g)) expect(answered.body).toContain(` id="${id}"`);
  return answered;
}

/** Sends a form twice with the same key, as an impatient thumb does. */
async function sendTwice(who: Visitor, path: string, answers: Readonly<Record<string, string>>) {
  const fields = { ...(await who.hiddenFields(path)), ...answers };
  return [await who.post(path, fields), await who.post(path, fields)] as const;
}

describe('editing a body’s details', () => {
  const path = '/bodies/maidstone/details';
  const details = {
    homepage: 'https://www.maidstone.gov.uk',
    address: 'Maidstone House\r\nKing Street',
    email: 'customer.services@example.gov.uk',
    phone: '01622 602000',
    description: 'The council of the borough.',
    'from-day': '15',
    'from-month': '7',
    'from-year': '2026',
    source: 'The council’s own website',
    reason: '',
  };

  test('shows the answers once more, then publishes them in one entry however often they are sent', async () => {
    const who = await clerk();
    const before = await entries();
    const check = await who.send(path, { ...details, step: 'check' });
    expect(check.status).toBe(200);
    expect(words(check)).toContain('Publish these details');
    expect(words(check)).toContain('15 July 2026');
    expect(await entries()).toBe(before);

    const [first, second] = await sendTwice(who, path, { ...details, step: 'publish' });
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(await entries()).toBe(before + 1);
    const after = await who.get(first.to ?? '');
    expect(words(after)).toContain('Details published. They are true from 15 July 2026.');
    expect(words(after)).toContain('01622 602000');
  });

  test('every wrong answer gets a sentence of its own, all at once, and every answer is kept', async () => {
    const answered = await refused(await clerk(), path, {
      ...details,
      homepage: 'h'.repeat(301),
      description: 'd'.repeat(2001),
      'from-month': '13',
      source: ' \u0007 ',
      step: 'publish',
    });
    expect(errorsOf(answered)).toEqual([
      'The homepage must be 300 characters or fewer',
      'The description must be 2000 characters or fewer',
      'The first day these details are true must be a real date: the month must be a number from 1 to 12 or a name like July',
      'Enter where the new details are known from',
    ]);
    expect(answered.body).toContain('value="h'.concat('h'.repeat(300), '"'));
    expect(answered.body).toContain('value="13"');
    expect(answered.body).toContain('King Street</textarea>');
    expect(answered.body).toContain('<title>Error: ');
  });

  test.each([
    [{ homepage: 'javascript:alert(1)' }, /Homepage must be a full web address/],
    [{ email: 'nobody' }, /E-mail address must have a name, an @ and a domain/],
    [{ phone: 'call us' }, /Telephone number must be at least 6 digits/],
    [{ 'from-year': '1950' }, /must not be before the body was founded|Nothing differs/],
  ])('%j is refused with its remedy', async (wrong, sentence) => {
    const answered = await refused(await clerk(), path, { ...details, ...wrong, step: 'publish' });
    expect(errorsOf(answered).join()).toMatch(sentence);
  });

  test('publishing what stands already changes nothing and says so', async () => {
    const who = await clerk();
    await who.send(path, { ...details, phone: '01622 111111', step: 'publish' });
    const answered = await refused(who, path, { ...details, phone: '01622 111111', step: 'publish' });
    expect(errorsOf(answered)).toEqual([
      'Nothing differs from what is published already. Change a detail, or leave this page',
    ]);
  });

  test('a stale edit shows both versions, changes nothing, and lets the officer choose', async () => {
    const [slow, quick] = [await clerk(), await monitoringOfficer()];
    const opened = await slow.hiddenFields(path);
    expect((await quick.send(path, { ...details, phone: '01622 222222', step: 'publish' })).status).toBe(303);

    const before = await entries();
    const mine = { ...opened, ...details, phone: '01622 333333', description: 'Mine.', step: 'publish' };
    const conflict = await slow.post(path, mine);
    expect(conflict.status).toBe(422);
    expect(words(conflict)).toContain('These details changed while you were editing them');
    for (const either of ['01622 222222', '01622 333333', 'Mine.', 'The council of the borough.'])
      expect(words(conflict)).toContain(either);
    expect(await entries()).toBe(before);

    const hidden = hiddenIn(conflict);
    const unchosen = await slow.post(path, { ...hidden, phone: '01622 333333' });
    expect(unchosen.status).toBe(422);
    expect(errorsOf(unchosen)).toEqual(['Select which description to keep']);
    expect(words(unchosen)).toContain('Mine.');

    const chosen = { phone: '01622 333333', description: 'The council of the borough.' };
    const check = await slow.post(path, { ...hidden, ...chosen });
    expect(check.status).toBe(200);
    const done = await slow.post(path, { ...hiddenIn(check), step: 'publish' });
    expect(done.status).toBe(303);
    expect(words(await slow.get('/bodies/maidstone'))).toContain('01622 333333');
    expect(await entries()).toBe(before + 1);
  });

  test('the same key with other answers is told so and acts once', async () => {
    const who = await clerk();
    const fields = { ...(await who.hiddenFields(path)), ...details, step: 'publish' };
    expect((await who.post(path, { ...fields, phone: '01622 444444' })).status).toBe(303);
    const before = await entries();
    const again = await who.post(path, { ...fields, phone: '01622 555555' });
    expect(again.status).toBe(422);
    expect(await entries()).toBe(before);
    expect(words(again)).toMatch(/changed while you were editing|sent before with other answers/);
  });
});

describe('a body’s offices', () => {
  const list = '/bodies/maidstone/offices/manage';
  const add = '/bodies/maidstone/offices/add';
  const office = {
    title: 'Head of Parking',
    role: 'commissioning',
    voting: 'no',
    'from-day': '1',
    'from-month': 'July',
    'from-year': '2026',
    source: 'General Purposes Committee, minute 12',
  };

  test('an office is added, held by somebody, corrected and ended, each act once', async () => {
    const who = await clerk();
    const before = await entries();
    expect(words(await who.send(add, { ...office, step: 'check' }))).toContain('Head of Parking');
    const [added] = await sendTwice(who, add, { ...office, step: 'publish' });
    expect(added.to).toBe(list);
    expect(words(await who.get(list))).toContain('Head of Parking');

    const hold = '/bodies/maidstone/offices/head-of-parking/holdings/add';
    const holding = {
      holder: 'office',
      'holder-office': 'maidstone.chief-executive',
      'from-day': '2',
      'from-month': '7',
      'from-year': '2026',
      source: 'Minute 13',
    };
    expect(words(await who.send(hold, { ...holding, step: 'check' }))).toContain('Chief Executive');
    expect((await sendTwice(who, hold, { ...holding, step: 'publish' })).map(({ status }) => status)).toEqual(
      [303, 303],
    );

    const page = await who.get(list);
    const correct = /\/bodies\/maidstone\/offices\/head-of-parking\/holdings\/[0-9a-f-]{36}/.exec(
      page.body,
    )?.[0];
    const ended = { ...holding, 'until-day': '10', 'until-month': '7', 'until-year': '2026', reason: 'Left' };
    expect(words(await who.send(correct ?? '', { ...ended, step: 'check' }))).toContain('10 July 2026');
    expect(
      (await sendTwice(who, correct ?? '', { ...ended, step: 'publish' })).map(({ status }) => status),
    ).toEqual([303, 303]);

    const end = '/bodies/maidstone/offices/head-of-parking/end';
    const ending = { 'until-day': '14', 'until-month': '7', 'until-year': '2026', reason: 'Abolished' };
    expect(words(await who.send(end, { ...ending, step: 'check' }))).toContain(
      'An end cannot be taken back here',
    );
    expect((await sendTwice(who, end, { ...ending, step: 'publish' })).map(({ status }) => status)).toEqual([
      303, 303,
    ]);
    expect(await entries()).toBe(before + 4);
    expect(words(await who.get(list))).toContain('14 July 2026');
  });

  test('what an office may not be is said field by field', async () => {
    const who = await clerk();
    const empty = await refused(who, add, { 'from-day': '31', 'from-month': '2', 'from-year': '2026' });
    expect(errorsOf(empty)).toEqual([
      'Enter the title of the office',
      'Select what its holder may do in Accord',
      'Select whether its holder votes',
      'The first day of the office must be a real date: February 2026 has only 28 days',
      'Enter where the office is known from',
    ]);
    const twin = await refused(who, add, { ...office, title: 'monitoring officer' });
    expect(errorsOf(twin)).toEqual([
      'An office of this title exists in those days. Enter another title, or other dates',
    ]);
    const backwards = await refused(who, add, {
      ...office,
      title: 'Another',
      'until-day': '1',
      'until-month': '6',
      'until-year': '2026',
    });
    expect(errorsOf(backwards)).toEqual(['The office must end after the day it begins']);
  });

  test('a holder is asked for by name or by office, and a mandate needs a body', async () => {
    const who = await clerk();
    const path = '/bodies/maidstone/offices/leader/holdings/add';
    const both = await refused(who, path, { holder: 'person', mandate: 'To vote', 'from-day': 'x' });
    expect(errorsOf(both)).toEqual([
      'The first day it is held must include a month and a year',
      'Enter where it is known from',
      'Enter the name of the person',
    ]);
    const itself = await refused(who, path, {
      holder: 'office',
      'holder-office': 'maidstone.leader',
      source: 'x',
    });
    expect(errorsOf(itself)).toEqual(['An office cannot hold itself. Select another office']);
    const mandate = await refused(who, path, {
      holder: 'person',
      name: 'The Mayor',
      mandate: 'To vote',
      source: 'x',
    });
    expect(errorsOf(mandate)).toEqual([
      'A mandate is given by a body: select the body, or empty the mandate',
    ]);
    const nobody = await refused(who, path, {
      holder: 'office',
      'holder-office': 'nowhere.office',
      source: 'x',
      step: 'publish',
    });
    expect(errorsOf(nobody)).toEqual(['That office is not in the register. Select one from the list']);
  });

  test('an office that somebody ended meanwhile shows both ends', async () => {
    const [slow, quick] = [await clerk(), await monitoringOfficer()];
    await slow.send(add, { ...office, title: 'Head of Markets', step: 'publish' });
    const end = '/bodies/maidstone/offices/head-of-markets/end';
    const opened = await slow.hiddenFields(end);
    const day = (number: string) => ({
      'until-day': number,
      'until-month': '7',
      'until-year': '2026',
      reason: 'Merged',
      step: 'publish',
    });
    expect((await quick.send(end, day('20'))).status).toBe(303);
    const before = await entries();
    const conflict = await slow.post(end, { ...opened, ...day('25') });
    expect(conflict.status).toBe(422);
    expect(words(conflict)).toContain('20 July 2026');
    expect(words(conflict)).toContain('25 7 2026');
    const again = await slow.post(end, { ...hiddenIn(conflict), ...day('25') });
    expect(errorsOf(again)).toEqual(['This office has an end already. Nothing was changed']);
    expect(await entries()).toBe(before);
  });

  test('an office or a holding that is not there is not found', async () => {
    const who = await clerk();
    for (const path of ['nothing/end', 'nothing/holdings/add', 'leader/holdings/nobody'])
      expect((await who.get(`/bodies/maidstone/offices/${path}`)).status).toBe(404);
  });
});
