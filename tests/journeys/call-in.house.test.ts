import { beforeAll, expect, test } from 'vitest';
import { openRecordHead } from '#platform/record';
import { date, londonDate } from '#platform/kernel';
import { aClause, momentOf, publishedForTest } from '../../src/modules/governance/testing.ts';
import type { Decision } from '../../src/modules/governance/domain/decision/decision.ts';
import { useSite } from '../support/open-site.ts';
import { errorsOf, words } from '../support/read-page.ts';
import { actingIn, type Visitor, visitorOf } from '../support/visitor.ts';

/** The clock of July 2008, which each situation sets. */
let now = momentOf('2008-07-11 10:00');
const clock = { now: () => now, today: () => londonDate(now) };
const site = useSite({}, clock);

const rules = {
  'callIn.appliesTo': 'all-executive',
  'callIn.closeTime': '17:00',
  'callIn.effective': 'afterDeadline',
  'callIn.groups': 1,
  'callIn.reasonsRequired': true,
  'callIn.hearing': { count: 10, unit: 'working-days' },
  'callIn.notHeard': 'effective',
};

let decision: Decision;
let page: string;
let reader: Visitor;

beforeAll(async () => {
  for (const [key, value] of Object.entries(rules)) {
    await site().test.asOwner(
      `INSERT INTO register.rule_version (body_id, key, version, value, valid_until, source, certainty, recorded_on)
       VALUES ('maidstone', $1, 90, $2, '2015-05-01', 'Constitution, part 4', 'confirmed', '2008-01-01')`,
      [key, JSON.stringify(value)],
    );
  }
  const head = await openRecordHead({ url: site().test.appUrl, onError: () => undefined });
  decision = await publishedForTest(
    { database: site().test.database, clock, head },
    {
      title: 'Contribution to the leisure centre',
      takenOn: date('2008-07-09'),
      clauses: [
        aClause({ number: '1', text: 'That £40,000 be contributed' }),
        aClause({ number: '2', effect: 'agree-scrutiny-reference', text: 'That the reference be agreed' }),
        aClause({
          number: '3',
          effect: 'recommend-to-council',
          text: 'That the Council adopt the agreement',
        }),
      ],
    },
  );
  await head.close();
  page = `/decisions/maidstone/${decision.reference}`;
  reader = visitorOf(site().address);
});

const act = (office: string) => actingIn(site().address, `maidstone.${office}`);
const on = (day: string, time?: string) => {
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  const typed = { 'on-day': dayOfMonth, 'on-month': month, 'on-year': year };
  return time === undefined ? typed : { ...typed, time };
};
const signature = { 'ground-1': 'yes', reasons: 'The other councils were not asked', interest: 'no' };
const publish = { step: 'publish' };
const callIn = () => `${page}/call-in`;
const manage = () => `${page}/call-in/manage`;

test('the decision says who can call it in, by when, how many must sign, and how the date was counted', async () => {
  const shown = words(await reader.get(page));
  for (const said of [
    'Any member of the council who is not in its executive',
    '2 members',
    'By 5pm on Friday 18 July 2008. The call-in window is the 5 working days after publication on Friday 11 July 2008',
    'Sent to The Scrutiny Manager',
  ])
    expect(shown).toContain(said);
});

test('a member is told of it, signs, and only the own council knows until there are enough', async () => {
  now = momentOf('2008-07-14 10:00');
  const member = await act('non-executive-councillor-1');
  expect(words(await member.get('/work'))).toContain(
    'Can be called in: Contribution to the leisure centre You can sign until 5pm on Friday 18 July 2008.',
  );
  const missing = await member.send(callIn(), {});
  expect(errorsOf(missing)).toEqual(['Select whether you have an interest in the matter']);
  expect(errorsOf(await member.send(callIn(), { interest: 'no' }))[0]).toContain(
    'The signature must give reasons',
  );
  expect(errorsOf(await member.send(callIn(), { ...signature, interest: 'yes' }))[0]).toContain(
    'Ask another member to sign',
  );
  const checked = await member.send(callIn(), signature);
  expect([checked.status, words(checked)]).toEqual([
    200,
    expect.stringContaining('There was not enough consultation before the decision'),
  ]);
  const fields = { ...(await member.hiddenFields(callIn())), ...signature, ...publish };
  const sent = await Promise.all([member.post(callIn(), fields), member.post(callIn(), fields)]);
  expect(sent.map(({ to }) => to)).toEqual([callIn(), callIn()]);
  expect(errorsOf(await member.send(callIn(), { ...signature, ...publish }))[0]).toContain(
    'You signed this call-in at 10am on Monday 14 July 2008',
  );

  const officer = await act('scrutiny-officer');
  expect(words(await officer.get(manage()))).toContain('The other councils were not asked');
  const seen = words(await reader.get(page));
  expect(seen).not.toContain('The other councils were not asked');
  expect(seen).toContain('Open to call-in');
  expect(words(await reader.get('/decisions/call-ins'))).toContain('No call-in is recorded here');
  const swale = await actingIn(site().address, 'swale.scrutiny-officer');
  expect((await swale.get(manage())).status).toBe(403);
  expect(words(await swale.get(page))).not.toContain('The other councils were not asked');
});

test('the Leader is told why not, and what to do instead', async () => {
  const leader = await act('leader');
  expect(words(await leader.get(callIn()))).toContain(
    'Members of the executive cannot call in its decisions. You can raise it within the executive',
  );
});

test('a member withdraws, and another form brings the signature back', async () => {
  now = momentOf('2008-07-15 09:00');
  const member = await act('non-executive-councillor-1');
  expect((await member.send(`${callIn()}/withdraw`, {})).to).toBe(callIn());
  expect(words(await member.get(callIn()))).toContain('0 of 2 members needed');
  now = momentOf('2008-07-15 09:05');
  expect((await member.send(callIn(), { ...signature, ...publish })).status).toBe(303);
});

test('a form on paper makes the call-in from the moment it was received: everybody sees it, and what is executive stops', async () => {
  now = momentOf('2008-07-18 17:30');
  expect(words(await reader.get(page))).toContain('In effect since 5pm on Friday 18 July 2008');
  const officer = await act('scrutiny-officer');
  const form = `${manage()}/received`;
  const paper = { 'member-3': 'yes', 'ground-2': 'yes', reasons: 'The cost', ...on('2008-07-18', '16:59') };
  const late = { ...paper, ...on('2008-07-18', '5.01pm') };
  expect(errorsOf(await officer.send(form, { ...late, ...publish }))[0]).toContain(
    'second seat, Maidstone Borough Council: The signature came after the call-in window closed',
  );
  expect(errorsOf(await officer.send(form, { ...paper, 'member-3': 'no' }))).toEqual([
    'Select the members who signed the form',
  ]);
  expect(errorsOf(await officer.send(form, { ...paper, time: 'noonish' }))).toEqual([
    'Enter the time at which the form was received, like 16:30 or 4:30pm',
  ]);
  expect(words(await officer.send(form, paper))).toContain('4:59pm on Friday 18 July 2008');
  expect((await officer.send(form, { ...paper, ...publish })).to).toBe(manage());

  const seen = words(await reader.get(page));
  expect(seen).toContain('Clause 1 is stopped by the call-in. Clauses 2 and 3 are not.');
  expect(seen).toContain('It is called in and has still to be heard: what is executive in it is stopped.');
  expect(seen).toContain('The other councils were not asked');
  expect(seen).toContain('Last day for the hearing');
  const list = await reader.get('/decisions/call-ins?body=maidstone&year=2008');
  expect(words(list)).toContain('Contribution to the leisure centre');
  expect(words(await reader.get('/decisions/call-ins?body=swale'))).toContain('No call-in is recorded');
  expect((await reader.get('/decisions/call-ins.csv')).body).toContain(
    `maidstone,${decision.reference},Contribution to the leisure centre,2008-07-09,2008-07-18,16:59,2,called-in`,
  );
  const api = JSON.parse((await reader.get('/api/call-ins?year=2008')).body) as { callIns: unknown[] };
  expect(api.callIns).toEqual([
    expect.objectContaining({ members: 2, standing: 'called-in', signedBy: expect.any(Array) }),
  ]);
  expect(words(await reader.get(`${page}?on=2008-07-16`))).toContain('Open to call-in');
  // Should nobody hear it, the page will say so among its dates, and when the limit was.
  const unheard = words(await reader.get(`${page}?on=2008-09-01`));
  expect(unheard).toMatch(
    /Last day on which it could be heard 1 August 2008 .* Not heard in time: the decision took effect/,
  );
  const record = words(await reader.get('/record?body=maidstone'));
  expect(record).toContain('Called in by 2 members: Contribution to the leisure centre');
  expect(record).not.toContain('Call-in signed');
});

test('too late to withdraw, a member is told so', async () => {
  const member = await act('non-executive-councillor-1');
  expect(errorsOf(await member.send(`${callIn()}/withdraw`, {}))[0]).toContain(
    'The call-in window has closed, and a signature counts for good from then on',
  );
});

test('scrutiny is reminded of the hearing, sends the decision back, and the Cabinet confirms it', async () => {
  now = momentOf('2008-07-22 21:00');
  const officer = await act('scrutiny-officer');
  expect(words(await officer.get('/work'))).toContain('Hold the hearing of a call-in');
  const hearing = {
    ...on('2008-07-22', '8pm'),
    by: 'Corporate Services Overview and Scrutiny',
    outcome: 'referred-back',
  };
  const form = `${manage()}/hearing`;
  expect(errorsOf(await officer.send(form, { ...hearing, ...publish }))[0]).toContain(
    'Enter the reasons in writing',
  );
  const early = { ...hearing, ...on('2008-07-17', '8pm'), says: 'Test the cost' };
  expect(errorsOf(await officer.send(form, early))[0]).toContain('was not called in at that moment');
  expect((await officer.send(form, { ...hearing, says: 'Test the cost', ...publish })).to).toBe(manage());
  expect(errorsOf(await officer.send(form, { ...hearing, says: 'Again', ...publish }))[0]).toContain(
    'heard by then, and is heard once',
  );
  expect(words(await officer.get('/work'))).toContain('Put a decision back to its maker');

  now = momentOf('2008-08-14 10:00');
  const again = { ...on('2008-08-13', '18:00'), outcome: 'confirmed' };
  const later = await act('scrutiny-officer');
  expect((await later.send(`${manage()}/reconsideration`, { ...again, ...publish })).to).toBe(manage());
  const seen = words(await reader.get(page));
  expect(seen).toContain('In effect since 6pm on Wednesday 13 August 2008: its maker confirmed it.');
  expect(seen).toContain('Test the cost');
});

test('the Council resolves on what was recommended to it', async () => {
  now = momentOf('2008-09-11 10:00');
  const officer = await act('democratic-services-officer');
  const form = `${manage()}/resolution`;
  expect(errorsOf(await officer.send(form, { ...on('2008-09-10', '19:00') }))[0]).toContain(
    'Select what the Council resolved',
  );
  const changed = { ...on('2008-09-10', '19:00'), 'clause-3': 'accepted-with-changes', ...publish };
  expect(errorsOf(await officer.send(form, changed))[0]).toContain('Enter the reasons in writing');
  expect((await officer.send(form, { ...changed, says: 'For three years' })).to).toBe(manage());
  expect(words(await reader.get(page))).toContain('the Council agreed to it with changes');
  expect(words(await officer.get('/work'))).not.toContain('Contribution to the leisure centre');
});

test('a decision that is not there is not found, by anybody', async () => {
  const member = await act('non-executive-councillor-1');
  expect((await member.get('/decisions/maidstone/2008-999/call-in')).status).toBe(404);
  const officer = await act('scrutiny-officer');
  for (const path of ['manage', 'manage/hearing', 'manage/resolution', 'manage/waiver', 'manage/received'])
    expect((await officer.get(`/decisions/maidstone/2008-999/call-in/${path}`)).status, path).toBe(404);
  expect((await officer.get(`${manage()}/signatures/none/withdraw`)).status).toBe(404);
});
