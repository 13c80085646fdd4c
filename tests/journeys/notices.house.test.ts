import { describe, expect, test } from 'vitest';
import { dateBoxes, fullNotice, publishDraft } from '../support/notices.ts';
import { due, publishAnyway, useNoticesSite } from '../support/notices-site.ts';
import { errorsOf, hiddenIn, words } from '../support/read-page.ts';

const { on, acting, officerOf, read, draftFor, publishedBy } = useNoticesSite();
const kcc = 'kent-county-council';

describe('the earliest lawful day', () => {
  test('is the one Kent County Council published, on each of its days', async () => {
    on('2025-02-20');
    const officer = await officerOf(kcc);
    const draft = await draftFor(officer, kcc, due('2025-12-15'));
    for (const [published, earliest] of [
      ['2025-02-20', 'Friday 21 March 2025'],
      ['2025-02-19', 'Thursday 20 March 2025'],
      ['2022-09-02', 'Saturday 1 October 2022'],
      ['2022-08-30', 'Wednesday 28 September 2022'],
    ] as const) {
      on(published);
      expect(words(await officer.get(`${draft}/check`))).toContain(`Earliest lawful day ${earliest}`);
    }
    on('2025-03-11');
    const later = await officerOf(kcc);
    expect(words(await later.get(`${draft}/check`))).toContain('Earliest lawful day Wednesday 19 March 2025');
  });

  test('before it nothing is published, and the three ways out are named', async () => {
    on('2025-02-20');
    const officer = await officerOf(kcc);
    const draft = await draftFor(officer, kcc, due('2025-03-20'));
    const page = await officer.get(`${draft}/check`);
    expect(words(page)).toContain(
      '20 March 2025 is too early. The earliest lawful day is Friday 21 March 2025',
    );
    expect(words(page)).toContain('There are three ways out');
    expect(page.body).not.toContain('Publish this notice');
    const refused = await publishAnyway(officer, draft, 6);
    expect([refused.status, errorsOf(refused)]).toEqual([
      422,
      ['It cannot be published as it stands. What is missing is listed below'],
    ]);
    const moved = await officer.send(`${draft}/maker`, { ...fullNotice, ...due('2025-03-21') });
    expect(moved.status).toBe(303);
    const reference = await publishDraft(officer, draft);
    const shown = words(await read(`/forward-plan/${kcc}/${reference}`));
    expect(shown).toContain('Enough for the day it is due');
    expect(shown).toContain('28 clear days');
    expect(shown).toContain('By these rules it is a key decision, and so says the notice');
  });
});

describe('shorter notice', () => {
  test('under the general exception needs scrutiny told, reasons and five clear working days', async () => {
    on('2025-03-11');
    const officer = await officerOf(kcc);
    const draft = await draftFor(officer, kcc, { ...due('2025-03-18'), route: 'general-exception' });
    const lacking = words(await officer.get(`${draft}/check`));
    expect(lacking).toContain(
      '18 March 2025 is too early. The earliest lawful day is Wednesday 19 March 2025',
    );
    expect(lacking).toContain('needs scrutiny to be told in writing');
    expect(lacking).toContain('Say why full notice was impracticable');
    await officer.send(`${draft}/maker`, { ...fullNotice, ...due('2025-03-19') });
    await officer.send(`${draft}/notice`, {
      route: 'general-exception',
      ...dateBoxes('toldOn', '2025-03-11'),
      exceptionReasons: 'The grant was offered on 10 March.',
    });
    const reference = await publishDraft(officer, draft);
    const plan = words(await read(`/forward-plan/${kcc}`));
    expect(plan).toContain('Shorter notice');
    const answer = await read(`/api/forward-plan/${kcc}/${reference}`);
    expect(JSON.parse(answer.body)).toMatchObject({ timeliness: 'REG10', standing: 'open', lacks: [] });
  });

  test('under special urgency needs agreement first, from the office whose turn it is', async () => {
    on('2025-03-11');
    const officer = await officerOf(kcc);
    const urgent = {
      ...due('2025-03-12'),
      route: 'special-urgency',
      agreedBy: 'council-chairman',
      ...dateBoxes('agreedOn', '2025-03-13'),
      urgencyReasons: 'The roof is unsafe.',
    };
    const draft = await draftFor(officer, kcc, urgent);
    const wrong = words(await officer.get(`${draft}/check`));
    expect(wrong).toContain('Agreement that the decision is urgent must come before it is taken');
    expect(wrong).toContain('Only where there is no chairman of scrutiny able to act');
    expect(wrong).toContain('must be today or in the past: publish once it has been given');
    expect((await publishAnyway(officer, draft, 6)).status).toBe(422);
    await officer.send(`${draft}/notice`, {
      ...urgent,
      ...dateBoxes('agreedOn', '2025-03-11'),
      insteadBecause: 'The chair of scrutiny is vacant.',
    });
    const reference = await publishDraft(officer, draft);
    expect(words(await read(`/forward-plan/${kcc}/${reference}`))).toMatch(
      /Urgent .* The chairman of the council agreed on 11 March 2025\. The chair of scrutiny is vacant\./,
    );
  });
});

test('a draft keeps answers that are unfinished or wrong, and says what is wrong with them', async () => {
  on('2025-02-20');
  const officer = await officerOf('dover');
  const room = '/office/dover/notices';
  const wrong = await officer.send(`${room}/new`, { title: '' });
  expect([wrong.status, errorsOf(wrong)]).toEqual([422, ['Enter the title']]);
  const later = await officer.send(`${room}/new`, { title: 'A new depot', matter: 'Where', step: 'later' });
  expect(later.to).toBe(room);
  const list = await officer.get(room);
  const draft = /href="([^"]*\/drafts\/[^"/]+)"/u.exec(list.body)?.[1] ?? '';
  const money = await officer.send(`${draft}/key`, { isKey: 'yes', spend: 'lots', wards: 'High Street' });
  expect(errorsOf(money)).toEqual([
    expect.stringContaining('spending'),
    'The number of wards must be a whole number, like 2',
  ]);
  const kept = await officer.send(`${draft}/key`, { isKey: 'yes', spend: 'lots', step: 'later' });
  expect(kept.status).toBe(303);
  expect((await officer.get(`${draft}/key`)).body).toContain('value="lots"');
  expect(words(await officer.get('/work'))).toContain('Publish the notice: A new depot');
  expect((await officer.get(`${draft}/nothing`)).status).toBe(404);
  const others = await officerOf(kcc);
  expect((await others.get(draft.replace('/dover/', `/${kcc}/`))).status).toBe(404);
  expect((await others.get(draft)).status).toBe(403);

  const first = await officer.get(`${draft}/papers`);
  await officer.send(`${draft}/papers`, { documents: 'Plan of the site' });
  const stale = await officer.post(`${draft}/papers`, { ...hiddenIn(first), documents: 'Another' });
  expect([stale.status, words(stale)]).toEqual([
    422,
    expect.stringContaining('saved this draft while you were writing'),
  ]);
  expect((await officer.send(`${draft}/discard`, {})).to).toBe(room);
  expect((await officer.get(draft)).status).toBe(404);
});

describe('publishing', () => {
  test('happens once, however often the form is sent and whoever else sends it', async () => {
    on('2025-02-20');
    const [officer, other] = [await officerOf(kcc), await acting(`${kcc}.monitoring-officer`)];
    const draft = await draftFor(officer, kcc, { ...due('2025-06-02'), title: 'Sent many times' });
    const fields = hiddenIn(await officer.get(`${draft}/check`));
    const others = hiddenIn(await other.get(`${draft}/check`));
    const answers = await Promise.all([
      officer.post(`${draft}/check`, fields),
      officer.post(`${draft}/check`, fields),
      other.post(`${draft}/check`, others),
    ]);
    expect(new Set(answers.map(({ to }) => to)).size).toBe(1);
    const { rows } = JSON.parse((await read(`/forward-plan/${kcc}/notices.json`)).body) as {
      rows: readonly { title: string }[];
    };
    expect(rows.filter(({ title }) => title === 'Sent many times')).toHaveLength(1);
    expect((await other.get(`${draft}/check`)).status).toBe(404);
  });

  test('is for democratic services and the monitoring officer; others draft', async () => {
    on('2025-02-20');
    const scrutiny = await acting(`${kcc}.scrutiny-officer`);
    const draft = await draftFor(scrutiny, kcc, { ...due('2025-06-02'), title: 'Drafted by scrutiny' });
    const page = await scrutiny.get(`${draft}/check`);
    expect(words(page)).toContain(
      'Democratic services or the monitoring officer of your body publishes notices',
    );
    expect((await publishAnyway(scrutiny, draft, 6)).status).toBe(403);
  });

  test('shows every text as text', async () => {
    on('2025-02-20');
    const officer = await officerOf(kcc);
    const markup = '<script>alert(1)</script>"&\'';
    const texts = [
      'title',
      'matter',
      'leadOffice',
      'decisionMaker',
      'members',
      'keyReasons',
      'documents',
      'availableAt',
      'howToAsk',
      'consultation',
    ];
    const hostile = Object.fromEntries(texts.map((name) => [name, `${name} ${markup}`]));
    const reference = await publishedBy(officer, kcc, { ...due('2025-06-02'), ...hostile });
    for (const path of [
      `/forward-plan/${kcc}/${reference}`,
      `/forward-plan/${kcc}`,
      `/forward-plan/${kcc}/changes`,
    ]) {
      const page = await read(path);
      expect([page.status, page.body.includes('<script>alert')]).toEqual([200, false]);
    }
    expect((await read(`/forward-plan/${kcc}/${reference}`)).body).toContain('title &lt;script>alert(1)');
  });
});

describe('not open to the public', () => {
  const exempt = { access: 'exempt', 'paragraph-3': 'yes', publicInterest: 'Bids are still to come.' };

  test('a meeting in private has two notices, the second with representations and the answer', async () => {
    on('2025-02-20');
    const officer = await officerOf('canterbury');
    const meeting = {
      ...exempt,
      private: 'yes',
      privateReasons: 'Bids are discussed.',
      title: 'Sale of a depot',
    };
    const early = await draftFor(officer, 'canterbury', {
      ...meeting,
      ...due('2025-03-12'),
      isKey: 'no',
      route: '',
    });
    expect(words(await officer.get(`${early}/check`))).toContain(
      'A meeting in private on 12 March 2025 is too soon after its notice: hold it on or after 21 March 2025',
    );
    const reference = await publishedBy(officer, 'canterbury', { ...meeting, ...due('2025-03-25') });
    expect(words(await officer.get('/work'))).toMatch(
      /Give the second notice of the private meeting: Sale of a depot .*By 17 March 2025/,
    );
    on('2025-03-14');
    const later = await officerOf('canterbury');
    const change = `/office/canterbury/notices/${reference}/change`;
    const begun = await later.send(change, { change: 'private-again', reason: 'Representations closed.' });
    const draft = (begun.to ?? '').replace(/\/access$/u, '');
    expect(words(await later.get(`${draft}/check`))).toContain('Enter the representations received');
    await later.send(`${draft}/access`, {
      ...meeting,
      representations: 'One, from the civic society.',
      response: 'The bids cannot be discussed in public.',
    });
    await publishDraft(later, draft);
    const page = words(await read(`/forward-plan/canterbury/${reference}`));
    expect(page).toContain('One, from the civic society.');
    expect(page).toContain('Second notice Given');
    expect(words(await later.get('/work'))).not.toContain('Give the second notice');
  });
});

test('a change is a new version, each day answers as it stood, and a withdrawal ends it', async () => {
  on('2025-02-20');
  let officer = await officerOf('thanet');
  const reference = await publishedBy(officer, 'thanet', { ...due('2025-04-10'), title: 'A new pier' });
  const path = `/forward-plan/thanet/${reference}`;
  const change = `/office/thanet/notices/${reference}/change`;

  on('2025-03-03');
  officer = await officerOf('thanet');
  expect(errorsOf(await officer.send(change, { change: 'postponed', reason: '' }))).toHaveLength(1);
  const begun = await officer.send(change, { change: 'postponed', reason: 'The survey is late.' });
  const draft = (begun.to ?? '').replace(/\/maker$/u, '');
  const rival = await officer.send(change, { change: 'changed', reason: 'Another report.' });
  await officer.send(`${draft}/maker`, { ...fullNotice, ...due('2025-05-15') });
  await publishDraft(officer, draft);
  const overtaken = await publishAnyway(officer, rival.to ?? '', 1);
  expect(errorsOf(overtaken)).toEqual([
    expect.stringContaining('The notice was changed after this draft was begun'),
  ]);

  expect(words(await read(`${path}?on=2025-02-25`))).toContain('Due: Thursday 10 April 2025');
  const after = words(await read(path));
  expect(after).toContain('Due: Thursday 15 May 2025');
  expect(after).toContain('Decision due: Thursday 15 May 2025 , before: Thursday 10 April 2025');
  expect((await read(`${path}?on=2025-02-19`)).status).toBe(404);
  expect(words(await read('/forward-plan/thanet/changes'))).toContain('Postponed: A new pier');

  on('2025-03-10');
  officer = await officerOf('thanet');
  const withdrawal = await officer.send(change, { change: 'withdrawn', reason: 'No money.' });
  const last = (withdrawal.to ?? '').replace(/\/check$/u, '');
  expect(words(await officer.get(`${last}/check`))).toContain('A withdrawn notice cannot be brought back');
  await publishDraft(officer, last);
  expect(words(await read(path))).toContain('Withdrawn on 10 March 2025: No money.');
  expect(words(await read('/forward-plan/thanet'))).not.toContain('A new pier');
  expect(words(await read('/forward-plan/thanet?on=2025-03-09'))).toContain('A new pier');
  expect(words(await read('/forward-plan/thanet/changes'))).toContain('Withdrawn: A new pier');
  expect(words(await officer.get(change))).toContain('It was withdrawn, so it can no longer be changed');
  expect((await officer.send(change, { change: 'changed', reason: 'Again' })).status).toBe(422);
});
