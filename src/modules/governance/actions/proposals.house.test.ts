import { type Actor, date, londonDate, londonTime } from '#platform/kernel';
import type { ActServices } from '#platform/record';
import { describe, expect, test } from 'vitest';
import type { NewDecision } from '../domain/decision/new-decision.ts';
import type { NewVersion } from '../domain/proposal/accept-proposal.ts';
import type { AdoptionLink } from '../domain/proposal/adoption-link.ts';
import { whatBlocks } from '../domain/proposal/what-blocks.ts';
import { proposalAt } from '../queries/proposal-at.ts';
import { proposalChangesAt } from '../queries/proposal-changes-at.ts';
import { aClause, aDecision, governanceForTest, momentOf, officerOf, publishedForTest } from '../testing.ts';
import { receiveCallIn } from './call-in/receive-call-in.ts';
import { recordSteps } from './call-in/record-step.ts';
import { publishDecision } from './publish-decision.ts';
import { amendProposal, putProposal } from './put-proposal.ts';
import { withdrawFromProposal } from './withdraw-from-proposal.ts';

const clerk = officerOf('maidstone', 'democratic-services');
const waste: NewVersion = {
  title: 'A Mid Kent waste partnership',
  summary: 'Four councils collect waste together.',
  text: 'The councils share one contract. Maidstone keeps the accounts.',
  clauses: [{ number: '1', effect: 'executive', text: 'That the council enter the partnership' }],
  parties: [
    { bodyId: 'maidstone', approvals: ['executive'] },
    { bodyId: 'kent-county-council', approvals: ['executive', 'council'] },
    { bodyId: 'swale', approvals: ['committee'] },
    { bodyId: 'tunbridge-wells', approvals: ['executive'] },
  ],
  needs: 'all',
  deadline: date('2026-09-30'),
  start: 'all-together',
  reopens: [],
  changed: '',
  reason: '',
  places: [],
  topics: ['waste'],
  source: 'Report to the four councils',
};
const id = 'a-mid-kent-waste-partnership';

const adopts = (
  by: AdoptionLink['by'],
  outcome: AdoptionLink['outcome'] = 'adopted',
  version = 1,
): AdoptionLink => ({
  proposalId: id,
  version,
  outcome,
  by,
});
/** A decision of a body on the proposal, taken and published on the day of the services. */
const decides = (services: ActServices, bodyId: string, given: Partial<NewDecision>) =>
  publishedForTest(services, {
    bodyId,
    title: `${bodyId} decides on waste`,
    takenOn: londonDate(services.clock.now()),
    ...given,
  });
const cabinet = (services: ActServices, bodyId: string, given: Partial<NewDecision> = {}) =>
  decides(services, bodyId, { adopts: adopts({ executive: '1' }), ...given });
const resolves = (
  services: ActServices,
  bodyId: string,
  makerKind: 'council' | 'committee',
  given: Partial<NewDecision> = {},
) =>
  decides(services, bodyId, {
    makerKind,
    decisionMaker: makerKind === 'council' ? 'The Council' : 'The Policy Committee',
    isExecutive: false,
    isKey: false,
    clauses: [aClause({ effect: 'resolve', text: 'That the partnership be entered' })],
    adopts: adopts({ [makerKind]: '1' }),
    ...given,
  });

const stood = async ({ database }: ActServices, moment: string) => {
  const found = await proposalAt(database, id, momentOf(moment));
  if (found === undefined) throw new Error('It was not put');
  const { matrix, judged, bodies } = found;
  const cells = matrix.cells.map(
    ({ party, approval, cell }) => [`${party.bodyId} ${approval}`, cell.cell] as const,
  );
  return {
    ...matrix.outcome,
    cells: Object.fromEntries(cells),
    blocked: whatBlocks(matrix, judged, (each) => bodies.get(each)?.name ?? each)?.first,
    mayStart: [...matrix.mayStart.keys()],
  };
};
async function putForTest(given: Partial<NewVersion> = {}) {
  const made = await governanceForTest();
  expect(await putProposal(made.services, clerk, { ...waste, ...given })).toEqual({
    ok: true,
    value: { id, number: 1 },
  });
  return made;
}

describe('four councils and one proposal', () => {
  test('each adopts by its own route; a call-in stops it and moves the date; it takes effect with the last', async () => {
    const { services, at } = await putForTest();
    expect(await stood(services, '2026-07-15 10:00')).toMatchObject({ outcome: 'waiting', mayStart: [] });
    const maidstone = await cabinet(at('2026-07-16 10:00'), 'maidstone');
    // Kent’s Cabinet adopts and recommends to its Council in one record.
    const kent = await cabinet(at('2026-07-16 11:00'), 'kent-county-council', {
      clauses: [
        aClause(),
        aClause({ number: '2', effect: 'recommend-to-council', text: 'That the Council agree' }),
      ],
      adopts: adopts({ executive: '1', council: '2' }),
    });
    await resolves(at('2026-07-17 10:00'), 'swale', 'committee');
    const wells = await cabinet(at('2026-07-17 12:00'), 'tunbridge-wells');
    const waiting = await stood(services, '2026-07-17 13:00');
    expect(waiting.blocked?.what).toMatch(
      /has been asked to adopt it, and that has no effect before the Council resolves/,
    );
    expect(waiting.cells).toMatchObject({
      'swale committee': 'in-effect',
      'maidstone executive': 'about-to-take-effect',
    });
    expect([maidstone.reference, kent.reference]).toEqual(['2026-001', '2026-001']);

    await resolves(at('2026-07-22 20:00'), 'kent-county-council', 'council', {
      title: 'The Council on waste',
    });
    const agreed = await stood(services, '2026-07-22 21:00');
    // The cached page turns by itself: when Maidstone’s window closes, at five on Thursday 23 July.
    const found = await proposalAt(services.database, id, momentOf('2026-07-22 21:00'));
    const turns = found && proposalChangesAt(found, momentOf('2026-07-22 21:00'));
    expect(turns && londonTime(turns)).toEqual({ date: '2026-07-23', time: '17:00' });
    expect(agreed).toMatchObject({ outcome: 'agreed' });

    const scrutiny = officerOf('tunbridge-wells', 'scrutiny', 'scrutiny-officer');
    const received = await receiveCallIn(at('2026-07-23 09:00'), scrutiny, {
      decisionId: wells.id,
      officeIds: ['tunbridge-wells.non-executive-councillor-1'],
      received: momentOf('2026-07-22 16:00'),
      grounds: 'No other contract was looked at',
    });
    expect(received.ok, JSON.stringify(received)).toBe(true);
    const stopped = await stood(services, '2026-07-23 10:00');
    expect(stopped).toMatchObject({
      outcome: 'waiting',
      earliest: undefined,
      blocked: { what: 'The decision of Tunbridge Wells Borough Council’s executive is called in.' },
    });
    const heard = momentOf('2026-07-30 19:00');
    const released = {
      kind: 'hearing',
      outcome: 'released',
      at: heard,
      byWhom: 'Scrutiny',
      says: 'It was looked at.',
    } as const;
    const step = { ...released, meetingId: undefined, leadsTo: undefined, source: 'Minutes' };
    expect((await recordSteps(at('2026-07-30 20:00'), scrutiny, wells.id, [step])).ok).toBe(true);
    expect(await stood(services, '2026-07-30 20:00')).toMatchObject({ outcome: 'in-effect', from: heard });
    // What binds all of them its drafter cannot rewrite or reopen alone.
    const rewritten = { ...waste, text: 'Maidstone keeps the savings.', changed: 'Savings', reason: 'None' };
    for (const reopens of [[], waste.parties.map(({ bodyId }) => bodyId)])
      expect(await amendProposal(at('2026-08-03 12:00'), clerk, id, { ...rewritten, reopens }, 1)).toEqual({
        ok: false,
        error: 'agreed-already',
      });
    const later = await stood(services, '2026-08-03 12:00');
    expect(later).toMatchObject({
      outcome: 'in-effect',
      mayStart: ['maidstone', 'kent-county-council', 'swale', 'tunbridge-wells'],
    });
    // As it stood: on the day it was put nothing had been decided.
    expect((await stood(services, '2026-07-15 23:00')).cells).toMatchObject({
      'swale committee': 'not-recorded',
    });
  });

  test('one refuses, the drafter amends, and it adopts the new version while the others’ adoptions stand', async () => {
    const { services, at } = await putForTest({ needs: 'all' });
    await cabinet(at('2026-07-16 10:00'), 'maidstone');
    await resolves(at('2026-07-16 11:00'), 'swale', 'committee', {
      clauses: [aClause({ effect: 'note', text: 'That the proposal be not adopted' })],
      adopts: adopts({ committee: '1' }, 'refused'),
    });
    const refused = await stood(services, '2026-07-17 10:00');
    expect(refused).toMatchObject({ outcome: 'failing' });
    expect(refused.blocked?.who).toMatch(
      /can decide again, or Maidstone Borough Council can amend the proposal/,
    );

    const amended = {
      ...waste,
      text: `${waste.text} Swale pays less.`,
      changed: 'Swale pays less.',
      reason: 'Swale asked.',
    };
    const later = at('2026-07-18 10:00');
    const swale = officerOf('swale', 'democratic-services');
    expect(await amendProposal(later, swale, id, amended, 1)).toEqual({
      ok: false,
      error: 'not-the-drafter',
    });
    expect(await amendProposal(later, clerk, id, { ...amended, reason: '' }, 1)).toEqual({
      ok: false,
      error: 'reason-missing',
    });
    expect(
      await amendProposal(later, clerk, id, { ...waste, changed: 'Nothing', reason: 'None' }, 1),
    ).toEqual({
      ok: false,
      error: 'nothing-changed',
    });
    // Its own adoption may go on standing; no other council’s stands for a text that it has not seen.
    const unasked = { ...amended, reopens: ['tunbridge-wells', 'swale'] };
    expect(await amendProposal(later, clerk, id, unasked, 1)).toEqual({ ok: false, error: 'binds-unasked' });
    const change = { ...amended, reopens: ['tunbridge-wells', 'swale', 'kent-county-council'] };
    const first = await amendProposal(later, clerk, id, change, 1);
    const second = await amendProposal(later, clerk, id, { ...change, changed: 'The same, otherwise' }, 1);
    expect(first).toEqual({ ok: true, value: { id, number: 2 } });
    expect(second).toMatchObject({ ok: false, error: { stale: { number: 2 } } });
    expect((await stood(services, '2026-07-18 11:00')).cells).toMatchObject({
      'maidstone executive': 'about-to-take-effect',
      'swale committee': 'reopened',
    });
    await resolves(at('2026-07-20 10:00'), 'swale', 'committee', {
      title: 'Swale decides again',
      adopts: adopts({ committee: '1' }, 'adopted', 2),
    });
    expect((await stood(services, '2026-07-20 11:00')).cells).toMatchObject({
      'swale committee': 'in-effect',
    });
    expect((await stood(services, '2026-07-17 11:00')).cells).toMatchObject({ 'swale committee': 'refused' });
  });

  test('where two of four are enough, each may start once it is ready, and a withdrawn party stays out', async () => {
    const { services, at } = await putForTest({ needs: { atLeast: 2 }, start: 'each-when-ready' });
    const kent = officerOf('kent-county-council', 'leader');
    const left = { says: 'The cost is too high', decisionId: undefined };
    expect(await withdrawFromProposal(at('2026-07-16 09:00'), kent, id, left)).toEqual({
      ok: true,
      value: undefined,
    });
    expect(await withdrawFromProposal(at('2026-07-16 09:30'), kent, id, left)).toEqual({
      ok: false,
      error: 'withdrawn-already',
    });
    expect(await withdrawFromProposal(services, officerOf('dover', 'leader'), id, left)).toEqual({
      ok: false,
      error: 'not-a-party',
    });
    await resolves(at('2026-07-16 10:00'), 'swale', 'committee');
    expect(await stood(services, '2026-07-16 11:00')).toMatchObject({
      outcome: 'waiting',
      mayStart: ['swale'],
    });
    await cabinet(at('2026-07-16 12:00'), 'maidstone');
    expect(await stood(services, '2026-08-03 12:00')).toMatchObject({
      outcome: 'in-effect',
      mayStart: ['maidstone', 'swale'],
      cells: { 'kent-county-council executive': 'withdrawn' },
    });
    expect(
      await withdrawFromProposal(at('2026-08-03 12:00'), officerOf('swale', 'leader'), id, left),
    ).toEqual({
      ok: false,
      error: 'in-effect-already',
    });
  });

  test('the deadline passes; an adoption after it does not count', async () => {
    const { services, at } = await putForTest({ deadline: date('2026-07-20') });
    await resolves(at('2026-07-20 18:00'), 'swale', 'committee');
    await cabinet(at('2026-07-21 10:00'), 'maidstone');
    expect(await stood(services, '2026-07-20 19:00')).toMatchObject({ outcome: 'waiting' });
    const after = await stood(services, '2026-07-21 11:00');
    expect(after.cells).toMatchObject({ 'swale committee': 'in-effect', 'maidstone executive': 'too-late' });
    expect(after.outcome).toBe('failing');
  });

  test('a party abolished midway is named with who stands in its place; the drafter can put the successor in', async () => {
    const { services, at, asOwner } = await putForTest();
    await asOwner(`INSERT INTO register.succession (predecessor, successor, kind, on_day, reason, source, certainty, recorded_on)
      VALUES ('swale', 'medway', 'merge', '2026-08-01', 'Reorganisation', 'An order', 'illustrative', '2026-07-15')`);
    expect((await stood(services, '2026-07-31 12:00')).cells).toMatchObject({
      'swale committee': 'not-recorded',
    });
    const ended = await stood(services, '2026-08-01 12:00');
    expect(ended.cells).toMatchObject({ 'swale committee': 'party-ended' });
    expect(ended.blocked?.who).toMatch(
      /Medway Council stands in its place: Maidstone Borough Council can amend/,
    );
    const later = at('2026-08-02 10:00');
    const asked = { ...waste, changed: 'Medway takes Swale’s place.', reason: 'Swale has ended.' };
    expect(await amendProposal(later, clerk, id, { ...asked, text: 'Shorter.' }, 1)).toEqual({
      ok: false,
      error: 'party-has-ended',
    });
    const parties = waste.parties.map((each) =>
      each.bodyId === 'swale' ? { ...each, bodyId: 'medway' } : each,
    );
    expect((await amendProposal(later, clerk, id, { ...asked, parties }, 1)).ok).toBe(true);
    expect((await stood(services, '2026-08-02 11:00')).outcome).toBe('waiting');
  });
});

describe('what cannot be put or cannot count', () => {
  test('a forum without a vote is no party; a council whose rules nobody knows may be, and gets no invented date', async () => {
    const { services } = await governanceForTest();
    const forum = { bodyId: 'kent-forum', approvals: ['council'] } as const;
    expect(await putProposal(services, clerk, { ...waste, parties: [...waste.parties, forum] })).toEqual({
      ok: false,
      error: 'party-cannot-bind',
    });
    const dover = { bodyId: 'dover', approvals: ['executive'] } as const;
    expect((await putProposal(services, clerk, { ...waste, parties: [...waste.parties, dover] })).ok).toBe(
      true,
    );
    expect(await stood(services, '2026-07-15 11:00')).toMatchObject({
      outcome: 'waiting',
      earliest: undefined,
    });
  });

  test('a decision answers only what its clause can give, of a party, on a version there is', async () => {
    const { services } = await putForTest();
    const publish = (
      bodyId: string,
      given: AdoptionLink,
      officer: Actor = officerOf(bodyId, 'democratic-services'),
    ) =>
      publishDecision(services, officer, aDecision({ bodyId, adopts: given, callInBy: date('2026-07-22') }));
    const because = (error: string) => ({
      ok: false,
      error: { faults: [{ fault: 'adoption', because: error }] },
    });
    expect(await publish('dover', adopts({ executive: '1' }))).toEqual(because('not-a-party'));
    expect(await publish('maidstone', adopts({ council: '1' }))).toEqual(because('not-its-approval'));
    expect(await publish('kent-county-council', adopts({ council: '1' }))).toEqual(
      because('clause-cannot-bind'),
    );
    expect(await publish('maidstone', adopts({ executive: '7' }))).toEqual(because('no-such-clause'));
    expect(await publish('maidstone', adopts({}))).toEqual(because('no-approval-named'));
    expect(await publish('maidstone', adopts({ executive: '1' }, 'adopted', 9))).toEqual(
      because('no-such-version'),
    );
    expect(await publish('maidstone', { ...adopts({ executive: '1' }), proposalId: 'none' })).toEqual(
      because('no-such-proposal'),
    );
  });
});
