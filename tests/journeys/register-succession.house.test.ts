import { describe, expect, test } from 'vitest';
import { fixedClock } from '#platform/kernel';
import { useSite } from '../support/open-site.ts';
import { errorsOf, words } from '../support/read-page.ts';
import { actingIn, visitorOf } from '../support/visitor.ts';

const site = useSite({}, fixedClock(new Date('2026-07-15T10:00:00Z')));
const acting = (officeId: string) => actingIn(site().address, officeId);

async function entries(): Promise<number> {
  const [head] = await site().test.asOwner('SELECT size FROM record.head');
  return Number(head?.['size']);
}

const path = (body: string) => `/bodies/${body}/succession`;
const ending = {
  'on-day': '1',
  'on-month': '4',
  'on-year': '2028',
  source: 'The Kent (Structural Changes) Order',
  reason: 'Reorganisation',
};
const merging = {
  ...ending,
  kind: 'merge',
  'merge-1': 'new',
  'merge-1-name': 'West Kent Council',
  'merge-1-kind': 'unitary-council',
};

describe('recording the end of a body', () => {
  test('what follows is spelled out, then it is recorded once and leads on', async () => {
    const who = await acting('ashford.monitoring-officer');
    const before = await entries();
    const check = await who.send(path('ashford'), merging);
    expect(check.status).toBe(200);
    expect(words(check)).toMatch(
      /\d+ offices, \d+ versions? of its rules, .*record entr(y|ies) point at Ashford/,
    );
    expect(words(check)).toContain('They stay, and lead on to West Kent Council from 1 April 2028.');
    expect(words(check)).toContain('West Kent Council serves Ashford from 1 April 2028.');
    expect(await entries()).toBe(before);

    const fields = { ...(await who.hiddenFields(path('ashford'))), ...merging, step: 'publish' };
    const [first, second] = [
      await who.post(path('ashford'), fields),
      await who.post(path('ashford'), fields),
    ];
    expect([first.status, second.status]).toEqual([303, 303]);
    expect(await entries()).toBe(before + 1);
    expect(words(await who.get(path('ashford')))).toContain('West Kent Council');
    expect(words(await visitorOf(site().address).get('/bodies/ashford?on=2028-04-02'))).toContain(
      'West Kent Council',
    );
  });

  test('another body joins the one that was founded, and may not found it twice', async () => {
    const who = await acting('dover.monitoring-officer');
    await (
      await acting('canterbury.monitoring-officer')
    ).send(path('canterbury'), {
      ...merging,
      'merge-1-name': 'East Kent Council',
      step: 'publish',
    });
    const before = await entries();
    const twice = await who.send(path('dover'), {
      ...merging,
      'merge-1-name': 'East Kent Council',
      step: 'publish',
    });
    expect(errorsOf(twice)).toEqual([
      'A body of that name is in the register. Select it from the list instead',
    ]);
    expect(await entries()).toBe(before);
    const joined = await who.send(path('dover'), {
      ...ending,
      kind: 'merge',
      'merge-1': 'east-kent-council',
      step: 'publish',
    });
    expect(joined.status).toBe(303);
  });

  test('a division says which new body serves what', async () => {
    const who = await acting('medway.monitoring-officer');
    const split = {
      ...ending,
      kind: 'split',
      'split-1': 'new',
      'split-1-name': 'Rochester Council',
      'split-1-kind': 'district-council',
      'split-2': 'new',
      'split-2-name': 'Gillingham Council',
      'split-2-kind': 'district-council',
      'place-medway': 'split-2',
    };
    const wrong = await who.send(path('medway'), { ...split, 'place-medway': 'split-3' });
    expect(errorsOf(wrong)).toEqual(['Select a new body that you named above, or nobody']);
    expect(words(await who.send(path('medway'), split))).toContain(
      'Rochester Council and Gillingham Council enter the register',
    );
    expect((await who.send(path('medway'), { ...split, step: 'publish' })).status).toBe(303);
    expect(words(await who.get('/places/medway?on=2028-04-02'))).toContain('Gillingham Council');
  });

  test.each([
    [
      {},
      [
        'Select how it ends',
        'Enter the first day on which it no longer exists',
        'Enter why it ends',
        'Enter the order or decision that says so',
      ],
    ],
    [{ ...ending, kind: 'merge' }, ['Select the one body that takes its place']],
    [{ ...ending, kind: 'merge', 'merge-1': 'thanet' }, ['Select a body from the list, or a new body']],
    [{ ...ending, kind: 'merge', 'merge-1': 'nowhere' }, ['Select a body from the list, or a new body']],
    [
      { ...merging, 'merge-1-name': ' ', 'merge-1-kind': 'empire' },
      ['Enter the name of the new body', 'Select what kind of body it is'],
    ],
    [
      { ...ending, kind: 'split', 'split-1': 'swale' },
      ['Name at least two bodies that it is divided between'],
    ],
    [
      { ...ending, kind: 'split', 'split-1': 'swale', 'split-2': 'swale' },
      ['The same body is named twice. Name each body once'],
    ],
    [{ ...ending, kind: 'end', 'on-year': '1950' }, ['The day must be after the day your body was founded']],
  ])('%j is refused and nothing is changed', async (answers, sentences) => {
    const who = await acting('thanet.monitoring-officer');
    const before = await entries();
    const answered = await who.send(path('thanet'), answers);
    expect(answered.status).toBe(422);
    expect(errorsOf(answered)).toEqual(sentences);
    expect(await entries()).toBe(before);
  });
});

describe('who may open the officers’ room', () => {
  const pages = [
    'details',
    'offices/manage',
    'offices/add',
    'offices/leader/end',
    'offices/leader/holdings/add',
    'drafts',
    'rules/callIn.window/correct',
    'closures',
    'closures/add',
    'name',
    'succession',
  ];

  test.each(pages)(
    '%s: signed out to sign in, another body’s officer and a councillor not at all',
    async (page) => {
      const here = `/bodies/swale/${page}`;
      const signedOut = await visitorOf(site().address).get(here);
      expect(signedOut.to).toBe(`/sign-in?next=${encodeURIComponent(here)}`);
      const elsewhere = await (await acting('thanet.monitoring-officer')).get(here);
      expect([elsewhere.status, words(elsewhere)]).toEqual([403, expect.stringContaining('Thanet')]);
      expect((await (await acting('swale.non-executive-councillor-1')).get(here)).status).toBe(403);
      expect((await (await acting('swale.monitoring-officer')).get(here)).status).toBe(200);
    },
  );

  test('democratic services draft a rule but do not publish it, nor record the end of their body', async () => {
    const who = await acting('swale.democratic-services-officer');
    const before = await entries();
    const hidden = await who.hiddenFields('/bodies/swale/rules/callIn.window/correct');
    expect((await who.post('/bodies/swale/rules/callIn.window/check', hidden)).status).toBe(403);
    expect((await who.get('/bodies/swale/succession')).status).toBe(403);
    expect(await entries()).toBe(before);
  });

  test('a chief executive’s work names nothing that office may not do', async () => {
    const chief = await acting('dover.chief-executive');
    const [, main = ''] = /<main[^>]*>([\s\S]*)<\/main>/.exec((await chief.get('/work')).body) ?? [];
    const named = [...main.matchAll(/href="(\/[^"]*)"/g)].map(([, href = '']) => href);
    expect(named.length).toBeGreaterThan(5);
    for (const href of named) expect((await chief.get(href)).status, href).toBe(200);
    const clerk = words(await (await acting('swale.democratic-services-officer')).get('/work'));
    expect(clerk).toMatch(/Record who holds \d+ offices/);
    expect(clerk).toMatch(/Draft the confirmation of \d+ rules that readers are told to check locally/);
  });
});
