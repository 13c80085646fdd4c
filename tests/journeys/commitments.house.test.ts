import { date } from '#platform/kernel';
import { entriesOfAct } from '#platform/record';
import { expect, test } from 'vitest';
import { systemClock } from '../../src/app/system-clock.ts';
import { errorsOf, hiddenIn, words } from '../support/read-page.ts';
import { hostileTexts } from '../access/hostile-texts.ts';
import { smuggledInto } from '../access/markup.ts';
import { useSite } from '../support/open-site.ts';
import { actingIn, visitorOf } from '../support/visitor.ts';

const site = useSite();
const office = '/office/maidstone/commitments';
const own = `${office}/maidstone/1`;
const page = '/commitments/maidstone/1';
const made = dayBefore(100);
const due = dayBefore(10);
const markup = '<canary>"Rounds" & routes</canary>';

const promise = {
  promise: 'Publish the rounds of every bin lorry.',
  collectionId: 'maidstone',
  document: 'Waste plan',
  cites: 'paragraph 4',
  ...boxes('from', made),
  measure: 'event',
  measuredBy: 'The rounds are published, or they are not.',
  'topic-waste': 'yes',
};
const said = (on: string, says = '') => ({ ...boxes('on', on), says, source: 'Minutes, item 2' });

test('a promise is kept in the open: recorded, dated, slipped by itself, judged with evidence, answered, opened again', async () => {
  const { address, test: database } = site();
  const keeper = await actingIn(address, 'maidstone.performance-officer');
  const scrutiny = await actingIn(address, 'maidstone.scrutiny-officer');
  const leader = await actingIn(address, 'maidstone.leader');
  const reader = visitorOf(address);

  // It is recorded once, however often the form is sent; what is missing is said at once.
  expect(errorsOf(await keeper.send(`${office}/new`, {}))).toEqual([
    'Enter where it belongs',
    'Enter what was promised',
    'Enter the document it stands in',
    'Enter the part or paragraph of the document',
    'Enter the day it was promised',
    'Select how it can be told whether it was kept',
    'Enter by what it can be told, or why it cannot',
  ]);
  const foreign = await keeper.send(`${office}/new`, {
    ...promise,
    collectionId: 'bold-steps',
    step: 'publish',
  });
  expect(errorsOf(foreign)).toEqual(['Select your body’s own register or a document that your body keeps']);
  const checked = await keeper.send(`${office}/new`, promise);
  expect(words(checked)).toContain('Done or not done, with no date given');
  const fields = { ...hiddenIn(checked), step: 'publish' };
  expect((await keeper.post(`${office}/new`, fields)).to).toBe(page);
  expect((await keeper.post(`${office}/new`, fields)).to).toBe(page);
  expect(await entriesOfAct(database.database, 'agreements.commitment.recorded')).toBe(1);
  const fresh = words(await reader.get(page));
  expect(fresh).toContain('No office is named.');
  expect(fresh).toContain('No evidence is held. That says nothing of whether the promise was kept.');

  // An office answers for it, and a milestone is set whose day has passed: it has slipped without anybody saying so.
  expect((await keeper.send(`${own}/owner`, { officeId: 'maidstone.leader', ...said(made) })).to).toBe(page);
  const elsewhere = { officeId: 'swale.leader', ...said(made) };
  expect(errorsOf(await keeper.send(`${own}/owner`, elsewhere))).toEqual([
    'Select an office that your body has on that day',
  ]);
  const milestone = { what: markup, precision: 'day', ...boxes('by', due), ...said(made) };
  expect((await keeper.send(`${own}/milestone`, milestone)).to).toBe(page);
  const slipped = await reader.get(page);
  expect(slipped.body).not.toContain('<canary>');
  expect(words(slipped)).toContain('1 set, 0 met, 1 slipped.');
  expect(words(slipped)).toContain('Leader of the Council');
  expect(words(await reader.get(`${page}?on=${due}`))).toContain('1 set, 0 met, 0 slipped.');
  expect(words(await keeper.get('/work'))).toContain('A milestone has slipped');
  expect(words(await reader.get('/commitments?standing=slipped&body=maidstone'))).toContain(
    'Publish the rounds',
  );

  // Nothing is said of its end without evidence, and evidence must be somewhere.
  const notKept = { status: 'not-kept', ...said(dayBefore(5), 'Two rounds of seven are published.') };
  expect(errorsOf(await scrutiny.send(`${own}/status`, notKept))).toEqual([
    'Select the evidence that shows it, or add evidence first. Nothing stands here without',
  ]);
  const evidence = {
    evidence: 'link',
    at: 'javascript:canary()',
    ...said(dayBefore(6), 'Two rounds are there.'),
  };
  expect(errorsOf(await scrutiny.send(`${own}/evidence`, evidence))).toEqual([
    'Enter a whole web address, like https://www.kent.gov.uk/report, or the title of the paper',
  ]);
  const nowhere = { ...evidence, evidence: 'decision', at: '/decisions/maidstone/1999-999' };
  expect(errorsOf(await scrutiny.send(`${own}/evidence`, nowhere))[0]).toContain('There is no such decision');
  const unread = { ...evidence, evidence: 'reading', at: '/series/nothing/maidstone' };
  expect(errorsOf(await scrutiny.send(`${own}/evidence`, unread))[0]).toContain(
    'No readings are published there',
  );
  expect((await scrutiny.send(`${own}/evidence`, { ...evidence, at: 'https://example.org/rounds' })).to).toBe(
    page,
  );
  const early = { ...notKept, ...said(dayBefore(7), 'Too early'), 'evidence-3': 'yes' };
  expect(errorsOf(await scrutiny.send(`${own}/status`, early))[0]).toContain('was not held by that day');

  // Two officers at once: the second is shown what the first said, and says it again if it still holds.
  const open = await scrutiny.hiddenFields(`${own}/status`);
  expect((await scrutiny.send(`${own}/status`, { ...notKept, 'evidence-3': 'yes' })).to).toBe(page);
  const stale = await scrutiny.post(`${own}/status`, { ...open, ...notKept, 'evidence-3': 'yes' });
  expect(stale.status).toBe(422);
  expect(words(stale)).toContain('Something was said of this commitment while you were writing');
  expect(words(stale)).toContain('Two rounds of seven are published.');
  expect(errorsOf(await scrutiny.send(`${own}/status`, { ...notKept, 'evidence-3': 'yes' }))).toEqual([
    'It is said already how this promise ended. Open it again first if that was wrong',
  ]);

  // Whoever answers for it has a right of reply, beside what is said; nobody else has.
  expect(words(await leader.get('/work'))).toContain('You may reply to what is said of a commitment');
  const reply = { to: '4', ...said(dayBefore(4), 'The other five follow in May.') };
  expect((await leader.send(`${own}/reply`, reply)).to).toBe(page);
  expect(words(await leader.get('/work'))).not.toContain('You may reply to what is said of a commitment');
  expect(words(await reader.get(page))).toMatch(
    /Two rounds of seven are published\..*Reply of Leader.*The other five follow in May\./,
  );
  expect((await leader.get(`${own}/status`)).status).toBe(403);
  expect((await (await actingIn(address, 'swale.leader')).get(`${own}/reply`)).status).toBe(403);

  // It is opened again, the milestone is met with what shows it, and only then is it kept.
  expect((await keeper.send(`${own}/reopen`, said(dayBefore(3), 'All seven are there.'))).to).toBe(page);
  expect(words(await reader.get(page))).toContain('It was opened again');
  const progress = `${own}/milestones/2`;
  expect(errorsOf(await keeper.send(progress, { kind: 'met', ...said(dayBefore(2)) }))[0]).toContain(
    'Select the evidence that shows it',
  );
  expect((await keeper.send(progress, { kind: 'met', 'evidence-3': 'yes', ...said(dayBefore(2)) })).to).toBe(
    page,
  );
  expect((await keeper.get(`${own}/milestones/9`)).status).toBe(404);
  const kept = {
    status: 'kept',
    'evidence-3': 'yes',
    ...said(dayBefore(1), 'All seven rounds are published.'),
  };
  expect((await keeper.send(`${own}/status`, kept)).to).toBe(page);
  const done = words(await reader.get(page));
  expect(done).toContain('later than first promised');
  expect(done).toContain('1 set, 1 met, 0 slipped.');
  expect(words(await reader.get(`${page}?on=${dayBefore(5)}`))).toContain('Not kept, as said on');
  const csv = (await reader.get(`${page}/facts.csv`)).body;
  expect(csv).toContain('status,All seven rounds are published.,kept');
});

test('links and joins lead to things that are there, and are shown on both sides', async () => {
  const { address } = site();
  const keeper = await actingIn(address, 'maidstone.performance-officer');
  const reader = visitorOf(address);
  const decision = '/decisions/maidstone/2008-001';
  const link = (at: string) => keeper.send(`${own}/link`, { at, ...said(dayBefore(1)) });
  expect(errorsOf(await link('/decisions/maidstone/1999-001'))[0]).toContain('There is no such page here');
  expect(errorsOf(await link('/office/maidstone'))[0]).toContain('There is no such page here');
  expect(errorsOf(await link(page))).toEqual([
    'This is the address of the commitment itself. Enter that of the other thing',
  ]);
  expect((await link(`${address}${decision}?on=2020-01-01`)).to).toBe(page);
  expect(errorsOf(await link(decision))).toEqual(['It is linked with this page already']);
  const proposal = '/proposals/walking-and-cycling-in-mid-kent';
  expect((await link(proposal)).to).toBe(page);
  expect((await reader.get(proposal)).body).toContain(`href="${page}"`);
  expect((await link('/commitments/kent-commitment/KC-02d')).to).toBe(page);
  expect((await reader.get(page)).body).toContain(`href="${decision}"`);
  expect((await reader.get(decision)).body).toContain(`href="${page}"`);
  expect((await reader.get('/outcomes/kent-commitment/4')).body).toContain(
    'href="/commitments/kent-commitment/KC-02d"',
  );
  expect((await reader.get('/commitments/kent-commitment/KC-02d')).body).toContain(`href="${page}"`);
  const back = { at: decision, ...said(dayBefore(1), 'It was another decision.') };
  expect((await keeper.send(`${own}/unlink`, back)).to).toBe(page);
  expect(words(await reader.get(page))).not.toContain('Decision: ');
  expect((await reader.get(decision)).body).not.toContain(`href="${page}"`);

  // The same promise, recorded twice, is told once: where it is joined, with both its places.
  const again = { ...promise, promise: 'Tell everybody the rounds.', document: 'Annual report' };
  const second = await keeper.send(`${office}/new`, { ...again, step: 'publish' });
  expect(second.to).toBe('/commitments/maidstone/2');
  const join = (at: string) => keeper.send(`${office}/maidstone/2/join`, { at, ...said(dayBefore(1)) });
  expect(errorsOf(await join('/commitments/bold-steps/ES-27'))[0]).toContain('is not one of your body’s');
  expect((await join(page)).to).toBe('/commitments/maidstone/2');
  expect(words(await reader.get(page))).toContain('Annual report');
  expect(words(await reader.get('/commitments/maidstone/2'))).toContain('It is the same promise as');
  const list = (await reader.get('/commitments.csv?collection=maidstone')).body;
  expect(list).toContain('Publish the rounds');
  expect(list).not.toContain('Tell everybody the rounds');
  const round = { at: '/commitments/maidstone/2', ...said(dayBefore(1)) };
  expect(errorsOf(await keeper.send(`${own}/join`, round))[0]).toContain('is itself told with another');
  const late = { evidence: 'paper', at: 'Report, page 2', ...said(dayBefore(0), 'Late') };
  expect(errorsOf(await keeper.send(`${office}/maidstone/2/evidence`, late))[0]).toContain('Say it there');
});

test('a milestone that a condition of scrutiny watches reaches its committee when it is missed, and leaves when it is met', async () => {
  const { address } = site();
  const scrutiny = await actingIn(address, 'maidstone.scrutiny-officer');
  const leader = await actingIn(address, 'maidstone.leader');
  const keeper = await actingIn(address, 'maidstone.performance-officer');
  const reader = visitorOf(address);
  const recommendations = '/office/maidstone/recommendations';
  const committee = 'maidstone.overview-and-scrutiny-committee';
  const report = {
    title: 'Bins',
    committeeId: committee,
    ...boxes('madeOn', dayBefore(90)),
    addressedTo: 'The Cabinet',
    ...boxes('receivedOn', dayBefore(90)),
    'text-1': 'That rounds be published',
    'conditions-1': 'Street names are published too',
    source: 'Minutes, item 7',
    step: 'publish',
  };
  const published = (await scrutiny.send(`${recommendations}/new`, report)).to ?? '';
  const number = published.slice(published.lastIndexOf('/') + 1);
  await leader.send(`${recommendations}/${number}/response`, {
    'outcome-1': 'accepted',
    ...boxes('on', dayBefore(80)),
    source: 'Cabinet minutes',
    step: 'publish',
  });
  const third = { ...promise, promise: 'Publish street names.', step: 'publish' };
  const promised = (await keeper.send(`${office}/new`, third)).to ?? '';
  const keeping = `/office/maidstone${promised}`;
  const undated = { what: 'Street names published', precision: 'day', ...said(made) };
  expect((await keeper.send(`${keeping}/milestone`, undated)).to).toBe(promised);

  const watch = `${recommendations}/${number}/conditions/1.1/watch`;
  const watched = { what: `${promised}#milestone-1`, ...boxes('on', dayBefore(70)), source: 'Minutes' };
  expect((await scrutiny.send(`${watch}?kind=milestone`, watched, watch)).status).toBe(303);
  expect(words(await reader.get(published))).not.toContain('1 condition of this report has slipped');

  // The commitment’s keeper says it was missed: the committee’s next agenda has it, and nobody else had to do anything.
  const missed = { kind: 'missed', ...said(dayBefore(3), 'Nobody had the list.') };
  expect((await keeper.send(`${keeping}/milestones/1`, missed)).to).toBe(promised);
  expect(words(await reader.get(published))).toContain('1 condition of this report has slipped');
  const clerk = await actingIn(address, 'maidstone.democratic-services-officer');
  const called = await clerk.send('/office/maidstone/meetings/call', {
    committee,
    ...boxes('on', dayBefore(-30)),
    at: '18:30',
    place: 'Town Hall, Maidstone',
    part: 'public',
    step: 'publish',
  });
  const meeting = (called.to ?? '').slice((called.to ?? '').lastIndexOf('/') + 1);
  const desk = words(await clerk.get(`/office/maidstone/meetings/${meeting}`));
  expect(desk).toContain('A condition of this committee has slipped');

  const shown = {
    evidence: 'paper',
    at: 'List of streets',
    ...said(dayBefore(2), 'All streets are listed.'),
  };
  await keeper.send(`${keeping}/evidence`, shown);
  const met = { kind: 'met', 'evidence-3': 'yes', ...said(dayBefore(1)) };
  expect((await keeper.send(`${keeping}/milestones/1`, met)).to).toBe(promised);
  expect(words(await reader.get(published))).not.toContain('1 condition of this report has slipped');
  expect(words(await clerk.get(`/office/maidstone/meetings/${meeting}`))).not.toContain(
    'A condition of this committee has slipped',
  );
});

test('the register is narrowed down by document, part, standing, measure and words; any number of a promise leads to it', async () => {
  const { address } = site();
  const reader = visitorOf(address);
  const names = async (query: string) =>
    (await reader.get(`/commitments.csv?collection=bold-steps${query}`)).body
      .split('\r\n')
      .slice(1)
      .flatMap((line) => line.split(',')[1] ?? []);
  expect(await names('')).toHaveLength(174);
  expect(await names('&standing=slipped')).toEqual(['ES-27', 'C1-01', 'C3-05']);
  expect(await names('&standing=slipped&on=2014-12-31')).toEqual([]);
  expect(await names('&measure=figure&text=350%20APPRENTICES')).toEqual(['ES-27']);
  expect(await names(`&chapter=${encodeURIComponent('Foreword')}`)).toEqual(['FW-1', 'FW-2', 'FW-3']);
  expect(await names('&text=100%25_')).toEqual([]);
  const landing = words(await reader.get('/commitments?collection=bold-steps'));
  expect(landing).toContain('No evidence held : 174');
  expect(landing).toContain('174 commitments, 1 to 50');
  expect((await reader.get('/commitments?page=99')).status).toBe(404);
  const schema = JSON.parse((await reader.get('/commitments.schema.json')).body) as { fields: unknown };
  expect(schema.fields).toContainEqual({ name: 'slippedSince', title: 'Slipped since', type: 'date' });
  expect(words(await reader.get('/commitments/bold-steps/C2-17'))).toContain('Commitment ES-27');
  const api = await reader.get('/api/commitments/bold-steps/C2-17');
  expect(JSON.parse(api.body)).toMatchObject({ commitment: { number: 'ES-27', status: 'no-evidence' } });
  for (const missing of ['bold-steps/ES-99', 'nowhere/1', 'bold-steps/ES-27?on=2010-11-30', 'bold-steps/%00'])
    expect((await reader.get(`/commitments/${missing}`)).status).toBe(404);
});

test('whatever is typed stays the text it is, on every page and in every file', async () => {
  const { address } = site();
  const keeper = await actingIn(address, 'maidstone.performance-officer');
  const reader = visitorOf(address);
  const texts = hostileTexts.filter((text) => text.length < 250);
  const recorded = await keeper.send(`${office}/new`, {
    ...promise,
    promise: texts.slice(0, 8).join(' '),
    document: texts.find((text) => text.includes('script')) ?? markup,
    cites: markup,
    measuredBy: markup,
    note: markup,
    step: 'publish',
  });
  const there = recorded.to ?? '';
  expect(there).toMatch(/^\/commitments\/maidstone\/\d+$/);
  const form = `/office/maidstone${there}/evidence`;
  // Several at a time, so that every text comes back without as many forms.
  for (let from = 0; from < texts.length; from += 12) {
    const says = texts.slice(from, from + 12).join(' ');
    const typed = {
      evidence: 'paper',
      at: texts[from] ?? '',
      ...boxes('on', dayBefore(1)),
      says,
      source: markup,
    };
    const answered = await keeper.send(form, typed);
    expect([303, 422]).toContain(answered.status);
    expect(smuggledInto(answered.body)).toEqual([]);
  }
  for (const path of [
    there,
    '/commitments?body=maidstone',
    '/bodies/maidstone',
    `/office/maidstone${there}/status`,
  ])
    expect(smuggledInto((await (path.startsWith('/office') ? keeper : reader).get(path)).body)).toEqual([]);
  const asked = new URLSearchParams({
    text: texts.slice(0, 5).join(' '),
    collection: markup,
    chapter: markup,
  });
  const answered = await reader.get(`/commitments?${asked.toString()}`);
  expect(answered.status).toBe(200);
  expect(smuggledInto(answered.body)).toEqual([]);
});

function dayBefore(days: number): string {
  const day = new Date(`${systemClock.today()}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() - days);
  return date(day.toISOString().slice(0, 10));
}

function boxes(name: string, on: string): Readonly<Record<string, string>> {
  const [y = '', m = '', d = ''] = on.split('-');
  return { [`${name}-day`]: d, [`${name}-month`]: m, [`${name}-year`]: y };
}
