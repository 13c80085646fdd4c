import { date, instantInLondon, londonDate, time } from '#platform/kernel';
import { expectNoHorizontalScroll, useBrowser, violationsOn } from '#platform/testing';
import { expect, test } from 'vitest';
import { agreementPages, draftAgreement, keepDraftPages } from '../support/agreement-draft.ts';
import { useSite } from '../support/open-site.ts';
import { errorsOf, words } from '../support/read-page.ts';
import { boxes } from '../support/record-decision.ts';
import { actingIn, type Visitor, visitorOf } from '../support/visitor.ts';

let now = instantInLondon({ date: date('2026-07-15'), time: time('10:00') });
const on = (day: string) => {
  now = instantInLondon({ date: date(day), time: time('10:00') });
};
const site = useSite({}, { now: () => now, today: () => londonDate(now) });
const browser = useBrowser();
const acting = (officeId: string) => actingIn(site().address, officeId);
const clerkOf = (bodyId: string) => acting(`${bodyId}.democratic-services-officer`);
const page = async (path: string, who: Visitor = visitorOf(site().address)) => words(await who.get(path));
const office = '/office/maidstone/agreements';
const agreement = '/agreements/safe-swimming-in-mid-kent';

test('an officer drafts an agreement, is told what is missing, and puts it to four councils once', async () => {
  const who = await clerkOf('maidstone');
  const draft = await draftAgreement(who, {});
  expect(errorsOf(await who.send(`${draft}/about`, { how: 'signing' }))).toEqual([
    'Enter the title',
    'Enter what it is about, in a few sentences',
    'Select what kind of agreement it is',
    'Enter where it comes from',
  ]);
  expect(errorsOf(await who.send(`${draft}/parties`, { 'party-maidstone': 'yes' }))).toEqual([
    'Select at least two bodies that sign',
  ]);
  const backwards = { ...agreementPages['about'], ...boxes('until', '2026-08-31') };
  expect(errorsOf(await who.send(`${draft}/about`, backwards))).toEqual([
    'The last day of the term must be after its first day',
  ]);
  await keepDraftPages(who, draft, agreementPages);
  const others = { ...agreementPages['parties'], 'party-maidstone': '' };
  await keepDraftPages(who, draft, { parties: others });
  expect(errorsOf(await who.send(`${draft}/check`, {}))[0]).toMatch(/^Your own body leads what it drafts/);
  await keepDraftPages(who, draft, { parties: agreementPages['parties'] ?? {} });
  expect(await page(office, who)).toContain('Safe swimming in mid Kent A new agreement');
  const swale = await clerkOf('swale');
  expect((await swale.get(`${draft.replace('maidstone', 'swale')}/check`)).status).toBe(404);

  const fields = await who.hiddenFields(`${draft}/check`);
  const sent = await Promise.all([who.post(`${draft}/check`, fields), who.post(`${draft}/check`, fields)]);
  expect(sent.map(({ to }) => to)).toEqual([agreement, agreement]);
  const shown = await page(agreement);
  expect(shown).toContain('Out to be signed');
  expect(shown).toContain('Ashford Borough Council Takes part');
  expect(await page('/proposals/safe-swimming-in-mid-kent')).toContain('0 of 4');
});

/** What only the council itself knows of its decision, by the steps of its draft. */
const whole = {
  reasons: { reasons: 'It is good for children.', alternativesStated: 'none' },
  interests: { interestsStated: 'none' },
  papers: {
    reportsStated: 'some',
    reports: 'Report to the four leaders',
    backgroundStated: 'none',
    reliedOn: '',
  },
  'call-in': { sentTo: 'The Scrutiny Manager', waived: 'no' },
};

/** Takes the proposal through a council’s own process, and publishes the record of its decision. */
async function adopt(bodyId: string, route: string, maker: Readonly<Record<string, string>>): Promise<void> {
  const who = await clerkOf(bodyId);
  const own = `/office/${bodyId}/proposals/safe-swimming-in-mid-kent`;
  const taken = await who.send(own, { route, outcome: 'adopted', what: 'decision' }, `${own}/take`);
  const isExecutive = route === 'executive';
  const what = {
    title: 'Joint proposal: Safe swimming in mid Kent',
    issue: 'Whether to adopt it.',
    ...maker,
    ...boxes('taken', '2026-07-15'),
    executive: isExecutive ? 'yes' : 'no',
    key: 'no',
    historic: 'no',
  };
  const steps = { what, ...(isExecutive ? whole : {}) };
  await keepDraftPages(who, taken.to ?? '', steps);
  const done = await who.send(`${taken.to ?? ''}/check`, {});
  expect(done.status, errorsOf(done).join()).toBe(303);
}

test('four councils sign it by their own routes, and it comes into force on the day its term begins', async () => {
  const cabinet = { makerKind: 'cabinet', decisionMaker: 'The Cabinet' };
  await adopt('maidstone', 'executive', cabinet);
  await adopt('tunbridge-wells', 'executive', cabinet);
  await adopt('swale', 'committee', { makerKind: 'committee', decisionMaker: 'Policy Committee' });
  expect(await page(agreement)).toContain('No decision of Kent County Council’s Council is recorded.');
  await adopt('kent-county-council', 'council', { makerKind: 'council', decisionMaker: 'The Council' });

  const comes = 'It comes into force on 1 September 2026';
  expect(await page(agreement)).toContain(comes);
  on('2026-08-31');
  expect(await page(agreement)).toContain(comes);
  on('2026-09-01');
  expect(await page(agreement)).toContain('It has been in force since 1 September 2026.');
  expect(await page(`${agreement}?on=2026-08-01`)).toContain(comes);
  expect(await page(`${agreement}?on=2026-07-01`)).toContain('It had not been published on that day');
  expect(await page(`${agreement}?on=2029-09-01`)).toContain(
    'It is past its term, which ended on 31 August 2029',
  );
  const list = (await visitorOf(site().address).get('/agreements.csv?standing=in-force')).body;
  expect(list).toContain('safe-swimming-in-mid-kent');
  const api = await visitorOf(site().address).get('/api/agreements/safe-swimming-in-mid-kent');
  expect(JSON.parse(api.body)).toMatchObject({ standing: 'in-force', version: 1 });
});

test('an amendment is another version: the first binds until it is signed, and of two the second is told', async () => {
  const [first, second] = [await clerkOf('maidstone'), await acting('maidstone.performance-officer')];
  const own = `${office}/safe-swimming-in-mid-kent`;
  const swale = await clerkOf('swale');
  const theirs = own.replace('maidstone', 'swale');
  expect(errorsOf(await swale.send(theirs, {}, `${theirs}/amend`))[0]).toMatch(/^Only the body that keeps/);

  const drafts: string[] = [];
  for (const who of [first, second]) {
    const begun = await who.send(own, {}, `${own}/amend`);
    const draft = (begun.to ?? '').replace(/\/about$/, '');
    expect(errorsOf(await who.send(`${draft}/change`, {}))).toHaveLength(2);
    const text =
      '# What is agreed\nEvery child can swim at ten. Lifeguards are trained together.\n# Money\nPools open early for schools.';
    await keepDraftPages(who, draft, {
      text: { ...agreementPages['text'], text },
      change: { changed: 'Ten, not eleven.', reason: 'Schools asked.' },
    });
    drafts.push(draft);
  }
  const [one = '', other = ''] = drafts;
  expect((await first.send(`${one}/check`, {})).to).toBe(agreement);
  expect(errorsOf(await second.send(`${other}/check`, {}))[0]).toMatch(/^Version 2 was published while/);

  const shown = await page(agreement);
  expect(shown).toContain('It has been in force since 1 September 2026.');
  expect(shown).toContain('Version 2 is out to be signed and does not bind yet.');
  expect(shown).toContain('Every child can swim at eleven.');
  const compared = await page(`${agreement}/compare?from=1&to=2`);
  expect(compared).toMatch(/Reworded Every child can swim at\s+Removed:\s+eleven\.\s+End\./);
  expect(compared).toContain('Moved from “What is agreed” to “Money” Pools open early for schools.');
  expect(compared).toContain('Added Not in it Lifeguards are trained together.');
  expect(compared).toContain('Removed Each council pays for its own pools. Not in it');
  expect((await visitorOf(site().address).get(`${agreement}/compare.csv?from=1&to=2`)).body).toContain(
    'Reworded',
  );
  expect((await visitorOf(site().address).get(`${agreement}/compare?from=1&to=9`)).status).toBe(404);
  expect((await visitorOf(site().address).get(`${agreement}/versions/9`)).status).toBe(404);
});

test('a chapter has actions with owners and days; what is late shows by itself, and done needs evidence', async () => {
  const who = await clerkOf('maidstone');
  const path = `${office}/walking-and-cycling-in-mid-kent-maidstone`;
  const action = {
    title: 'Paint <script>alert(1)</script> lanes',
    ownerBody: 'maidstone',
    ownerOffice: 'Head of parks',
    ...boxes('due', '2026-10-31'),
    quickWin: 'yes',
    outcome: '',
    target: '',
    'milestone-1': 'Lanes chosen',
    ...boxes('milestoneDue-1', '2026-09-30'),
    source: 'Minutes',
    step: 'publish',
  };
  expect(errorsOf(await who.send(`${path}/action`, { ...action, ...boxes('due', '2027-10-31') }))[0]).toMatch(
    /^A quick win is done by the day that stands beside it/,
  );
  expect(errorsOf(await who.send(`${path}/action`, { ...action, ownerBody: 'dover' }))[0]).toMatch(
    /^The owner is not a party/,
  );
  const late = await who.hiddenFields(`${path}/action`);
  const done = await who.send(`${path}/action`, action);
  expect(done.to, errorsOf(done).join()).toBe(
    '/agreements/walking-and-cycling-in-mid-kent-maidstone/actions/3',
  );
  const stale = await who.post(`${path}/action`, { ...late, ...action, title: 'Another' });
  expect(errorsOf(stale)[0]).toMatch(/^Another officer entered something|was sent before/);

  const shown = done.to ?? '';
  expect((await visitorOf(site().address).get(shown)).body).not.toContain('<script>alert');
  expect(await page(`${shown}?on=2026-10-01`)).toContain('Lanes chosen by 30 September 2026 Overdue');
  expect(await page(`${shown}?on=2026-11-01`)).toContain('Where it is Overdue');

  const follow = `/office/maidstone${shown}`;
  const fact = {
    about: '',
    fact: 'done',
    ...boxes('on', '2026-09-01'),
    says: '',
    evidence: '',
    step: 'publish',
  };
  expect(errorsOf(await who.send(follow, fact))[0]).toMatch(/^Enter where it can be seen/);
  for (const evidence of ['javascript:alert(1)', '//other.example', '/\\other.example'])
    expect(errorsOf(await who.send(follow, { ...fact, evidence }))[0]).toMatch(/^The evidence must/);
  expect(
    errorsOf(await who.send(follow, { ...fact, evidence: '/about', ...boxes('on', '2026-12-01') }))[0],
  ).toMatch(/^The day must be today/);
  const moved = { ...fact, fact: 'moved', ...boxes('due', '2026-12-15') };
  expect(errorsOf(await who.send(follow, moved))[0]).toBe('Say why');
  expect((await who.send(follow, { ...moved, says: 'Rain' })).to).toBe(shown);
  expect(await page(`${shown}?on=2026-11-01`)).toContain('By 15 December 2026, moved once');
  expect((await who.send(follow, { ...fact, evidence: '/about' })).to).toBe(shown);
  expect(await page(`${shown}?on=2027-01-01`)).toContain('Where it is Done');
  const owner = await clerkOf('kent-county-council');
  expect(
    errorsOf(
      await owner.send(follow.replace('maidstone', 'kent-county-council'), { ...fact, evidence: '/about' }),
    )[0],
  ).toMatch(/^Another body owns this action/);
});

test('stages follow one another, each with who decided; what is signed here comes into force by itself', async () => {
  const who = await clerkOf('maidstone');
  const path = `${office}/safe-swimming-in-mid-kent/stage`;
  const stage = {
    stage: 'draft',
    ...boxes('on', '2026-07-10'),
    precision: 'day',
    says: '',
    decision: '',
    source: 'Minutes',
    step: 'publish',
  };
  expect(errorsOf(await who.send(path, { ...stage, stage: 'in-force' }))[0]).toMatch(
    /comes into force by itself/,
  );
  expect(errorsOf(await who.send(path, { ...stage, stage: 'negotiation' }))[0]).toMatch(
    /^This stage cannot follow/,
  );
  expect(errorsOf(await who.send(path, { ...stage, decision: '/decisions/maidstone/2099-001' }))[0]).toMatch(
    /^No decision with this address/,
  );
  // Nobody closes what was not in force on that day: the eve of its term, or one that is out to be signed.
  const closed = { ...stage, stage: 'closed', ...boxes('on', '2026-08-31') };
  const unsigned = `${office}/walking-and-cycling-in-mid-kent-maidstone/stage`;
  for (const form of [path, unsigned])
    expect(errorsOf(await who.send(form, closed))[0]).toMatch(/closed only once it is in force/);
  const late = await who.hiddenFields(path);
  expect((await who.send(path, stage)).to).toBe(agreement);
  expect(
    errorsOf(await who.post(path, { ...late, ...stage, submission: 'x'.repeat(22), source: 'Others' })),
  ).toHaveLength(1);
  expect(await page(agreement)).toMatch(/Drafted 10 July 2026 .* In force 1 September 2026/);
});

test('Kent’s agreements are shown as their papers have them, gaps and all', async () => {
  const two = await page('/agreements/kent-agreement-two');
  expect(two).toContain('It was closed on 31 March 2011.');
  expect(two).toContain(
    'Not recorded: directed, negotiated, signed, submitted, approved, targets designated, in force, refreshed.',
  );
  expect(two).toContain('At most 35');
  expect(two).toContain('No chapter of a place is recorded.');
  const commitment = await page('/agreements/kent-commitment');
  expect(commitment).toContain('in summer 2007 No evidence held');
  expect(commitment).toContain('in autumn 2009 No evidence held');
  expect(commitment).toContain('Renewed by The Kent Recommitment');
  expect(await page('/bodies/ashford')).toContain('The Kent Recommitment');
  expect(await page('/places/maidstone')).toContain('Maidstone’s chapter');
  const chapters = '/agreements/walking-and-cycling-in-mid-kent/chapters';
  expect(await page(chapters)).toMatch(/Maidstone .*\d targets?.*; \d actions?/);
  const anybody = visitorOf(site().address);
  expect((await anybody.get(`${chapters}.csv`)).body).toContain('walking-and-cycling-in-mid-kent-maidstone');
  expect(await page('/agreements/kent-agreement-two/chapters')).toContain(
    'No chapter of a place is recorded.',
  );
  expect((await anybody.get('/agreements/none/chapters')).status).toBe(404);
  expect((await visitorOf(site().address).get('/agreements/none')).status).toBe(404);
});

test(
  'an officer and a reader on a narrow screen can use every page of it',
  { timeout: 120_000 },
  async () => {
    const who = await clerkOf('maidstone');
    const begun = await who.send(
      `${office}/walking-and-cycling-in-mid-kent`,
      {},
      `${office}/walking-and-cycling-in-mid-kent/chapter`,
    );
    const draft = (begun.to ?? '').replace(/\/about$/, '');
    const chapter = '/agreements/walking-and-cycling-in-mid-kent-maidstone';
    const paths = [
      '/agreements',
      agreement,
      `${agreement}/compare?from=1&to=2`,
      `${agreement}/versions/2`,
      `${chapter}/actions/3`,
      office,
      `${office}/safe-swimming-in-mid-kent`,
      `${office}/safe-swimming-in-mid-kent/stage`,
      `/office/maidstone${chapter}/actions/3`,
      `/office/maidstone${chapter}/action`,
      ...['about', 'parties', 'signing', 'text', 'outcomes', 'check', 'discard'].map(
        (part) => `${draft}/${part}`,
      ),
    ];
    const reader = await browser.visitor({ width: 'phone', theme: 'light', javaScript: true });
    const session = {
      name: 'accord-session',
      value: who.cookie('accord-session') ?? '',
      url: site().address,
    };
    await reader.context().addCookies([session]);
    const found: string[] = [];
    for (const path of paths) {
      const shown = await reader.goto(site().address + path);
      if (shown?.status() !== 200) found.push(`${path} answers ${shown?.status()}`);
      await expectNoHorizontalScroll(reader);
      found.push(...(await violationsOn(reader)).map((violation) => `${path}: ${violation}`));
    }
    expect(found).toEqual([]);
  },
);
