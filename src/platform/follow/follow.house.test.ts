import { DatabaseUnavailable } from '#platform/db';
import { ok, refuse } from '#platform/kernel';
import { describe, expect, test } from 'vitest';
import { tellAtOnce } from './alerts.ts';
import { tellDaily } from './digest.ts';
import { addressed, tokenIn, useFollowHouse } from './follow.testing.ts';
import {
  askForList,
  askToFollow,
  changeList,
  confirmRequest,
  listBehind,
  requestBehind,
  stop,
  stopBehind,
} from './index.ts';

const house = useFollowHouse();

const resident = 'resident@example.org';
const council = ['bodies', 'maidstone'] as const;
const ask = (who = resident, visitor = '203.0.113.7') =>
  askToFollow(house.services, {
    address: addressed(who),
    followed: [{ kind: 'bodies', id: 'maidstone' }],
    cadence: 'at-once',
    visitor,
  });
const told = async () => {
  await tellAtOnce(house.services);
  return (await house.letters()).map(({ recipient, subject }) => `${recipient}: ${subject}`);
};
const published = { summary: 'Mid Kent partnership agreed', facts: {} };

describe('a resident who asks to follow Maidstone', () => {
  test('hears of nothing before the button behind the link is pressed, and of everything after', async () => {
    await ask();
    await house.enter({ summary: 'Done before' });
    const [letter] = await house.letters();
    expect(letter).toMatchObject({ recipient: resident, subject: 'Accord: confirm that you want to follow' });
    expect(letter?.text).toContain('Maidstone Borough Council');
    expect(letter?.stop).toBeNull();
    expect(await told()).toEqual([]);

    const token = tokenIn(letter?.text ?? '');
    for (let looks = 0; looks < 3; looks += 1)
      expect(await requestBehind(house.services, token)).toMatchObject({ isConfirmed: false });
    await house.enter({ summary: 'Done while scanners looked' });
    expect(await told()).toEqual([]);

    expect(await confirmRequest(house.services, token)).toEqual(ok());
    expect(await told()).toEqual([]);
    await house.enter(published);
    expect(await told()).toEqual([`${resident}: Accord: Mid Kent partnership agreed`]);
    expect(await told()).toEqual([]);
  });

  test('gets what was done, by whom, when, the page, why, and two ways to stop', async () => {
    await house.follow(resident, [council]);
    await house.enter(published);
    await tellAtOnce(house.services);
    const [letter] = await house.letters();
    for (const said of [
      'Mid Kent partnership agreed',
      'Democratic Services Officer, Maidstone Borough Council, 10am on Wednesday 15 July 2026',
      'https://accord.example/decisions/maidstone/2026-001',
      'You get this because you follow Maidstone Borough Council.',
      'https://accord.example/follow/yours',
    ])
      expect(letter?.text).toContain(said);
    expect(letter?.stop).toBe(`https://accord.example/follow/stop/${tokenIn(letter?.text ?? '')}`);
    expect(letter?.html).toContain('<a href="https://accord.example/decisions/maidstone/2026-001">');
  });

  test('cannot be made to follow again by a page of confirmation loaded again', async () => {
    await ask();
    const token = tokenIn((await house.letters())[0]?.text ?? '');
    await confirmRequest(house.services, token);
    await house.enter(published);
    await tellAtOnce(house.services);
    await stop(house.services, tokenIn((await house.letters())[0]?.text ?? ''));
    expect(await confirmRequest(house.services, token)).toEqual(ok());
    await house.enter(published);
    expect(await told()).toEqual([]);
  });

  test('finds an old, unknown or mangled link to be none', async () => {
    await ask();
    const token = tokenIn((await house.letters())[0]?.text ?? '');
    for (const none of ['', 'x', `${token}x`, token.slice(1), token.toLowerCase()])
      expect(await confirmRequest(house.services, none)).toEqual(refuse('no-such-request'));
    house.clock.set('2026-07-18', '10:00');
    expect(await requestBehind(house.services, token)).toBeUndefined();
    expect(await confirmRequest(house.services, token)).toEqual(refuse('no-such-request'));
  });
});

describe('an act of the record', () => {
  test('is told to each address once, however many things it follows are meant', async () => {
    await house.follow(resident, [council, ['topics', 'waste'], ['things', '/proposals/mid-kent']]);
    await house.follow('other@example.org', [['bodies', 'swale']]);
    const about = {
      bodies: ['maidstone', 'swale'],
      places: [],
      topics: ['waste'],
      things: ['/proposals/mid-kent'],
    };
    await house.enter({ summary: 'Joint waste plan adopted', facts: { about } });
    await tellAtOnce(house.services);
    const letters = await house.letters();
    expect(letters.map(({ recipient }) => recipient)).toEqual(['other@example.org', resident]);
    expect(letters[1]?.text).toContain(
      'because you follow Maidstone Borough Council, Mid Kent Improvement Partnership and Waste',
    );
  });

  test('that is private is told to nobody, by no word of it', async () => {
    await house.follow(resident, [council], 'at-once');
    await house.follow('daily@example.org', [council], 'daily');
    const about = { bodies: ['maidstone'], places: [], topics: [], things: [] };
    await house.enter({ summary: 'Exempt report added', facts: { about }, visibility: 'private' });
    expect(await told()).toEqual([]);
    house.clock.set('2026-07-16', '07:00');
    await tellDaily(house.services);
    expect(await house.letters()).toEqual([]);
    const [{ seq } = { seq: undefined }] = await house.made.asOwner(
      "SELECT seq::int FROM follow.reached WHERE cadence = 'at-once'",
    );
    expect(seq).toBe(house.head.current()?.size);
  });

  test('done a thousand times in one go is one letter that says so', async () => {
    await house.follow(resident, [council]);
    for (let times = 0; times < 40; times += 1) await house.enter({ summary: `Imported ${times}` });
    await tellAtOnce(house.services);
    const [letter, ...others] = await house.letters();
    expect(others).toEqual([]);
    expect(letter?.subject).toBe('Accord: 40 things you follow');
    expect(letter?.text).toContain('And 10 other things, in the record');
  });

  test('cannot write headers or markup into a letter', async () => {
    await house.follow(resident, [council]);
    await house.enter({ summary: 'Closed <script>alert(1)</script> & "more"\r\nBcc: x@example.org' });
    await tellAtOnce(house.services);
    const [letter] = await house.letters();
    expect(letter?.html).toContain('Closed &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;');
  });
});

describe('a daily letter', () => {
  test('is written once a day after 7am, of what was done before 7am', async () => {
    await house.follow(resident, [council], 'daily');
    await house.enter({ summary: 'First' });
    house.clock.set('2026-07-16', '06:59');
    await house.enter({ summary: 'Second' });
    expect(await tellDaily(house.services)).toMatchObject({ letters: 0 });
    house.clock.set('2026-07-16', '08:30');
    await house.enter({ summary: 'After seven' });
    expect(await tellDaily(house.services)).toMatchObject({ letters: 1 });
    expect(await tellDaily(house.services)).toMatchObject({ letters: 0 });
    const [letter] = await house.letters();
    expect(letter?.subject).toBe('Accord: 2 things done by the morning of 16 July 2026');
    expect(letter?.text.indexOf('First')).toBeLessThan(letter?.text.indexOf('Second') ?? 0);
    expect(letter?.text).not.toContain('After seven');
    expect(await told()).toEqual([]);

    house.clock.set('2026-07-17', '07:00');
    await tellDaily(house.services);
    expect((await house.letters()).map(({ subject }) => subject)).toEqual([
      'Accord: 1 thing done by the morning of 17 July 2026',
    ]);
    house.clock.set('2026-07-18', '07:00');
    expect(await tellDaily(house.services)).toMatchObject({ letters: 0 });
  });

  test('is in London’s time, also in winter', async () => {
    await house.made.asSuperuser("UPDATE follow.reached SET day = '2026-12-01'");
    house.clock.set('2026-12-01', '12:00');
    await house.follow(resident, [council], 'daily');
    await house.enter(published);
    house.clock.set('2026-12-02', '06:59');
    expect(await tellDaily(house.services)).toMatchObject({ letters: 0 });
    house.clock.set('2026-12-02', '07:00');
    expect(await tellDaily(house.services)).toMatchObject({ letters: 1 });
  });

  test('leaves out what was told straight away', async () => {
    await house.follow(resident, [council], 'daily');
    await house.follow(resident, [['topics', 'waste']], 'at-once');
    const about = { bodies: [], places: [], topics: ['waste'], things: [] };
    await house.enter({ summary: 'Waste plan adopted', facts: { about } });
    await house.enter({ summary: 'Offices closed' });
    expect(await told()).toEqual([`${resident}: Accord: Waste plan adopted`]);
    house.clock.set('2026-07-16', '07:00');
    await tellDaily(house.services);
    const [letter] = await house.letters();
    expect(letter?.text).toContain('Offices closed');
    expect(letter?.text).not.toContain('Waste plan adopted');
  });

  test('ends all daily letters by its one link, and no others', async () => {
    await house.follow(resident, [council, ['bodies', 'swale']], 'daily');
    await house.follow(resident, [['topics', 'waste']], 'at-once');
    await house.enter(published);
    house.clock.set('2026-07-16', '07:00');
    await tellDaily(house.services);
    const ended = await stop(house.services, tokenIn((await house.letters())[0]?.text ?? ''));
    expect(ended?.map(({ name }) => name).toSorted()).toEqual([
      'Maidstone Borough Council',
      'Swale Borough Council',
    ]);
    expect(await house.made.asSuperuser('SELECT kind FROM follow.following')).toEqual([{ kind: 'topics' }]);
  });
});

describe('the link at the foot of a letter', () => {
  test('ends what the letter came from when it is posted to, and nothing when it is looked at', async () => {
    await house.follow(resident, [council]);
    await house.enter(published);
    await tellAtOnce(house.services);
    const token = tokenIn((await house.letters())[0]?.text ?? '');
    for (let looks = 0; looks < 3; looks += 1)
      expect((await stopBehind(house.services, token))?.map(({ name }) => name)).toEqual([
        'Maidstone Borough Council',
      ]);
    expect(await stop(house.services, token)).toHaveLength(1);
    expect(await stop(house.services, token)).toEqual([]);
    expect(await stopBehind(house.services, token)).toEqual([]);
    expect(await stop(house.services, 'x')).toBeUndefined();
    await house.enter(published);
    expect(await told()).toEqual([]);
    expect(await house.made.asSuperuser('SELECT FROM follow.following')).toEqual([]);
  });
});

describe('the list of what an address follows', () => {
  const listToken = async () => {
    await askForList(house.services, { address: addressed(resident), visitor: '203.0.113.8' });
    return tokenIn((await house.letters())[0]?.text ?? '');
  };
  test('is opened by a link sent to it, for a day, and changed there', async () => {
    await house.follow(resident, [council, ['topics', 'waste']]);
    await house.follow('other@example.org', [council]);
    const token = await listToken();
    const list = await listBehind(house.services, token);
    expect(list?.map(({ name, cadence }) => [name, cadence]).toSorted()).toEqual([
      ['Maidstone Borough Council', 'at-once'],
      ['Waste', 'at-once'],
    ]);
    const [first] = list ?? [];
    const following = first?.following ?? '';
    await changeList(house.services, token, { kind: 'cadence', following, cadence: 'daily' });
    expect(
      (await listBehind(house.services, token))?.find((one) => one.following === following)?.cadence,
    ).toBe('daily');
    await changeList(house.services, token, { kind: 'end', following });
    await changeList(house.services, token, { kind: 'end', following: 'no such' });
    expect(await listBehind(house.services, token)).toHaveLength(1);
    expect(await changeList(house.services, token, { kind: 'end-everything' })).toBe(true);
    expect(await house.made.asSuperuser('SELECT email FROM follow.following')).toEqual([
      { email: 'other@example.org' },
    ]);
    expect(await house.made.asSuperuser('SELECT FROM follow.list_link')).toEqual([]);
    expect(await changeList(house.services, token, { kind: 'end-everything' })).toBe(false);
  });

  test('cannot be opened by a link more than a day old', async () => {
    await house.follow(resident, [council]);
    const token = await listToken();
    house.clock.set('2026-07-16', '10:00');
    expect(await listBehind(house.services, token)).toBeUndefined();
    expect(await changeList(house.services, token, { kind: 'end-everything' })).toBe(false);
    expect(await house.made.asSuperuser('SELECT email FROM follow.following')).toHaveLength(1);
  });

  test('of somebody else cannot be changed through one’s own link', async () => {
    await house.follow(resident, [council]);
    await house.follow('other@example.org', [council]);
    const [{ id } = { id: '' }] = await house.made.asSuperuser(
      "SELECT id FROM follow.following WHERE email = 'other@example.org'",
    );
    await changeList(house.services, await listToken(), { kind: 'end', following: String(id) });
    expect(await house.made.asSuperuser('SELECT email FROM follow.following')).toHaveLength(2);
  });
});

describe('killed in the middle', () => {
  test('of telling: nothing was told, and then it is told once', async () => {
    await house.follow(resident, [council]);
    await house.follow('daily@example.org', [council], 'daily');
    await house.enter(published);
    house.clock.set('2026-07-16', '07:00');
    house.inTheMiddle(() =>
      house.made
        .asSuperuser(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE usename = 'accord_app' AND datname = current_database() AND application_name = 'accord'`,
        )
        .then(() => undefined),
    );
    await expect(tellAtOnce(house.services)).rejects.toBeInstanceOf(DatabaseUnavailable);
    await expect(tellDaily(house.services)).rejects.toBeInstanceOf(DatabaseUnavailable);
    house.inTheMiddle(async () => undefined);
    expect(await house.letters()).toEqual([]);

    await tellDaily(house.services);
    expect(await told()).toEqual([
      `daily@example.org: Accord: 1 thing done by the morning of 16 July 2026`,
      `${resident}: Accord: Mid Kent partnership agreed`,
    ]);
    await tellDaily(house.services);
    expect(await told()).toEqual([]);
  });

  test('of asking: no letter without its request, no request without its letter', async () => {
    house.inTheMiddle(() => Promise.reject(new Error('killed')));
    await expect(ask()).rejects.toThrow('killed');
    expect(await house.letters()).toEqual([]);
    expect(await house.made.asSuperuser('SELECT FROM follow.request')).toEqual([]);
  });
});

test('two processes that tell at once tell everybody once', async () => {
  await house.follow(resident, [council]);
  await house.enter(published);
  await Promise.all(Array.from({ length: 8 }, () => tellAtOnce(house.services)));
  expect(await house.letters()).toHaveLength(1);
});
