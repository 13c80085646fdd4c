import { describe, expect, test } from 'vitest';
import { fixedClock } from '#platform/kernel';
import { hostileTexts } from '../access/hostile-texts.ts';
import { smuggledInto } from '../access/markup.ts';
import { useSite } from '../support/open-site.ts';
import { errorsOf, hiddenIn, words } from '../support/read-page.ts';
import { draftRecord, maidstone2008, publishRecord, wholeRecord } from '../support/record-decision.ts';
import { actingIn, type Visitor, visitorOf } from '../support/visitor.ts';

const site = useSite({}, fixedClock(new Date('2026-07-15T09:00:00Z')));
const acting = (officeId: string) => actingIn(site().address, officeId);
const clerk = () => acting('maidstone.democratic-services-officer');
const monitoringOfficer = () => acting('maidstone.monitoring-officer');
const reader = () => visitorOf(site().address);
const titled = (title: string) => ({
  ...wholeRecord,
  steps: { ...wholeRecord.steps, what: { ...wholeRecord.steps['what'], title } },
});

describe('the record of Maidstone’s Cabinet of 9 July 2008', () => {
  test('is entered as it was, with its gaps, and stands differently on each day since', async () => {
    const officer = await clerk();
    const draft = await draftRecord(officer, 'maidstone', maidstone2008);
    expect(words(await officer.get(`${draft}/check`))).toContain('It is published as the old record was');
    const path = `/decisions/maidstone/${await publishRecord(officer, draft)}`;
    const on = async (day: string) => words(await reader().get(`${path}?on=${day}`));

    const before = await on('2008-07-10');
    expect(before).toContain('it had been taken, and its record was not published');
    expect(before.match(/Not published/g)).toHaveLength(3);
    expect(await on('2008-07-12')).toMatch(
      /1 Executive decision .* £42,840\.00 .* can be called in until 5pm on Friday 18 July 2008/,
    );
    const after = await on('2008-07-19');
    expect(after).toMatch(/1 Executive decision .* About to take effect .* start of Monday 21 July 2008/);
    expect(after).toMatch(/2 Agrees a scrutiny reference .* In effect since 11 July 2008/);
    expect(after).toMatch(/3 Recommends to the Council .* Waits for the Council/);

    const now = words(await reader().get(path));
    expect(now).toContain('The record does not state conflicts of interest.');
    expect(now).toContain('whether any conflict of interest was declared (SI 2000/3272, regulation 3)');
    expect(now).toContain('all the papers it relies on (SI 2000/3272, regulation 6)');
    expect(now).toContain('Which notice it had is not recorded here');
    expect(words(await reader().get('/decisions/all?year=2008'))).toContain('typed from the paper record');
  });
});

describe('recording a decision', () => {
  test('unfinished it says what it lacks and by which regulation; finished it is published, once', async () => {
    const officer = await clerk();
    const begun = await officer.send('/office/maidstone/decisions', {}, '/office/maidstone/decisions/start');
    const draft = begun.to ?? '';
    const wrong = await officer.send(`${draft}/what`, { ...wholeRecord.steps['what'], 'taken-month': '13' });
    expect(errorsOf(wrong).join()).toContain('The day of the decision must be a real date');
    const later = await officer.send(`${draft}/what`, {
      ...wholeRecord.steps['what'],
      'taken-month': '13',
      step: 'later',
    });
    expect(later.to).toBe(draft);
    expect(words(await officer.get(draft))).toMatch(/What was decided on, by whom and when .* Incomplete/);
    // What nobody has said is not shown as if somebody had.
    expect(words(await officer.get(`${draft}/check`))).toMatch(
      /Decided on Not finished Kind Not finished Access Open/,
    );
    // A declared interest is never lost to an answer that there was none.
    const declared = await officer.send(`${draft}/interests`, {
      interestsStated: 'none',
      'conflict.1.member': 'Cabinet Member for Leisure',
      'conflict.2.dispensation': 'none-granted',
    });
    expect(errorsOf(declared)).toEqual([
      'Declaration 1 names a member. Select “Yes, by the members below”, or empty it',
      'Enter the member of declaration 2, or select no dispensation',
    ]);
    expect(declared.body).toContain('value="Cabinet Member for Leisure"');
    await officer.send(`${draft}/what`, { ...wholeRecord.steps['what'], title: 'The leisure centre' });

    const lacking = words(await officer.get(`${draft}/check`));
    for (const regulation of ['regulation 12', 'regulation 14', 'regulation 15'])
      expect(lacking).toContain(`SI 2012/2089, ${regulation}`);
    expect(lacking).not.toContain('Publish this record');
    const refused = await officer.send(`${draft}/check`, {});
    expect([refused.status, errorsOf(refused).length]).toEqual([422, 1]);
    expect(words(await officer.get('/work'))).toContain('Finish the record of “The leisure centre”');

    for (const [step, answers] of Object.entries(wholeRecord.steps))
      if (step !== 'what') await officer.send(`${draft}/${step}`, answers);
    const clauses = `${draft}/clauses`;
    for (const number of ['2', '1'])
      await officer.send(`${clauses}/new`, { number, effect: 'executive', text: `Clause ${number}` });
    await officer.send(`${clauses}/new`, { number: '9', effect: 'note', text: 'To be taken out' });
    const nobody = await officer.send(`${clauses}/new`, {
      number: '3',
      effect: 'delegate',
      text: 'To whom?',
    });
    expect(errorsOf(nobody)).toEqual(['Enter to whom it is delegated']);
    await officer.send(clauses, { move: 'up:2' });
    await officer.send(clauses, { move: 'remove:3' });
    expect(words(await officer.get(clauses))).toMatch(/Clause 1 .* Clause 2/);

    const check = await officer.get(`${draft}/check`);
    expect(words(check)).toContain('It says everything that the law of 13 July 2026 asks');
    expect(words(check)).toContain('No notice of it is recorded here');
    expect(words(await officer.get('/work'))).toContain(
      'Check and publish the record of “The leisure centre”',
    );
    const sent = hiddenIn(check);
    const [once, twice] = [
      await officer.post(`${draft}/check`, sent),
      await officer.post(`${draft}/check`, sent),
    ];
    expect(once.to).toMatch(/\/published$/);
    expect(twice.to).toBe(once.to);
    expect(words(await officer.get(once.to ?? ''))).toContain(
      'Members can call it in until 5pm on Wednesday 22 July',
    );
    const found = words(await reader().get('/decisions'));
    expect(found).toMatch(/Open to call-in now .* The leisure centre .* 5pm on Wednesday 22 July 2026/);
    expect(words(await reader().get('/'))).toContain(
      'The leisure centre , Maidstone Borough Council: can be called in',
    );
  });

  test('two officers publish one draft: one wins, the other is shown what stands', async () => {
    const [one, other] = [await clerk(), await monitoringOfficer()];
    const draft = await draftRecord(one, 'maidstone', titled('The market hall'));
    const seen = hiddenIn(await other.get(`${draft}/check`));
    const reference = await publishRecord(one, draft);
    const second = await other.post(`${draft}/check`, seen);
    expect(second.status).toBe(422);
    expect(words(second)).toContain(`published it as number ${reference}. What stands is theirs`);
  });

  test('two officers write one step: the second sees both; two steps do not disturb each other', async () => {
    const [one, other] = [await clerk(), await monitoringOfficer()];
    const draft = await draftRecord(one, 'maidstone', titled('The car park'));
    const reasons = hiddenIn(await other.get(`${draft}/reasons`));
    const what = hiddenIn(await other.get(`${draft}/what`));
    await one.send(`${draft}/reasons`, { reasons: 'Mine', alternativesStated: 'none' });
    const both = await other.post(`${draft}/reasons`, {
      ...reasons,
      reasons: 'Yours',
      alternativesStated: 'none',
    });
    expect(both.status).toBe(422);
    expect(words(both)).toMatch(/saved this part of the draft while you were writing.* reasons Mine Yours/);
    const mine = await other.post(`${draft}/what`, {
      ...what,
      ...wholeRecord.steps['what'],
      title: 'Car parks',
    });
    expect(mine.status).toBe(303);
  });

  test('is for the body’s own officers; a draft of another body is not there', async () => {
    const draft = await draftRecord(await clerk(), 'maidstone', titled('The museum'));
    const swale = await acting('swale.monitoring-officer');
    expect((await swale.get(draft)).status).toBe(403);
    expect((await swale.get(draft.replace('maidstone', 'swale'))).status).toBe(404);
    const commissioner = await acting('maidstone.commissioning-officer');
    expect(words(await commissioner.get(`${draft}/check`))).toContain(
      'Democratic services or the monitoring officer of your body publish a record',
    );
    expect((await commissioner.send(`${draft}/check`, {})).status).toBe(403);
    await commissioner.send(`${draft}/discard`, {});
    expect((await commissioner.get(draft)).status).toBe(404);
  });

  test('and corrects it with a dated addition, which leaves the record as it was', async () => {
    const officer = await clerk();
    const reference = await publishRecord(
      officer,
      await draftRecord(officer, 'maidstone', titled('The depot')),
    );
    const correct = `/office/maidstone/decisions/${reference}/correct`;
    const asked = { says: 'For “Whether” read “That”', reason: 'A slip' };
    expect(errorsOf(await officer.send(correct, { ...asked, reason: '', step: 'check' }))).toEqual([
      'Enter why it is corrected',
    ]);
    expect((await officer.send(correct, { ...asked, step: 'publish' })).status).toBe(303);
    const shown = words(await reader().get(`/decisions/maidstone/${reference}`));
    expect(shown).toMatch(/Whether to let the contract\..* This record has been corrected/);
    expect(shown).toMatch(/Corrections .* 15 July 2026 .* For “Whether” read “That”.* Why: A slip/);
  });
});

test('hostile text in every field is shown as the text it is', async () => {
  const officer = await clerk();
  const short = hostileTexts.filter((text) => text.length < 150);
  const rounds = 3;
  for (let round = 0; round < rounds; round += 1) {
    let field = 0;
    const hostile = () => `H ${short[(round + rounds * (field += 1)) % short.length] ?? ''}`;
    const draft = await draftRecord(officer, 'maidstone', {
      steps: {
        ...wholeRecord.steps,
        what: {
          ...wholeRecord.steps['what'],
          title: `${round} ${hostile()}`,
          issue: hostile(),
          decisionMaker: hostile(),
          keyReasons: hostile(),
          source: hostile(),
        },
        reasons: { reasons: hostile(), alternativesStated: 'some', alternatives: hostile() },
        interests: {
          interestsStated: 'some',
          'conflict.1.member': hostile(),
          'conflict.1.dispensation': 'none-granted',
        },
        papers: {
          reportsStated: 'some',
          reports: hostile(),
          backgroundStated: 'some',
          background: hostile(),
        },
        notice: { shorter: '11', shorterReasons: hostile() },
        'call-in': { sentTo: hostile(), waived: 'no' },
        access: { access: 'part-exempt', 'paragraph.1': 'yes', publicInterest: hostile() },
      },
      clauses: [
        { number: '1', effect: 'executive', text: hostile(), function: hostile() },
        { number: '2', effect: 'delegate', text: hostile(), delegatedTo: hostile(), limits: hostile() },
      ],
    });
    for (const page of ['', '/what', '/reasons', '/interests', '/clauses', '/clauses/2', '/check'])
      expect(smuggledInto((await officer.get(`${draft}${page}`)).body)).toEqual([]);
    const path = `/decisions/maidstone/${await publishRecord(officer, draft)}`;
    for (const page of [path, '/decisions', '/decisions/all', '/'])
      expect(smuggledInto((await reader().get(page)).body)).toEqual([]);
  }
});

test('an exempt decision tells the public its paragraphs and why; no access is no way in', async () => {
  const officer: Visitor = await clerk();
  const draft = await draftRecord(officer, 'maidstone', titled('The land at the river'));
  const unsaid = await officer.send(`${draft}/access`, { access: 'exempt' });
  expect(errorsOf(unsaid)).toHaveLength(2);
  await officer.send(`${draft}/access`, {
    access: 'exempt',
    'paragraph.3': 'yes',
    publicInterest: 'A sale is being negotiated',
  });
  const path = `/decisions/maidstone/${await publishRecord(officer, draft)}`;
  const shown = words(await reader().get(path));
  expect(shown).toMatch(/Exempt\..*3\. Financial or business affairs.*A sale is being negotiated/);
  const wrong = await reader().get('/decisions/maidstone/2026-99999');
  expect(wrong.status).toBe(404);
  expect((await reader().get('/decisions/all?after=nonsense&year=0&topic=__proto__&standing=x')).status).toBe(
    200,
  );
});
