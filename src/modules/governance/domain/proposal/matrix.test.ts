import { date, londonDate } from '#platform/kernel';
import { describe, expect, test } from 'vitest';
import { england } from '../../../../../tests/support/england-calendar.ts';
import { at, cabinetDecision, knownRules, signature } from '../decision/facts.testing.ts';
import type { DecisionFacts } from '../decision/facts.ts';
import { standing } from '../decision/standing.ts';
import { explainBlocker } from './blocker.ts';
import { matrixOf } from './matrix.ts';
import type { Adoption, Approval, Party, Proposal, ProposalFacts } from './proposal.ts';
import { whatBlocks } from './what-blocks.ts';

const names: Readonly<Record<string, string>> = {
  ashford: 'Ashford Borough Council',
  maidstone: 'Maidstone Borough Council',
  swale: 'Swale Borough Council',
  'tunbridge-wells': 'Tunbridge Wells Borough Council',
};
const party = (bodyId: string): Party => ({
  bodyId,
  name: names[bodyId] ?? bodyId,
  approvals: ['executive', 'council'],
  soonest: { executive: at('2008-08-11 17:00'), council: at('2008-08-04 20:00') },
});

/** The Mid Kent Improvement Partnership: four councils, each by Cabinet and Council, by the first week of September 2008. */
const partnership: Proposal = {
  title: 'Mid Kent Improvement Partnership',
  draftedBy: 'maidstone',
  parties: Object.keys(names).map(party),
  needs: 'all',
  deadline: date('2008-09-07'),
  start: 'all-together',
  versions: [{ number: 1, at: at('2008-05-28 12:00'), reopens: [] }],
};
const nothing: ProposalFacts = { adoptions: [], withdrawals: [], endings: [] };

const resolved = (bodyId: string, approval: Approval, moment: string, version = 1): Adoption => ({
  bodyId,
  approval,
  version,
  decidedAt: at(moment),
  outcome: 'adopted',
  standing: { standing: 'in-effect', from: at(moment), because: 'council-resolved' },
});
/** A Cabinet’s adoption as it stands at the moment asked, by that council’s own call-in. */
const cabinet = (bodyId: string, asked: string, facts: Partial<DecisionFacts> = {}): Adoption => {
  const [clause] = standing({ ...cabinetDecision, ...facts }, knownRules, england, at(asked)).clauses;
  if (clause === undefined) throw new Error('The decision has no clause');
  return {
    bodyId,
    approval: 'executive',
    version: 1,
    decidedAt: at('2008-07-09 19:00'),
    outcome: 'adopted',
    standing: clause.standing,
  };
};
const allFour = (asked: string, facts: Partial<DecisionFacts> = {}): readonly Adoption[] =>
  Object.keys(names).flatMap((bodyId) => [
    cabinet(bodyId, asked, bodyId === 'swale' ? facts : {}),
    resolved(bodyId, 'council', '2008-07-23 20:00'),
  ]);
const outcome = (adoptions: readonly Adoption[], asked: string, proposal = partnership, facts = nothing) =>
  matrixOf(proposal, { ...facts, adoptions }, at(asked)).outcome;
const blocker = (adoptions: readonly Adoption[], asked: string, proposal = partnership, facts = nothing) => {
  const found = outcome(adoptions, asked, proposal, facts);
  const [first] = 'blockers' in found ? found.blockers : [];
  return first === undefined ? undefined : explainBlocker(first, proposal, (id) => names[id] ?? id);
};

describe('four councils adopting one proposal', () => {
  test('takes effect with the last approval of the last council', () => {
    expect(outcome(allFour('2008-07-23 20:00'), '2008-07-23 20:00')).toEqual({
      outcome: 'in-effect',
      from: at('2008-07-23 20:00'),
    });
  });

  test('is agreed from when all have decided, with the moment the last window closes', () => {
    const decided = allFour('2008-07-15 09:00').map((each) => ({
      ...each,
      decidedAt: at('2008-07-09 19:00'),
    }));
    expect(outcome(decided, '2008-07-15 09:00')).toEqual({ outcome: 'agreed', from: at('2008-07-23 20:00') });
  });

  test('must not start when one adoption is missing, and says whose', () => {
    const three = allFour('2008-07-24 09:00').filter(
      ({ bodyId, approval }) => bodyId !== 'swale' || approval !== 'council',
    );
    const found = outcome(three, '2008-07-24 09:00');
    expect(found).toMatchObject({ outcome: 'waiting', earliest: at('2008-08-04 20:00') });
    expect(blocker(three, '2008-07-24 09:00')).toEqual({
      what: 'No decision of Swale Borough Council’s Council is recorded.',
      who: 'Swale Borough Council’s Council can decide on it.',
    });
    expect(
      matrixOf(partnership, { ...nothing, adoptions: three }, at('2008-07-24 09:00')).mayStart.size,
    ).toBe(0);
  });

  test('is held by a call-in in one of them, and released with it: the date moves', () => {
    const signatures = [signature('A', '2008-07-14 10:00'), signature('B', '2008-07-15 10:00')];
    const held = allFour('2008-07-24 09:00', { signatures });
    expect(outcome(held, '2008-07-24 09:00')).toMatchObject({ outcome: 'waiting', earliest: undefined });
    expect(blocker(held, '2008-07-24 09:00')).toEqual({
      what: 'The decision of Swale Borough Council’s executive is called in.',
      who: 'Swale Borough Council’s scrutiny committee can hear it.',
    });
    const hearings = [{ at: at('2008-07-28 19:00'), outcome: 'released' }] as const;
    expect(outcome(allFour('2008-07-29 09:00', { signatures, hearings }), '2008-07-29 09:00')).toEqual({
      outcome: 'in-effect',
      from: at('2008-07-28 19:00'),
    });
  });

  test('of 2008, with what the sources tell: Maidstone alone, the other three not recorded', () => {
    const known = [cabinet('maidstone', '2008-07-24 09:00')];
    const { cells } = matrixOf(partnership, { ...nothing, adoptions: known }, at('2008-07-24 09:00'));
    expect(cells.filter(({ cell }) => cell.cell === 'not-recorded')).toHaveLength(7);
    expect(outcome(known, '2008-09-08 09:00')).toMatchObject({ outcome: 'deadline-passed' });
  });

  test('of parties whose rules nobody knows has no invented date', () => {
    const unknown = {
      ...partnership,
      parties: partnership.parties.map((each) => ({ ...each, soonest: {} })),
    };
    expect(outcome([], '2008-07-24 09:00', unknown)).toMatchObject({
      outcome: 'waiting',
      earliest: undefined,
    });
  });
});

describe('where only enough must adopt', () => {
  const three: Proposal = { ...partnership, needs: { atLeast: 3 } };

  test('it takes effect with the third, and the fourth may still come', () => {
    const adoptions = allFour('2008-07-24 09:00').filter(({ bodyId }) => bodyId !== 'ashford');
    expect(outcome(adoptions, '2008-07-24 09:00', three)).toMatchObject({ outcome: 'in-effect' });
  });

  test('it fails once too few can adopt', () => {
    const withdrawals = ['ashford', 'swale'].map((bodyId) => ({ bodyId, at: at('2008-07-20 09:00') }));
    const facts = { ...nothing, withdrawals };
    expect(outcome([], '2008-07-19 09:00', three, facts).outcome).toBe('waiting');
    expect(outcome([], '2008-07-20 09:00', three, facts)).toMatchObject({ outcome: 'failing' });
    expect(blocker([], '2008-07-20 09:00', three, facts)?.what).toBe(
      'Ashford Borough Council has withdrawn.',
    );
  });

  test('a party may start on its own where the proposal lets it', () => {
    const own = allFour('2008-07-24 09:00').filter(({ bodyId }) => bodyId === 'maidstone');
    const alone = matrixOf(
      { ...three, start: 'each-when-ready' },
      { ...nothing, adoptions: own },
      at('2008-07-24 09:00'),
    );
    expect([...alone.mayStart.entries()].map(([body, from]) => [body, londonDate(from)])).toEqual([
      ['maidstone', '2008-07-23'],
    ]);
  });
});

describe('what can happen midway', () => {
  const asked = '2008-08-15 09:00';
  const adoptions = allFour(asked);

  test('an amendment reopens those it names and nobody else', () => {
    const amended: Proposal = {
      ...partnership,
      versions: [...partnership.versions, { number: 2, at: at('2008-08-01 12:00'), reopens: ['ashford'] }],
    };
    expect(outcome(adoptions, '2008-07-31 09:00', amended).outcome).toBe('in-effect');
    const { cells } = matrixOf(amended, { ...nothing, adoptions }, at(asked));
    expect(cells.filter(({ cell }) => cell.cell === 'reopened').map((each) => each.party.bodyId)).toEqual([
      'ashford',
      'ashford',
    ]);
    expect(blocker(adoptions, asked, amended)?.what).toBe(
      'Version 2 changed the text after Ashford Borough Council’s executive had decided.',
    );
    const again = [
      ...adoptions,
      resolved('ashford', 'executive', '2008-08-12 12:00', 2),
      resolved('ashford', 'council', '2008-08-13 12:00', 2),
    ];
    expect(outcome(again, asked, amended)).toEqual({ outcome: 'in-effect', from: at('2008-08-13 12:00') });
  });

  test('a refusal fails it until the party decides again', () => {
    const refused = adoptions.map((each) =>
      each.bodyId === 'swale' && each.approval === 'council'
        ? { ...each, outcome: 'refused' as const }
        : each,
    );
    expect(outcome(refused, asked)).toMatchObject({ outcome: 'failing' });
    const after = [...refused, resolved('swale', 'council', '2008-08-14 20:00')];
    expect(outcome(after, asked)).toEqual({ outcome: 'in-effect', from: at('2008-08-14 20:00') });
  });

  test('an adoption after the deadline does not count', () => {
    const late = adoptions.map((each) =>
      each.bodyId === 'swale' && each.approval === 'council'
        ? resolved('swale', 'council', '2008-09-08 10:00')
        : each,
    );
    expect(outcome(late, '2008-09-09 09:00')).toMatchObject({ outcome: 'failing' });
    expect(blocker(late, '2008-09-09 09:00')?.who).toBe('Maidstone Borough Council can move the deadline.');
  });

  test('a party that ends before it is bound leaves a gap; one bound before binds its successors', () => {
    const endings = [{ bodyId: 'swale', at: at('2008-08-01 00:00'), successors: ['maidstone', 'ashford'] }];
    expect(outcome(adoptions, asked, partnership, { ...nothing, endings }).outcome).toBe('in-effect');
    const without = adoptions.filter(({ bodyId }) => bodyId !== 'swale');
    expect(blocker(without, asked, partnership, { ...nothing, endings })).toEqual({
      what: 'Swale Borough Council ended before it was bound.',
      who: 'Maidstone Borough Council and Ashford Borough Council stand in its place: Maidstone Borough Council can amend the parties.',
    });
  });
});

describe('what is said to block it', () => {
  const nameOf = (id: string) => names[id] ?? id;
  const said = (adoptions: readonly Adoption[], asked: string, proposal = partnership) =>
    whatBlocks(matrixOf(proposal, { ...nothing, adoptions }, at(asked)), proposal, nameOf);
  const recommended = (moment: string): Adoption => ({
    ...resolved('swale', 'council', moment),
    standing: { standing: 'waits-for-council' },
  });

  test('a call-in comes before what is merely still to come', () => {
    const signatures = [signature('A', '2008-07-14 10:00'), signature('B', '2008-07-15 10:00')];
    const held = [cabinet('swale', '2008-07-16 09:00', { signatures })];
    expect(said(held, '2008-07-16 09:00')?.first.what).toBe(
      'The decision of Swale Borough Council’s executive is called in.',
    );
    expect(said(held, '2008-07-16 09:00')?.all).toHaveLength(8);
  });

  test('a Council that has only been recommended to can still decide, and dates the whole', () => {
    const three = allFour('2008-07-24 09:00').filter(
      ({ bodyId, approval }) => bodyId !== 'swale' || approval !== 'council',
    );
    const waiting = [...three, recommended('2008-07-09 19:00')];
    expect(outcome(waiting, '2008-07-24 09:00')).toMatchObject({
      outcome: 'waiting',
      earliest: at('2008-08-04 20:00'),
    });
    expect(said(waiting, '2008-07-24 09:00')?.first.who).toBe('Swale Borough Council’s Council can resolve.');
    expect(outcome(waiting, '2008-09-08 09:00')).toMatchObject({ outcome: 'deadline-passed' });
  });

  test('once the deadline has passed, whose decision is not recorded, and never that they did not decide', () => {
    const late = said(allFour('2008-09-08 09:00').slice(0, 5), '2008-09-08 09:00');
    expect(late?.first).toEqual({
      what: 'No decision of Swale Borough Council’s Council or Tunbridge Wells Borough Council by the deadline, 7 September 2008, is recorded.',
      who: 'What was decided in time can still be recorded, or Maidstone Borough Council can amend the proposal and set a later deadline.',
    });
    expect(late?.all[0]).toEqual({
      what: 'No decision of Swale Borough Council’s Council is recorded.',
      who: 'If it was decided in time, that can still be recorded.',
    });
  });

  test('nothing once it is agreed', () => {
    expect(said(allFour('2008-07-24 09:00'), '2008-07-24 09:00')).toBeUndefined();
  });
});
