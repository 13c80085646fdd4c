import { describe, expect, test } from 'vitest';
import { fixedClock } from '#platform/kernel';
import { useSite } from '../support/open-site.ts';
import { errorsOf, hiddenIn, words } from '../support/read-page.ts';
import { actingIn, type Answered, type Visitor, visitorOf } from '../support/visitor.ts';

const site = useSite({}, fixedClock(new Date('2026-10-15T10:00:00Z')));
const acting = (officeId: string) => actingIn(site().address, officeId);
const monitoringOfficer = () => acting('swale.monitoring-officer');
const clerk = () => acting('swale.democratic-services-officer');

async function entries(): Promise<number> {
  const [head] = await site().test.asOwner('SELECT size FROM record.head');
  return Number(head?.['size']);
}

const rule = (key: string) => `/bodies/swale/rules/${key}`;
const window = {
  value: '5',
  unit: 'working-days',
  'from-day': '1',
  'from-month': '11',
  'from-year': '2026',
  replaces: 'none',
  source: 'Constitution, part 4',
  certainty: 'confirmed',
  reason: 'Amended by the council',
};

/** The versions that the form offers to put right. */
const versionsOffered = ({ body }: Answered): readonly string[] =>
  [...body.matchAll(/name="replaces" type="radio" value="(\d+)"/g)].map(([, version = '']) => version);

/** Saves a draft and stays on its check page. */
async function draft(who: Visitor, key: string, answers: Readonly<Record<string, string>>) {
  const saved = await who.send(`${rule(key)}/correct`, answers);
  expect(saved.status, errorsOf(saved).join()).toBe(303);
  expect(saved.to).toBe(`${rule(key)}/check`);
  return who.get(`${rule(key)}/check`);
}

describe('correcting a rule', () => {
  test('democratic services draft, the monitoring officer checks and publishes, the record gives a reference', async () => {
    const [drafter, publisher] = [await clerk(), await monitoringOfficer()];
    const checked = await draft(drafter, 'callIn.window', window);
    expect(words(checked)).toContain('Only your monitoring officer publishes a rule');
    expect(checked.body).not.toContain('Publish this correction');
    expect(words(await drafter.get('/work'))).not.toContain('Check and publish');
    expect(words(await publisher.get('/work'))).toContain(
      'Check and publish the correction of a rule: Call-in: window',
    );
    expect(words(await publisher.get('/bodies/swale/drafts'))).toContain('5 working days');

    const page = await publisher.get(`${rule('callIn.window')}/check`);
    expect(words(page)).toMatch(/Today .* 1 November 2026 .* 5 working days/);
    const before = await entries();
    const fields = hiddenIn(page);
    const done = await publisher.post(`${rule('callIn.window')}/check`, fields);
    const again = await publisher.post(`${rule('callIn.window')}/check`, fields);
    expect([done.to, again.to]).toEqual([expect.stringMatching(/corrected\?version=\d+$/), done.to]);
    expect(await entries()).toBe(before + 1);
    const confirmation = words(await publisher.get(done.to ?? ''));
    expect(confirmation).toContain(`entry ${before} of the record`);
    expect(words(await publisher.get(`/record/entries/${before}`))).toContain(
      'Call-in: window: 5 working days',
    );
    expect(words(await visitorOf(site().address).get(`${rule('callIn.window')}?on=2026-11-02`))).toContain(
      '5 working days',
    );
    expect(words(await publisher.get('/bodies/swale/drafts'))).toContain('There is none');
  });

  test('a version that was never right is replaced and no longer counts', async () => {
    const who = await monitoringOfficer();
    const first = { ...window, value: '2', unit: '' };
    await draft(who, 'callIn.signatories', first);
    await who.send(`${rule('callIn.signatories')}/check`, {});
    const [version] = versionsOffered(await who.get(`${rule('callIn.signatories')}/correct`));
    const page = await draft(who, 'callIn.signatories', { ...first, value: '3', replaces: version ?? '' });
    expect(words(page)).toContain(`Version ${version} stays readable as what was known until now`);
    expect((await who.send(`${rule('callIn.signatories')}/check`, {})).status).toBe(303);
    const shown = await who.get(`${rule('callIn.signatories')}?on=2026-11-02`);
    expect(words(shown)).toContain('3 members');
  });

  test.each([
    [
      'keyDecision.threshold',
      { value: '250.000.00' },
      'The amount must be an amount of money, like 42,840 or 42,840.50',
    ],
    ['keyDecision.threshold', { value: '-5' }, 'The amount must not be less than nothing'],
    ['keyDecision.threshold', { value: '' }, 'Enter the amount, or say that it is not known'],
    ['callIn.groups', { value: 'two' }, 'The number must be a whole number from 1 to 10'],
    ['callIn.groups', { value: '11' }, 'The number must be from 1 to 10'],
    ['callIn.hearing', { value: '10', unit: '' }, 'Select how the period is counted'],
    [
      'callIn.closeTime',
      { value: '25:00' },
      'The time must be hours and minutes of the 24-hour clock, like 17:00',
    ],
    [
      'callIn.eligible',
      { value: 'everybody' },
      'Select one of the answers offered, or say that it is not known',
    ],
    ['callIn.instead', { value: 'x'.repeat(2001) }, 'The value must be 2000 characters or fewer'],
    ['callIn.groups', { value: '2', source: '' }, 'Enter where the rule is written'],
    ['callIn.groups', { value: '2', certainty: 'illustrative' }, 'Select how sure you are'],
    [
      'callIn.groups',
      { value: '2', reason: 'x'.repeat(1001) },
      'Why it is corrected must be 1000 characters or fewer',
    ],
    [
      'callIn.groups',
      { value: '2', replaces: '7' },
      'That version is not there. Select one of the versions offered',
    ],
    ['callIn.groups', { value: '2', replaces: '' }, 'Select whether the rule changed or a version was wrong'],
    [
      'callIn.groups',
      { value: '2', 'until-day': '1', 'until-month': '1', 'until-year': '2020' },
      'The first day it no longer applies must be after the first day it applies',
    ],
  ])('%s: %j is refused, kept and explained', async (key, wrong, sentence) => {
    const who = await clerk();
    const before = await entries();
    const answered = await who.send(`${rule(key)}/correct`, { ...window, ...wrong });
    expect(answered.status).toBe(422);
    expect(errorsOf(answered)).toEqual([sentence]);
    expect(answered.body).toMatch(/name="from-year"[^>]* value="2026"/);
    expect(await entries()).toBe(before);
  });

  test('a draft can be kept unfinished, found again and discarded', async () => {
    const who = await clerk();
    const path = rule('meeting.quorum');
    const saved = await who.send(`${path}/correct`, { value: 'about 12', step: 'later' });
    expect(saved.to).toBe('/bodies/swale/drafts');
    expect(words(await who.get('/bodies/swale/drafts'))).toContain('Unfinished');
    expect(words(await who.get('/work'))).toContain('Finish the correction of a rule: Quorum');
    expect((await who.get(`${path}/correct`)).body).toContain('value="about 12"');
    expect((await who.get(`${path}/check`)).to).toBe(`${path}/correct`);
    expect((await who.send(`${path}/discard`, {})).to).toBe('/bodies/swale/drafts');
    expect((await who.get(`${path}/discard`)).status).toBe(404);
  });

  test('two who draft the same rule see both drafts, and a publisher never publishes an unseen one', async () => {
    const [one, other, publisher] = [
      await clerk(),
      await acting('swale.scrutiny-officer'),
      await monitoringOfficer(),
    ];
    const path = rule('callIn.hearing');
    const opened = await one.hiddenFields(`${path}/correct`);
    await draft(other, 'callIn.hearing', { ...window, value: '10' });
    const before = await entries();
    const conflict = await one.post(`${path}/correct`, { ...opened, ...window, value: '15' });
    expect(conflict.status).toBe(422);
    expect(words(conflict)).toContain('10 working days');
    expect(words(conflict)).toContain('15 working days');
    expect(await entries()).toBe(before);

    const looked = hiddenIn(await publisher.get(`${path}/check`));
    expect(
      (await one.post(`${path}/correct`, { ...window, ...hiddenIn(conflict), value: '15' })).status,
    ).toBe(303);
    const unseen = await publisher.post(`${path}/check`, looked);
    expect(unseen.status).toBe(422);
    expect(errorsOf(unseen).join()).toContain('changed this draft meanwhile');
    await one.send(`${path}/discard`, {});
    const gone = await publisher.post(`${path}/check`, hiddenIn(unseen));
    expect(gone.status).toBe(422);
    expect(errorsOf(gone).join()).toContain('This draft was discarded meanwhile');
    expect(gone.body).toContain('value="15"');
  });

  test('a draft that was overtaken by a publication shows both versions and is not published', async () => {
    const [slow, quick] = [await clerk(), await monitoringOfficer()];
    const path = rule('callIn.groups');
    const opened = await slow.hiddenFields(`${path}/correct`);
    await draft(quick, 'callIn.groups', { ...window, value: '2' });
    expect((await quick.send(`${path}/check`, {})).status).toBe(303);
    await slow.post(`${path}/correct`, { ...opened, ...window, value: '3' });
    const before = await entries();
    const page = await quick.get(`${path}/check`);
    expect(words(page)).toContain('2 groups');
    expect(words(page)).toContain('3 groups');
    expect(page.body).not.toContain('Publish this correction');
    const forced = await quick.post(`${path}/check`, {
      ...(await quick.hiddenFields('/bodies/swale/details')),
      ...window,
      value: '3',
      seen: '0',
      draftSeen: '1',
    });
    expect(forced.status).toBe(422);
    expect(errorsOf(forced).join()).toContain('nothing was published');
    expect(await entries()).toBe(before);
    await draft(slow, 'callIn.groups', { ...window, value: '3' });
    expect((await quick.send(`${path}/check`, {})).status).toBe(303);
  });

  test('a rule nobody knows is published as not known', async () => {
    const who = await monitoringOfficer();
    await draft(who, 'callIn.excluded', { ...window, value: 'ignored', unknown: 'yes', certainty: 'unsure' });
    expect((await who.send(`${rule('callIn.excluded')}/check`, {})).status).toBe(303);
    expect(words(await who.get(`${rule('callIn.excluded')}?on=2026-11-02`))).toMatch(/[Cc]heck locally/);
  });

  test('a rule that is none is not found', async () => {
    const who = await monitoringOfficer();
    for (const page of ['correct', 'check', 'discard', 'corrected'])
      expect((await who.get(`${rule('nothing')}/${page}`)).status).toBe(404);
    expect((await who.get(`${rule('callIn.window')}/corrected?version=99`)).status).toBe(404);
  });
});

describe('days the offices are closed', () => {
  const list = '/bodies/swale/closures';
  const christmas = {
    'day-day': '29',
    'day-month': '12',
    'day-year': '2026',
    reason: 'Christmas closure',
    source: 'Cabinet, minute 4',
  };

  test('a day is checked, published once, listed, and withdrawn once', async () => {
    const who = await clerk();
    expect(words(await who.get('/work'))).toContain(
      'Enter the days your offices are closed in December 2026',
    );
    const before = await entries();
    expect(words(await who.send(`${list}/add`, christmas))).toContain('Tuesday 29 December 2026');
    const fields = { ...(await who.hiddenFields(`${list}/add`)), ...christmas, step: 'publish' };
    expect((await who.post(`${list}/add`, fields)).to).toBe(list);
    expect((await who.post(`${list}/add`, fields)).to).toBe(list);
    expect(await entries()).toBe(before + 1);
    expect(words(await who.get('/work'))).not.toContain('closed in December');
    expect(words(await who.get(list))).toContain('Christmas closure');

    const twice = await who.send(`${list}/add`, christmas);
    expect(errorsOf(twice)).toEqual(['That day is on the list already. Enter another day']);

    const withdraw = `${list}/2026-12-29/withdraw`;
    const withdrawal = await who.hiddenFields(withdraw);
    expect((await who.post(withdraw, withdrawal)).status).toBe(303);
    expect((await who.post(withdraw, withdrawal)).status).toBe(303);
    expect(await entries()).toBe(before + 2);
    expect((await who.get(withdraw)).status).toBe(404);
  });

  test('a day that has passed and empty answers are refused together', async () => {
    const who = await clerk();
    const before = await entries();
    const passed = await who.send(`${list}/add`, { ...christmas, 'day-year': '2025' });
    expect(errorsOf(passed).join()).toContain('must be today or later');
    const empty = await who.send(`${list}/add`, {});
    expect(errorsOf(empty)).toEqual([
      'Enter the day on which the offices are closed',
      'Enter why the offices are closed',
      'Enter who decided it and where it is written',
    ]);
    expect(await entries()).toBe(before);
  });
});
