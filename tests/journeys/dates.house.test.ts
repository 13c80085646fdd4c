import { describe, expect, test } from 'vitest';
import { fixedClock } from '#platform/kernel';
import { runCommand } from '../../src/app/commands/run-command.ts';
import { useSite } from '../support/open-site.ts';
import { errorsOf, words } from '../support/read-page.ts';
import { visitorOf } from '../support/visitor.ts';

const site = useSite({}, fixedClock(new Date('2026-07-15T10:00:00Z')));
const get = (path: string) => visitorOf(site().address).get(path);

/** The outcomes of one question, from the API. */
async function ask(query: Readonly<Record<string, string>>) {
  const { status, body } = await get(`/api/calculator?${new URLSearchParams(query).toString()}`);
  expect(status, body).toBe(200);
  return JSON.parse(body).answers[0].outcomes;
}

/** What the command line says and ends with. */
async function type(line: string) {
  const said: string[] = [];
  const status = await runCommand(line.split(' '), {
    configuration: site().configuration,
    out: (text) => said.push(text),
    err: (text) => said.push(text),
    input: async () => '',
  });
  return { status, said: said.join('\n') };
}

const kent = 'kent-county-council';
const strict = { days: '28', basis: 'working' };

describe('dates that councils published, and dates worked out by hand', () => {
  test.each([
    ['earliest-key-decision', '2025-02-20', {}, 'Friday 21 March 2025', '25/00029'],
    ['earliest-key-decision', '2025-02-19', {}, 'Thursday 20 March 2025', '25/00033 and 25/00034'],
    ['earliest-key-decision', '2022-09-02', {}, 'Saturday 1 October 2022', '22/00089'],
    ['earliest-key-decision', '2022-08-30', {}, 'Wednesday 28 September 2022', '22/00080, 22/00082'],
    ['earliest-general-exception-decision', '2025-03-11', {}, 'Wednesday 19 March 2025', '25/00035'],
    ['earliest-general-exception-decision', '2025-12-19', {}, 'Wednesday 31 December 2025', 'by hand'],
    ['earliest-general-exception-decision', '2026-03-31', {}, 'Friday 10 April 2026', 'by hand'],
    ['earliest-meeting', '2026-11-20', {}, 'Monday 30 November 2026', 'by hand'],
    ['earliest-meeting', '2026-12-18', {}, 'Wednesday 30 December 2026', 'by hand'],
    ['earliest-private-meeting-again', '2027-03-24', {}, 'Monday 5 April 2027', 'by hand'],
    ['earliest-key-decision', '2026-11-03', {}, 'Wednesday 2 December 2026', 'by hand'],
    ['earliest-key-decision', '2026-11-03', strict, 'Monday 14 December 2026', 'by hand'],
    ['earliest-private-meeting', '2026-12-01', {}, 'Wednesday 30 December 2026', 'by hand'],
    ['latest-key-decision-notice', '2025-03-21', {}, 'Thursday 20 February 2025', '25/00029'],
    ['latest-general-exception-notice', '2025-03-19', {}, 'Tuesday 11 March 2025', '25/00035'],
    ['latest-private-meeting-notice', '2026-12-30', {}, 'Tuesday 1 December 2026', 'by hand'],
    ['latest-agenda', '2026-11-30', {}, 'Friday 20 November 2026', 'by hand'],
  ] as const)('%s from %s %j is %s (%s)', async (question, on, own, expected, _published) => {
    const query = { body: kent, ask: question, on, ...own };
    const [outcome] = await ask(query);
    expect(outcome.says).toBe(expected);
    expect(words(await get(`/dates?${new URLSearchParams(query).toString()}`))).toContain(expected);
    const flags = Object.entries(own).map(([name, value]) => `--${name} ${value}`);
    expect((await type(['date', kent, question, on, ...flags].join(' '))).said).toContain(expected);
  });

  test('Maidstone’s record of July 2008: call-in by 5pm on Friday 18 July', async () => {
    const [deadline, effective] = await ask({ body: 'maidstone', ask: 'call-in', on: '2008-07-11' });
    expect(deadline).toMatchObject({ date: '2008-07-18', time: '17:00', checkLocally: true });
    expect(deadline.rules.map(({ key }: { key: string }) => key)).toEqual([
      'callIn.window',
      'callIn.closeTime',
    ]);
    expect(effective).toMatchObject({ standing: 'check-locally', date: null });
    expect(effective.missing).toEqual([{ key: 'callIn.effective', title: 'Decision takes effect' }]);
  });

  test('East Kent: published 25 July 2012, effective at 12 noon on the fourth working day', async () => {
    const [deadline, effective] = await ask({
      body: 'canterbury',
      ask: 'call-in',
      on: '2012-07-25',
      days: '4',
      effective: 'noonOfDay',
    });
    expect(deadline.says).toBe('12 noon on Tuesday 31 July 2012 (check locally)');
    expect(effective).toMatchObject({ date: '2012-07-31', time: '12:00', moment: 'at' });
  });

  test('Maidstone since 2022: effective from the next calendar day, a Saturday too', async () => {
    const [, effective] = await ask({ body: 'maidstone', ask: 'call-in', on: '2023-03-17' });
    expect(effective.says).toBe('The start of Saturday 25 March 2023 (check locally)');
  });
});

describe('the law of the day', () => {
  test('in 2008 a key decision needed a forward plan and no notice of its own', async () => {
    const [outcome] = await ask({ body: 'maidstone', ask: 'earliest-key-decision', on: '2008-07-09' });
    expect(outcome.standing).toBe('does-not-apply');
    expect(outcome.because).toContain('SI 2000/3272');
    expect(outcome.because).toContain('monthly forward plan');
  });

  test('changes on 10 September 2012', async () => {
    const standing = async (question: string, on: string) =>
      (await ask({ body: 'dover', ask: question, on }))[0].standing;
    for (const question of [
      'earliest-key-decision',
      'earliest-private-meeting',
      'latest-private-meeting-notice-again',
    ]) {
      expect(await standing(question, '2012-09-09'), question).toBe('does-not-apply');
      expect(await standing(question, '2012-09-10'), question).toBe('known');
    }
  });

  test('a council run by committees has no key decisions and no call-in, and says so', async () => {
    const page = words(await get('/dates?body=maidstone&ask=everything&on=2018-06-01'));
    expect(page).toMatch(/Latest day for the notice of a key decision\s+Does not apply/);
    expect(page).toContain('Does not apply. The council is run by committees on this day');
    expect(page).toContain('Earliest day for a meeting after its agenda is open to the public');
  });

  test('a forum has none of these rules, and a council that did not exist yet has none at all', async () => {
    const [outcome] = await ask({ body: 'kent-senate', ask: 'call-in', on: '2010-07-01' });
    expect(outcome.because).toBe('Only councils have this rule.');
    const { body } = await get('/api/calculator?body=medway&on=1990-01-01');
    expect(JSON.parse(body)).toMatchObject({
      notThere: expect.stringContaining('not recorded as existing'),
      answers: [],
    });
  });

  test('a rule that no source holds is never guessed, and can be given instead', async () => {
    const unknown = await ask({ body: 'swale', ask: 'call-in', on: '2010-05-04' });
    expect(unknown.map(({ standing }: { standing: string }) => standing)).toEqual([
      'check-locally',
      'check-locally',
    ]);
    const [given] = await ask({
      body: 'swale',
      ask: 'call-in',
      on: '2010-05-04',
      days: '3',
      closes: '12:00',
    });
    expect(given.says).toBe('12 noon on Friday 7 May 2010');
    expect(given.rules[0]).toMatchObject({ setBy: 'reader', certainty: null });
  });
});

describe('every answer explains itself', () => {
  test('with the days counted, those passed over and why, and the source of the rule', async () => {
    const [outcome] = await ask({ body: kent, ask: 'earliest-general-exception-decision', on: '2026-03-31' });
    expect(outcome.explanation).toMatchObject({
      countedFrom: '2026-03-31',
      countedTo: '2026-04-09',
      counted: 5,
    });
    expect(outcome.explanation.skipped).toContainEqual({ date: '2026-04-03', why: 'Good Friday' });
    expect(outcome.why).toContain('Fri 3 April 2026 (Good Friday)');
    expect(outcome.rules[0]).toMatchObject({ certainty: 'verified', checkLocally: false });
    expect(outcome.rules[0].source).not.toBe('');
  });

  test('with a warning beyond the bank holidays that are known', async () => {
    const [known] = await ask({ body: kent, ask: 'earliest-meeting', on: '2029-11-01' });
    expect(known.explanation.outsideKnown).toBeNull();
    const page = words(await get(`/dates?body=${kent}&ask=earliest-meeting&on=2029-12-28`));
    expect(page).toContain('this date reaches outside that, so check it again');
  });

  test('with the rule that stands by then, where another does', async () => {
    const [outcome] = await ask({ body: 'maidstone', ask: 'earliest-meeting', on: '2002-09-30' });
    expect(outcome.why).toContain('On that day the rule is another');
  });
});

/** What a box of the form holds. */
const typedInto = (name: string, body: string): string => {
  const box = new RegExp(`<input[^>]*name="${name}"[^>]*>`).exec(body)?.[0] ?? 'no such box';
  return /value="([^"]*)"/.exec(box)?.[1] ?? '';
};

describe('somebody who fills in the form without JavaScript', () => {
  const form = {
    body: 'maidstone',
    ask: 'call-in',
    'day-day': '11',
    'day-month': 'july',
    'day-year': '2008',
  };
  const send = (answers: Readonly<Record<string, string>>) =>
    get(
      `/dates?${new URLSearchParams({ ...form, days: '', basis: '', closes: '', effective: '', ...answers }).toString()}`,
    );

  test('is led to an address that can be sent on', async () => {
    const { status, to } = await send({});
    expect([status, to]).toEqual([303, '/dates?body=maidstone&ask=call-in&on=2008-07-11']);
    expect(words(await get(to ?? ''))).toContain('5pm on Friday 18 July 2008');
  });

  test('keeps what was given besides', async () => {
    const { to } = await send({ days: '4', effective: 'noonOfDay', closes: '16:00' });
    expect(to).toContain('days=4&basis=working&closes=16%3A00&effective=noonOfDay');
    expect((await get(to ?? '')).body).toMatch(/id="days"[^>]*value="4"/);
  });

  test.each([
    [{ body: '' }, 'Choose a council or body from the list'],
    [{ body: 'atlantis' }, 'Choose a council or body from the list'],
    [{ ask: 'tomorrow' }, 'Choose a question from the list'],
    [{ 'day-day': '31', 'day-month': '2' }, 'February 2008 has only 29 days'],
    [{ 'day-day': '', 'day-month': '', 'day-year': '' }, 'Enter the day'],
    [{ 'day-year': '0800' }, 'the year must have four digits'],
    [{ 'day-year': '9999' }, 'The day must be from 1 January 1900 to 31 December 2199'],
    [{ days: '-1' }, 'must be a whole number from 1 to 120'],
    [{ days: '121' }, 'must be a whole number from 1 to 120'],
    [{ days: '5', basis: 'lunar' }, 'working or calendar'],
    [{ days: '5', basis: 'calendar' }, 'Choose working days'],
    [{ days: '5', ask: 'everything' }, 'Choose one question'],
    [{ closes: '5pm' }, 'such as 17:00'],
    [{ effective: 'never' }, 'Choose when a decision takes effect'],
  ])('and types %j is told "%s", with every answer kept', async (wrong, sentence) => {
    const answered = await send(wrong);
    expect(answered.status).toBe(422);
    expect(errorsOf(answered).join(' ')).toContain(sentence);
    const kept = { ...form, ...wrong };
    for (const box of ['day-day', 'day-month', 'day-year'] as const)
      expect(typedInto(box, answered.body), box).toBe(kept[box]);
  });

  test('sees the form alone before anything was asked', async () => {
    const page = words(await get('/dates'));
    expect(page).toContain('What do you want to know?');
    expect(page).not.toContain('The address of this answer');
  });
});

describe('a program', () => {
  test('that asks wrongly gets a problem that names each field', async () => {
    const { status, headers, body } = await get('/api/calculator?body=atlantis&ask=when&days=x');
    expect([status, headers.get('content-type')]).toEqual([400, 'application/problem+json; charset=utf-8']);
    expect(Object.keys(JSON.parse(body).errors)).toEqual(['body', 'ask', 'days']);
    expect((await get('/api/calculator?body=maidstone&on=11.7.2008')).status).toBe(400);
    expect((await get('/api/calculator')).status).toBe(400);
  });
});

describe('somebody who types accord date', () => {
  test('with --json gets what the API answers', async () => {
    const { status, said } = await type('date maidstone call-in 2008-07-11 --json');
    const { body } = await get('/api/calculator?body=maidstone&ask=call-in&on=2008-07-11');
    expect(status).toBe(0);
    expect(JSON.parse(said)).toEqual(JSON.parse(body));
  });

  test('gets everything counted from today when only a body is named', async () => {
    const { status, said } = await type('date maidstone');
    expect(status).toBe(0);
    expect(said.match(/ on this day$/gm)).toHaveLength(11);
  });

  test.each([
    'date',
    'date maidstone call-in 11/7/2008',
    'date atlantis',
    'date maidstone when',
    'date maidstone call-in 2008-07-11 more',
    'date maidstone --dayz 3',
  ])('as `%s` is told what to write instead', async (line) => {
    const { status, said } = await type(line);
    expect(status).toBe(2);
    expect(said).toMatch(/accord date BODY|Choose/);
  });
});
