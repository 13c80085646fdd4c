import { fixedClock } from '#platform/kernel';
import { expect, test } from 'vitest';
import { useSite } from '../support/open-site.ts';
import { draftProposal } from '../support/proposal-draft.ts';
import { errorsOf, hiddenIn, words } from '../support/read-page.ts';
import { actingIn, type Visitor, visitorOf } from '../support/visitor.ts';

const site = useSite({}, fixedClock(new Date('2026-07-15T10:00:00Z')));
const acting = (officeId: string) => actingIn(site().address, officeId);
const clerk = () => acting('maidstone.democratic-services-officer');
const office = '/office/maidstone/proposals';
const page = async (path: string, who: Visitor = visitorOf(site().address)) => words(await who.get(path));

/** Begins a draft and answers where its pages are. */
async function begin(who: Visitor): Promise<string> {
  const begun = await who.send(office, {});
  expect(begun.to).toMatch(/\/drafts\/[\w-]{36}\/text$/);
  return (begun.to ?? '').replace(/\/text$/, '');
}
const keep = async (who: Visitor, path: string, answers: Readonly<Record<string, string>>) => {
  const kept = await who.send(path, answers);
  expect(kept.status, errorsOf(kept).join()).toBe(303);
  return kept.to;
};
const text = {
  title: 'A Mid Kent tree nursery',
  summary: 'Three councils grow trees together.',
  text: 'One nursery grows trees for all. Each council pays by the trees it takes.',
  'clause-1': 'That the council join the nursery',
  'effect-1': 'resolve',
  source: 'Report to the three councils',
};
const proposal = '/proposals/a-mid-kent-tree-nursery';

test('an officer drafts a proposal page by page, comes back to it, and puts it once', async () => {
  const who = await clerk();
  const draft = await begin(who);
  const empty = await who.send(`${draft}/text`, {});
  expect(errorsOf(empty)).toContain('Enter the title');
  expect(errorsOf(empty)).toContain('Enter what each party is asked to resolve');
  const more = await who.send(`${draft}/text`, { ...text, step: 'more' });
  expect(more.body).toContain('name="clause-3"');
  expect(await keep(who, `${draft}/text`, { ...text, step: 'later' })).toBe(office);
  expect(await page(office, who)).toContain('A Mid Kent tree nursery A new proposal');
  // Every page that lacks something is marked where the draft is checked, and the one that is whole is not.
  expect(await keep(who, `${draft}/text`, text)).toBe(`${draft}/parties`);
  const unfinished = await page(`${draft}/check`, who);
  expect(unfinished).toMatch(
    /Change the text Change the parties Not finished Change their approvals Not finished Change the terms Not finished/,
  );
  expect(unfinished).not.toContain('Put it to the parties');
  expect(await page('/work', who)).toContain('Finish the draft of a joint proposal: A Mid Kent tree nursery');

  expect(await keep(who, `${draft}/text`, text)).toBe(`${draft}/parties`);
  expect(await page(`${draft}/parties`, who)).toContain(
    'No rules of call-in of Dover District Council are recorded: nobody can compute when its decision takes effect.',
  );
  const one = await who.send(`${draft}/parties`, { 'party-maidstone': 'yes' });
  expect(errorsOf(one)).toEqual(['Select at least two bodies']);
  const parties = { 'party-maidstone': 'yes', 'party-swale': 'yes', 'party-dover': 'yes' };
  expect(await keep(who, `${draft}/parties`, parties)).toBe(`${draft}/approvals`);
  const suggested = await who.get(`${draft}/approvals`);
  expect(suggested.body).toMatch(/name="approval-swale.committee"[^>]* checked/);
  expect(errorsOf(await who.send(`${draft}/approvals`, { 'approval-swale.committee': 'yes' }))).toContain(
    'Select at least one approval of Dover District Council',
  );
  const approvals = {
    'approval-maidstone.executive': 'yes',
    'approval-swale.committee': 'yes',
    'approval-dover.executive': 'yes',
  };
  await keep(who, `${draft}/approvals`, approvals);
  const badTerms = await who.send(`${draft}/terms`, { needs: 'enough', atLeast: '4', start: 'all-together' });
  expect(errorsOf(badTerms)).toEqual(['The number of parties must be a whole number from 1 to 3']);
  const deadline = { 'deadline-day': '30', 'deadline-month': '9', 'deadline-year': '2026' };
  expect(await keep(who, `${draft}/terms`, { needs: 'all', start: 'all-together', ...deadline })).toBe(
    `${draft}/check`,
  );

  const checked = await who.get(`${draft}/check`);
  expect(words(checked)).toMatch(/Its monitoring officer can enter them/);
  const fields = hiddenIn(checked);
  const sent = await Promise.all([who.post(`${draft}/check`, fields), who.post(`${draft}/check`, fields)]);
  expect(sent.map(({ to }) => to)).toEqual([proposal, proposal]);
  expect(await page('/proposals')).toContain('A Mid Kent tree nursery');
  expect((await who.get(`${draft}/check`)).status).toBe(404);
});

test('its page says who has decided, what blocks it, and that nobody can date what has no rules', async () => {
  const shown = await page(proposal);
  expect(shown).toContain('0 of 3');
  expect(shown).toContain('No decision of Maidstone Borough Council’s executive is recorded.');
  expect(shown).toContain('Nobody can compute it: see why below');
  expect(shown).toContain(
    'Dover District Council’s executive: no rules of call-in of Dover District Council are recorded',
  );
  expect(shown).toContain('Nobody may start before it takes effect for all');
  expect((await visitorOf(site().address).get(`${proposal}/approvals.csv`)).body).toContain(
    'swale,Swale Borough Council,committee,not-recorded',
  );
  expect(await page(`${proposal}?on=2026-07-01`)).toContain('It had not been put on that day');
  expect(await page('/proposals?body=dover&standing=open')).toContain('A Mid Kent tree nursery');
  expect(await page('/proposals?body=thanet')).toContain('There is no joint proposal of this kind');
  const midKent = '/proposals/mid-kent-improvement-partnership';
  expect(await page(`${midKent}?on=2008-07-14`)).toContain(
    'It can be called in until 5pm on Friday 18 July 2008',
  );
  expect((await visitorOf(site().address).get('/proposals/none')).status).toBe(404);
});

test('a party finds it in its work and takes it through its own process: a draft with everything filled in', async () => {
  const swale = await acting('swale.democratic-services-officer');
  expect(await page('/work', swale)).toContain('Decide on the joint proposal: A Mid Kent tree nursery');
  const own = '/office/swale/proposals/a-mid-kent-tree-nursery';
  expect(await page(own, swale)).toContain('Take it through your own process');
  expect(errorsOf(await swale.send(own, { route: 'council' }, `${own}/take`))).toHaveLength(1);
  const taken = await swale.send(own, { route: 'committee', what: 'decision' }, `${own}/take`);
  expect(taken.to).toMatch(/^\/office\/swale\/decisions\/drafts\//);
  const draft = await swale.get(taken.to ?? '');
  expect(words(draft)).toContain('Joint proposal: A Mid Kent tree nursery');
  const refusing = { route: 'committee', what: 'decision', outcome: 'refused' };
  const refused = await swale.send(own, refusing, `${own}/take`);
  expect(await page(`${refused.to ?? ''}/clauses`, swale)).toContain('be not adopted');
  const notice = await swale.send(own, { route: 'committee', what: 'notice' }, `${own}/take`);
  expect(notice.to).toMatch(/^\/office\/swale\/notices\/drafts\//);
  expect((await swale.get(notice.to ?? '')).status).toBe(200);
});

test('only its drafter amends it; of two who amend at once the second is told what stands', async () => {
  const [first, second] = [await clerk(), await acting('maidstone.monitoring-officer')];
  const own = `${office}/a-mid-kent-tree-nursery`;
  const swale = await acting('swale.monitoring-officer');
  const theirs = '/office/swale/proposals/a-mid-kent-tree-nursery';
  expect(errorsOf(await swale.send(theirs, {}, `${theirs}/amend`))[0]).toMatch(/^Only the body that drafted/);

  const drafts: string[] = [];
  for (const who of [first, second]) {
    const begun = await who.send(own, {}, `${own}/amend`);
    const draft = (begun.to ?? '').replace(/\/text$/, '');
    const shown = await who.get(`${draft}/text`);
    expect(shown.body).toContain('A Mid Kent tree nursery');
    const kept = { ...text, text: `${text.text} It opens in May.`, clauses: '1' };
    await keep(who, `${draft}/text`, kept);
    // Whoever is left out has nothing that could stand or fall, and is not asked about.
    const all = { 'party-maidstone': 'yes', 'party-swale': 'yes', 'party-dover': 'yes' };
    await keep(who, `${draft}/parties`, { ...all, 'party-dover': '' });
    expect(await page(`${draft}/change`, who)).not.toContain('Dover');
    await keep(who, `${draft}/parties`, all);
    const change = { changed: 'It opens in May.', reason: 'Swale asked when.', 'reopens-swale': 'yes' };
    expect(await keep(who, `${draft}/change`, change)).toBe(`${draft}/check`);
    // Dover would be left bound to a text that it has not adopted.
    expect(errorsOf(await who.send(`${draft}/check`, {}))[0]).toMatch(/^What the parties are asked to adopt/);
    await keep(who, `${draft}/change`, { ...change, 'reopens-dover': 'yes' });
    drafts.push(draft);
  }
  const [one = '', other = ''] = drafts;
  expect((await first.send(`${one}/check`, {})).to).toBe(proposal);
  expect(errorsOf(await second.send(`${other}/check`, {}))[0]).toMatch(
    /^Version 2 was published while you were writing/,
  );
  expect(await page(proposal)).toContain('version 2 stands');
  const compared = await page(`${proposal}/versions/2`);
  expect(compared).toMatch(/Added:\s+It opens in May\./);
  expect(compared).toContain('What these had adopted no longer stands:');
  expect((await visitorOf(site().address).get(`${proposal}/versions/9`)).status).toBe(404);
});

test('of two officers on one draft the second is told before anything of theirs is kept', async () => {
  const [first, second] = [await clerk(), await acting('maidstone.monitoring-officer')];
  const draft = await begin(first);
  const open = hiddenIn(await second.get(`${draft}/text`));
  await keep(first, `${draft}/text`, text);
  const late = await second.post(`${draft}/text`, { ...open, ...text, title: 'Another title' });
  expect(late.status).toBe(422);
  expect(words(late)).toContain('saved this draft while you were writing');
  expect(await page(`${draft}/check`, first)).not.toContain('Another title');
  expect((await first.send(`${draft}/discard`, {})).to).toBe(office);
});

test('a party withdraws, says why, and is named as what blocks it', async () => {
  const dover = await acting('dover.leader');
  const path = '/office/dover/proposals/a-mid-kent-tree-nursery/withdraw';
  expect(errorsOf(await dover.send(path, {}))).toEqual(['Enter why your body withdraws']);
  const why = { says: 'Trees of our own', decision: '' };
  expect(errorsOf(await dover.send(path, { ...why, decision: '2026-999', step: 'publish' }))[0]).toMatch(
    /no decision of this number/,
  );
  expect(words(await dover.send(path, why))).toContain('Check the withdrawal');
  expect((await dover.send(path, { ...why, step: 'publish' })).to).toBe(proposal);
  const shown = await page(proposal);
  expect(shown).toContain('Dover District Council has withdrawn.');
  expect(shown).toContain('Failed as it stands');
});

test('nobody sees another body’s draft, whatever the application thinks', async () => {
  const id = await draftProposal(await clerk());
  const swale = await acting('swale.monitoring-officer');
  expect((await swale.get(`/office/swale/proposals/drafts/${id}/check`)).status).toBe(404);
  expect((await swale.get(`${office}/drafts/${id}/check`)).status).toBe(403);
  expect(await page('/office/swale/proposals', swale)).not.toContain('One number for noise');
  const { database } = site().test;
  const seen = await database.as({ bodyId: 'swale' }, (sql) =>
    sql.tables<{ 'drafts.draft': { id: string } }>().selectFrom('drafts.draft').select('id').execute(),
  );
  expect(seen.map((row) => row.id)).not.toContain(id);
});
