import { describe, expect, test } from 'vitest';
import { dateBoxes, publishDraft } from '../support/notices.ts';
import { due, publishAnyway, useNoticesSite } from '../support/notices-site.ts';
import { errorsOf, words } from '../support/read-page.ts';

const { site, on, acting, officerOf, read, draftFor, publishedBy } = useNoticesSite();

describe('other law, other bodies', () => {
  test('no notice is dated back to gain its clear days, once the body publishes its notices here', async () => {
    on('2026-11-16');
    const officer = await officerOf('gravesham');
    const dated = (elsewhere: string) => ({
      ...dateBoxes('publishedOn', elsewhere),
      publishedElsewhere: 'on the council’s website',
    });
    // Before its first notice here, the body may say where its notices stood until then.
    await publishedBy(officer, 'gravesham', { ...due('2026-11-30'), ...dated('2026-10-20') });
    await publishedBy(officer, 'gravesham', { ...due('2027-01-15'), title: 'The first of its own' });
    on('2027-01-04');
    const later = await officerOf('gravesham');
    for (const day of ['2026-11-16', '2026-12-01']) {
      const asked = { ...due('2027-01-11'), ...dated(day), title: day };
      const refused = await publishAnyway(later, await draftFor(later, 'gravesham', asked), 6);
      expect([refused.status, errorsOf(refused)]).toEqual([
        422,
        [expect.stringContaining('By that day your body published its notices here')],
      ]);
    }
  });

  test('a decision of 2008 had to be in the monthly forward plan', async () => {
    on('2026-10-15');
    const officer = await officerOf('maidstone');
    const old = {
      ...due('2008-07-09'),
      title: 'Mid Kent partnership',
      isKey: 'yes',
      route: 'forward-plan',
      ...dateBoxes('publishedOn', '2008-06-12'),
      publishedElsewhere: 'in the forward plan of July 2008',
      consultation: '',
    };
    const draft = await draftFor(officer, 'maidstone', old);
    const page = words(await officer.get(`${draft}/check`));
    expect(page).toContain('in no forward plan for its day, which SI 2000/3272 asks for');
    expect(page).toContain('Enter who is consulted and how');
    expect(page).toContain('What it lacks is shown to readers');
    await officer.send(`${draft}/notice`, { ...old, ...dateBoxes('forwardPlanFrom', '2008-07-01') });
    const reference = await publishDraft(officer, draft);
    expect(reference).toBe('2008-001');
    const shown = words(await read(`/forward-plan/maidstone/${reference}`));
    expect(shown).toContain('Monthly forward plan (SI 2000/3272, regulations 13 and 14)');
    expect(shown).toContain('Late: no record is published');
    expect(shown).toContain('It was kept as it was published');
  });

  test('a day in the past, a committee’s key decision and a forum’s are refused, each with its reason', async () => {
    on('2026-10-15');
    const swale = await officerOf('swale');
    const committee = await draftFor(swale, 'swale', { ...due('2027-01-15'), makerKind: 'committee' });
    expect(words(await swale.get(`${committee}/check`))).toContain(
      'Answer that it is not a key decision. The council is run by committees on this day, so it takes no executive decisions',
    );
    await swale.send(`${committee}/key`, { isKey: 'no' });
    const reference = await publishDraft(swale, committee);
    expect(words(await read(`/forward-plan/swale/${reference}`))).toContain(
      'This body takes no key decisions on that day, and the notice says it is none',
    );

    const forum = await acting('kent-forum.secretariat');
    const endorsed = await draftFor(forum, 'kent-forum', { ...due('2027-01-15'), makerKind: 'forum' });
    expect(words(await forum.get(`${endorsed}/check`))).toContain('Only councils have this rule');
    await forum.send(`${endorsed}/key`, { isKey: 'no' });
    await publishDraft(forum, endorsed);

    const past = await draftFor(swale, 'swale', {
      ...due('2026-10-01'),
      isKey: 'no',
      makerKind: 'committee',
    });
    expect(words(await swale.get(`${past}/check`))).toContain(
      'The decision cannot be due before the notice of it is published, on 15 October 2026',
    );
    expect((await publishAnyway(swale, past, 6)).status).toBe(422);
  });
});

test('the plan of all Kent filters by area and topic, and is handed out as files and as data', async () => {
  on('2026-10-15');
  const dover = await officerOf('dover');
  const answers = { ...due('2026-11-20'), title: 'Sea wall', 'place-dover': 'yes' };
  const reference = await publishedBy(dover, 'dover', answers);
  const everywhere = words(await read('/forward-plan'));
  expect(everywhere).toContain('Sea wall');
  expect((await read('/forward-plan')).body).toContain('href="/forward-plan/dover"');
  expect(words(await read('/forward-plan?place=dover&topic=waste&key=yes'))).toContain('Sea wall');
  expect(words(await read('/forward-plan?place=thanet'))).not.toContain('Sea wall');
  expect(words(await read('/forward-plan?topic=housing'))).toContain(
    'No notice of a forthcoming decision answers what you chose',
  );
  const file = (await read('/forward-plan.csv')).body;
  expect(file).toMatch(/^\W*Body,Name of the body,Reference/u);
  expect(file).toMatch(/^dover,/mu);
  const api = JSON.parse((await read('/api/forward-plan?body=dover')).body) as { notices: unknown[] };
  expect(api.notices).toEqual([expect.objectContaining({ title: 'Sea wall', dueFrom: '2026-11-20' })]);
  expect((await read('/forward-plan/atlantis')).status).toBe(404);
  await site().test.asOwner(
    `INSERT INTO governance.decision (id, body_id, reference, title, maker_kind, decision_maker, taken_on, is_executive,
       is_key, notice_id, published_on, source, published_by, recorded_at)
     VALUES ('dover/2026-001', 'dover', '2026-001', 'Sea wall agreed', 'cabinet', 'Cabinet', '2026-10-15', true, true, $1,
       '2026-10-15', 'Minutes', 'Clerk', '2026-10-15')`,
    [`dover/${reference}`],
  );
  const decided = words(await read(`/forward-plan/dover/${reference}?decided`));
  expect(decided).toContain('Decided on 15 October 2026: Sea wall agreed');
  expect(words(await read('/forward-plan/dover?decided'))).not.toContain('Sea wall');
  expect(words(await read('/forward-plan/dover/changes?decided'))).toContain('Decided: Sea wall');
  expect(words(await dover.get(`/office/dover/notices/${reference}/change`))).toContain(
    'the notice can no longer be changed',
  );
  expect((await read('/forward-plan/dover/2026-999')).status).toBe(404);
});
