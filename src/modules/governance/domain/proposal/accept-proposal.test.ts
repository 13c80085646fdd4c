import { date } from '#platform/kernel';
import { describe, expect, test } from 'vitest';
import { acceptVersion, bindsUnasked, type NewVersion, slugOf, versionSentences } from './accept-proposal.ts';
import type { ProposalVersion } from './put-proposal.ts';

const asked: NewVersion = {
  title: 'A waste partnership',
  summary: 'Two councils collect waste together.',
  text: 'They share one contract.',
  clauses: [{ number: '1', effect: 'executive', text: 'That the council enter the partnership' }],
  parties: [
    { bodyId: 'maidstone', approvals: ['executive'] },
    { bodyId: 'swale', approvals: ['committee'] },
  ],
  needs: 'all',
  deadline: date('2026-09-30'),
  start: 'all-together',
  reopens: [],
  changed: '',
  reason: '',
  places: [],
  topics: [],
  source: 'Report',
};
const living = { exists: true, canBind: true };
const bodies = new Map([
  ['maidstone', living],
  ['swale', living],
  ['forum', { exists: true, canBind: false }],
  ['shepway', { exists: false, canBind: false }],
]);
const today = date('2026-07-15');
const exists = (bodyId: string) => bodies.get(bodyId)?.exists === true;
const with_ = (bodyId: string) => [...asked.parties, { bodyId, approvals: ['council'] } as const];

describe('a version', () => {
  test('is put as asked; a first one reopens nothing', () => {
    expect(acceptVersion({ ...asked, reopens: ['swale'], changed: 'x' }, bodies, today)).toEqual({
      ok: true,
      value: asked,
    });
  });

  test.each([
    ['one party is no joint proposal', { parties: asked.parties.slice(1) }, 'too-few-parties'],
    ['a party named twice', { parties: [...asked.parties, ...asked.parties] }, 'party-twice'],
    ['a body that is nowhere', { parties: with_('atlantis') }, 'no-such-party'],
    ['a body that has ended', { parties: with_('shepway') }, 'party-has-ended'],
    ['a forum without a vote', { parties: with_('forum') }, 'party-cannot-bind'],
    ['more needed than there are', { needs: { atLeast: 3 } }, 'needs-more-than-there-are'],
    ['nobody needed', { needs: { atLeast: 0 } }, 'needs-nobody'],
    ['a deadline that has passed', { deadline: date('2026-07-14') }, 'deadline-has-passed'],
    ['nothing to resolve', { clauses: [] }, 'nothing-to-adopt'],
    ['a number twice', { clauses: [...asked.clauses, ...asked.clauses] }, 'clause-number-twice'],
  ] as const)('%s is refused', (_what, given, refusal) => {
    expect(acceptVersion({ ...asked, ...given }, bodies, today)).toEqual({ ok: false, error: refusal });
    expect(versionSentences[refusal]).toMatch(/^[A-Z].* \w+/);
  });

  test('the last day may be today', () => {
    expect(acceptVersion({ ...asked, deadline: today }, bodies, today).ok).toBe(true);
  });
});

describe('an amendment', () => {
  const before = { ...asked, number: 1 } as ProposalVersion;
  const amended = {
    ...asked,
    text: 'They share two contracts.',
    changed: 'Two contracts.',
    reason: 'Swale asked.',
  };

  test.each([
    ['says what it changes', { changed: ' ' }, 'changed-missing'],
    ['says why', { reason: '' }, 'reason-missing'],
    ['reopens parties only', { reopens: ['dover'] }, 'reopens-no-party'],
    ['changes something', { text: asked.text }, 'nothing-changed'],
  ] as const)('%s', (_what, given, refusal) => {
    expect(acceptVersion({ ...amended, ...given }, bodies, today, before)).toEqual({
      ok: false,
      error: refusal,
    });
  });

  test.each([
    ['text', { text: 'They share two contracts.' }],
    ['clauses', { clauses: [{ number: '1', effect: 'executive', text: 'That Swale pay all' }] }],
    ['how many must adopt', { needs: { atLeast: 1 } }],
    ['who may start', { start: 'each-when-ready' }],
  ] as const)('of the %s binds no other party to what it has not adopted', (_what, given) => {
    const changed: NewVersion = { ...asked, ...given };
    expect(bindsUnasked(changed, before, 'maidstone', exists)).toBe(true);
    expect(bindsUnasked({ ...changed, reopens: ['maidstone'] }, before, 'maidstone', exists)).toBe(true);
    expect(bindsUnasked({ ...changed, reopens: ['swale'] }, before, 'maidstone', exists)).toBe(false);
    // Whoever is asked for the first time has adopted nothing that could go on standing.
    const joined = { ...changed, reopens: ['swale'], parties: with_('dover') };
    expect(bindsUnasked(joined, before, 'maidstone', exists)).toBe(false);
  });

  test('that leaves a party out binds those who stay to nothing they agreed with it; one that has ended is not left out', () => {
    const three = { ...before, parties: with_('shepway') };
    expect(bindsUnasked(asked, three, 'maidstone', exists)).toBe(false);
    expect(bindsUnasked(asked, three, 'maidstone', () => true)).toBe(true);
    expect(bindsUnasked({ ...asked, reopens: ['swale'] }, three, 'maidstone', () => true)).toBe(false);
  });

  test('may move the deadline alone, and reopen nobody', () => {
    const later = {
      ...asked,
      deadline: date('2026-12-01'),
      changed: 'A later day.',
      reason: 'Swale has no meeting before.',
    };
    expect(acceptVersion(later, bodies, today, before)).toEqual({ ok: true, value: later });
    expect(bindsUnasked(later, before, 'maidstone', exists)).toBe(false);
  });
});

test.each([
  ['The Kent & Medway “Waste” Partnership', 'the-kent-medway-waste-partnership'],
  ['Maidstone’s café', 'maidstones-cafe'],
  ['!!!', 'proposal'],
])('%s has the address %s', (title, slug) => {
  expect(slugOf(title)).toBe(slug);
});
