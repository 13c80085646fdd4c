import { describe, expect, test } from 'vitest';
import { fixedClock } from '#platform/kernel';
import { useSite } from '../support/open-site.ts';
import { published } from '../support/publish-form.ts';
import { errorsOf, words } from '../support/read-page.ts';
import { boxes as dated, draftRecord, publishRecord, wholeRecord } from '../support/record-decision.ts';
import { runMeeting } from '../support/run-meeting.ts';
import { actingIn, visitorOf } from '../support/visitor.ts';

let now = new Date('2026-07-15T10:00:00Z');
const clock = { now: () => now, today: () => fixedClock(now).today() };
const site = useSite({}, clock);
const acting = (officeId: string) => actingIn(site().address, officeId);
const clerk = (body = 'maidstone') => acting(`${body}.democratic-services-officer`);
const reader = () => visitorOf(site().address);
const at = (moment: string) => {
  now = new Date(moment);
};
test('whoever looks is led on: from an empty month, to all committees, to one body’s plan', async () => {
  const read = async (path: string) => words(await reader().get(path));
  const empty = await reader().get('/meetings?body=maidstone&month=2009-01');
  expect(words(empty)).toMatch(
    /No meeting is recorded in January 2009\. The last before it was in July 2008 ?\. The next after it is in/,
  );
  expect(empty.body).toContain('/meetings?body=maidstone&amp;month=2008-07');
  const all = await read('/committees');
  expect(all).toContain('Kent Senate');
  expect(all).toContain('Overview and Scrutiny Committee');
  expect((await reader().get('/committees.csv')).body).toContain('maidstone.cabinet');
  expect(await read('/forward-plan?body=maidstone')).toContain(
    'What Maidstone Borough Council is going to decide',
  );
  expect((await reader().get('/forward-plan?body=nowhere')).status).toBe(404);
});

describe('a committee', () => {
  test('is set up, seated and shown, and a joint one is held against the law of its membership', async () => {
    const who = await clerk();
    const to = await published(who, '/office/maidstone/committees/add', {
      name: 'Mid Kent Joint Committee',
      kind: 'joint-committee',
      'by-maidstone': 'yes',
      'by-swale': 'yes',
      quorum: '2',
      casting: 'no',
      weighted: 'yes',
      source: 'Agreement of 1 July 2026',
    });
    expect(to).toBe('/office/maidstone/committees/mid-kent-joint-committee');
    expect(words(await who.get(to))).toContain('appoints to this committee and has no seat on it');
    await published(who, `${to}/seats/add`, {
      office: 'swale.non-executive-councillor-1',
      capacity: 'member',
      votes: 'yes',
      weight: '1.5',
      ...dated('from', '2026-07-01'),
      source: 'Council of Swale, 1 July 2026',
    });
    const again = await who.send(`${to}/seats/add`, {
      office: 'swale.non-executive-councillor-1',
      capacity: 'member',
      votes: 'yes',
      weight: '1',
      ...dated('from', '2026-07-02'),
      source: 'Again',
      step: 'publish',
    });
    expect(errorsOf(again)).toEqual([
      'This office has a seat in those days. End that one first, or enter another day',
    ]);
    const shown = words(await reader().get('/committees/maidstone.mid-kent-joint-committee'));
    expect(shown).toContain('counting 1.5');
    expect(shown).toContain('Not all members for Swale Borough Council sit on its executive');
    expect(words(await reader().get('/bodies/swale/committees'))).toContain('Mid Kent Joint Committee');
    const ended = `${to}/seats/swale.non-executive-councillor-1~2026-07-01/end`;
    await published(who, ended, dated('until', '2026-07-10'));
    expect(words(await reader().get('/committees/maidstone.mid-kent-joint-committee'))).toContain(
      'Nobody is recorded as sitting on it',
    );
    await published(who, `${to}/terms`, {
      quorum: '3',
      casting: 'yes',
      ...dated('from', '2026-07-12'),
      source: 'Agreement as amended',
    });
    const page = '/committees/maidstone.mid-kent-joint-committee';
    expect(words(await reader().get(page))).toContain('3 members who may vote');
    expect(words(await reader().get(`${page}?on=2026-07-11`))).toContain('2 members who may vote');
    expect(
      errorsOf(
        await who.send('/office/maidstone/committees/add', {
          name: 'cabinet',
          kind: 'executive',
          casting: 'no',
          source: 'x',
          step: 'publish',
        }),
      ),
    ).toEqual(['Your body has a committee of this name in those days. Enter another name, or other days']);
  });

  test('the group of a councillor is recorded from a day on', async () => {
    const who = await clerk();
    await published(who, '/office/maidstone/groups', {
      office: 'maidstone.non-executive-councillor-1',
      group: 'Independents',
      ...dated('from', '2026-07-14'),
      source: 'Notice to the proper officer',
    });
    expect(words(await reader().get('/committees/maidstone.overview-and-scrutiny-committee'))).toContain(
      'Independents',
    );
    const before = await reader().get('/committees/maidstone.overview-and-scrutiny-committee?on=2026-07-13');
    expect(words(before)).toContain('First group of the example');
  });
});

describe('a meeting', () => {
  test('goes from its call to its approved minutes without JavaScript, and each day shows what was known', async () => {
    at('2026-07-15T10:00:00Z');
    let who = await clerk();
    const desk = await published(who, '/office/maidstone/meetings/call', {
      committee: 'maidstone.council',
      ...dated('on', '2026-07-29'),
      at: '18:30',
      place: 'Town Hall',
      part: 'public',
    });
    const page = desk.replace('/office/maidstone/meetings/', '/meetings/maidstone/');
    expect(words(await reader().get(page))).toContain('The agenda is not published yet');
    expect(words(await who.get('/work'))).toContain('Publish the agenda of Council, 29 July 2026');
    expect(words(await reader().get('/meetings?month=2026-07&body=maidstone'))).toContain('29 July 2026');
    expect(words(await reader().get('/meetings?month=2026-07&view=weeks'))).toContain(
      'Maidstone Borough Council: Council',
    );

    await published(who, `${desk}/items/add`, {
      title: 'Budget',
      purpose: 'decide',
      access: 'open',
      thread: 'budget-2026',
    });
    const exempt = await who.send(`${desk}/items/add`, {
      title: 'A contract',
      purpose: 'note',
      access: 'exempt',
    });
    expect(errorsOf(exempt)).toEqual([]);
    const refused = await who.send(`${desk}/items/add`, {
      title: 'A contract',
      purpose: 'note',
      access: 'exempt',
      step: 'publish',
    });
    expect(errorsOf(refused)).toEqual(['Select the paragraphs of schedule 12A under which it is exempt']);
    expect(words(await reader().get(page))).not.toContain('Budget');

    // What the Cabinet recommends belongs on the Council’s agenda by itself. What it recommended in 2008 does not: no source
    // says what the Council did with it, and that is no proof that it never met on it.
    const recommends = {
      number: '1',
      effect: 'recommend-to-council',
      text: 'That the tree plan be adopted.',
    };
    await publishRecord(
      who,
      await draftRecord(who, 'maidstone', {
        steps: { ...wholeRecord.steps, what: { ...wholeRecord.steps['what'], title: 'A tree plan' } },
        clauses: [recommends],
      }),
    );
    expect(words(await who.get(desk))).toContain('It has no effect before the Council resolves');
    await published(who, `${desk}/agenda`, {});
    const shown = words(await reader().get(page));
    expect(shown).toContain('1. Budget');
    expect(shown).toContain('Recommendation to the Council: A tree plan');
    // What is on an agenda is found before the meeting, from the day of its publication.
    expect(words(await reader().get('/decisions/find?q=tree&kind=item'))).toContain('A tree plan');
    expect(words(await reader().get('/decisions/find?q=tree&kind=item&on=2026-07-13'))).not.toContain(
      'A tree plan',
    );
    expect(shown).not.toContain('Establishment of a Mid Kent Improvement Partnership');
    expect(shown).toContain('In time.');
    expect(words(await reader().get(`${page}?on=2026-07-14`))).toContain('had not been called by that day');

    // A supplement that is late needs the chair’s reason, and its number leaves the others as they are.
    at('2026-07-27T10:00:00Z');
    who = await clerk();
    await published(who, `${desk}/items/add`, {
      title: 'A flood',
      purpose: 'decide',
      access: 'open',
      after: '1',
    });
    const late = await who.send(`${desk}/agenda`, { step: 'check' });
    expect(errorsOf(late).join()).toContain(
      'It is too late for an ordinary agenda: the last day was 21 July 2026',
    );
    await published(who, `${desk}/agenda`, { urgentBecause: 'The river rose on Sunday' });
    expect(words(await reader().get(page))).toContain('1A. A flood');
    expect(words(await reader().get(`${page}?on=2026-07-20`))).not.toContain('A flood');

    at('2026-07-29T19:00:00Z');
    who = await clerk();
    const members = ['leader', 'non-executive-councillor-1', 'non-executive-councillor-2'];
    await published(who, `${desk}/attendance`, {
      ...Object.fromEntries(members.map((office) => [`presence:maidstone.${office}`, 'present'])),
      presided: 'maidstone.leader',
    });
    const tie = {
      act: 'resolve',
      text: 'That the budget be agreed.',
      movedBy: 'maidstone.leader',
      way: 'recorded',
      needs: 'majority',
      casting: 'none',
      'vote:maidstone.leader': 'for',
      'vote:maidstone.non-executive-councillor-1': 'against',
      'vote:maidstone.non-executive-councillor-2': 'abstain',
    };
    const motions = `${desk}/items/1/motions/add`;
    const checked = await who.send(motions, { ...tie, step: 'check' });
    expect(words(checked)).toContain('Lost, because the votes were equal and no casting vote was given');
    await published(who, motions, { ...tie, casting: 'for' });
    expect(words(await reader().get(page))).toContain(
      'Carried, by the casting vote of whoever presided, the votes being equal: 1 for, 1 against, 1 abstained.',
    );
    // Another clerk at the same item is shown what stands.
    const stale = await who.send(motions, { ...tie, seen: '0', step: 'publish' });
    expect(errorsOf(stale).join()).toContain('Another officer changed this while you were at it');

    await who.send(`${desk}/items/1/minutes/public`, { text: 'The Leader moved the budget.' });
    expect(words(await reader().get(page))).not.toContain('The Leader moved the budget');
    await published(who, `${desk}/actions/add`, {
      text: 'Publish the budget book',
      office: 'maidstone.section-151-officer',
      ...dated('due', '2026-08-31'),
    });
    await published(who, `${desk}/minutes/publish`, {});
    expect(words(await reader().get(page))).toContain('The Leader moved the budget');
    const work = words(await (await acting('maidstone.section-151-officer')).get('/work'));
    expect(work).toContain('Publish the budget book');

    at('2026-08-10T10:00:00Z');
    who = await clerk();
    const next = await published(who, '/office/maidstone/meetings/call', {
      committee: 'maidstone.council',
      ...dated('on', '2026-09-02'),
      at: '18:30',
      place: 'Town Hall',
      part: 'public',
    });
    await published(who, `${next}/agenda`, {});
    const agenda = words(
      await reader().get(next.replace('/office/maidstone/meetings/', '/meetings/maidstone/')),
    );
    expect(agenda).toContain('Minutes of the meeting of 29 July 2026');
    expect(agenda).toContain('Matters arising');
    at('2026-09-02T20:00:00Z');
    who = await clerk();
    const nextId = next.replace('/office/maidstone/meetings/', 'maidstone/');
    await published(who, `${desk}/minutes/approve`, { at: nextId });
    expect(words(await reader().get(page))).toContain('Minutes approved');
    await published(who, `${desk}/actions/1/done`, dated('on', '2026-09-01'));
    expect(words(await reader().get(page))).toContain('Done 1 September 2026');
  });

  test('one that is moved and one that is called off say so on every list', async () => {
    at('2026-10-01T10:00:00Z');
    const who = await clerk('swale');
    const call = (on: string) =>
      published(who, '/office/swale/meetings/call', {
        committee: 'swale.policy-and-resources-committee',
        ...dated('on', on),
        at: '',
        place: 'Swale House',
        part: 'public',
      });
    const [moved, off] = [await call('2026-10-14'), await call('2026-10-15')];
    await published(who, `${moved}/move`, {
      kind: 'postponed',
      ...dated('on', '2026-10-21'),
      place: 'The Guildhall',
      reason: 'The hall is flooded',
    });
    await published(who, `${off}/move`, { kind: 'cancelled', reason: 'Nothing to decide' });
    const list = words(await reader().get('/meetings?month=2026-10&body=swale'));
    expect(list).toContain('21 October 2026');
    expect(list).not.toContain('14 October 2026');
    expect(list).toContain('Cancelled');
    const { body } = await reader().get('/meetings.json?month=2026-10&body=swale');
    expect(JSON.parse(body).rows.map(({ on }: { on: string }) => on)).toEqual(['2026-10-15', '2026-10-21']);
    const shut = await who.send(`${off}/items/add`, {
      title: 'x',
      purpose: 'note',
      access: 'open',
      step: 'publish',
    });
    expect(errorsOf(shut).join()).toContain('was held or called off');
  });

  test('three executives in one room each vote and record for themselves', async () => {
    at('2026-11-02T10:00:00Z');
    const room = [
      ['maidstone', 'maidstone.cabinet-2022', 'for'],
      ['ashford', 'ashford.cabinet', 'against'],
      ['tunbridge-wells', 'tunbridge-wells.cabinet', 'for'],
    ] as const;
    for (const [body, committee, vote] of room) {
      at('2026-11-02T10:00:00Z');
      let who = await clerk(body);
      const desk = await published(who, `/office/${body}/meetings/call`, {
        committee,
        ...dated('on', '2026-11-12'),
        at: '19:00',
        place: 'Town Hall, Maidstone',
        part: 'public',
        gathering: 'mid-kent-2026-11',
      });
      await published(who, `${desk}/items/add`, {
        title: 'Shared planning support',
        purpose: 'decide',
        access: 'open',
        thread: 'planning-support',
      });
      await published(who, `${desk}/agenda`, {});
      at('2026-11-12T20:00:00Z');
      who = await clerk(body);
      await published(who, `${desk}/attendance`, {
        [`presence:${body}.leader`]: 'present',
        presided: `${body}.leader`,
      });
      await published(who, `${desk}/items/1/motions/add`, {
        act: 'resolve',
        text: 'That planning support be shared.',
        movedBy: `${body}.leader`,
        way: 'recorded',
        needs: 'majority',
        casting: 'none',
        [`vote:${body}.leader`]: vote,
      });
    }
    const together = words(await reader().get('/meetings/gatherings/mid-kent-2026-11'));
    expect(together).toContain(
      'Ashford Borough Council, Maidstone Borough Council and Tunbridge Wells Borough Council sat in one room',
    );
    expect(together.match(/Carried, by a majority/g)).toHaveLength(2);
    expect(together.match(/Lost, by a majority/g)).toHaveLength(1);
    expect(words(await reader().get('/meetings/issues/planning-support'))).toContain(
      'Ashford Borough Council',
    );
  });

  test('is given to programs as it was held, and leads on to the record of its decision', async () => {
    at('2026-07-15T10:00:00Z');
    const who = await clerk();
    const held = await runMeeting(who, '2026-07-15');
    const { body } = await reader().get(`/api/meetings/maidstone/${held['meeting'] ?? ''}`);
    expect(JSON.parse(body).items[0].motions[0]).toMatchObject({
      outcome: 'carried',
      count: { for: 2, against: 1 },
    });
    // Up to any day there is, the last of the calendar too.
    const upTo = async (until: string) => {
      const list = await reader().get(`/api/meetings?body=maidstone&from=2026-07-15&until=${until}`);
      return (JSON.parse(list.body) as { meetings: readonly unknown[] }).meetings.length;
    };
    expect(await upTo('2026-07-14')).toBe(0);
    expect(await upTo('2026-07-15')).toBe(1);
    expect(await upTo('9999-12-31')).toBe(2);
    // From the item an officer goes on to the record of its decision, which knows where it was taken.
    const item = `/office/maidstone/meetings/${held['meeting'] ?? ''}/items/1`;
    const begun = await who.send(item, {}, '/office/maidstone/decisions/start');
    expect((await who.get(`${begun.to ?? ''}/what`)).body).toContain('value="Allotments"');
  });
});
