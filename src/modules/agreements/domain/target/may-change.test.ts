import { date, type IsoDate } from '#platform/kernel';
import { expect, test } from 'vitest';
import type { Stage } from '../agreement/stage.ts';
import { type ChangeRule, type RevisionNamed, whyNotYet } from './may-change.ts';

const reached = (stage: Stage, on: IsoDate) => ({
  position: 1,
  stage,
  when: { on, precision: 'day' as const },
  says: '',
  decisionId: undefined,
  source: 'A test',
  certainty: 'confirmed',
  byOffice: 'A test',
  recordedAt: new Date(0),
});
const agreement = {
  kind: 'local-area-agreement',
  bodyId: 'kent-county-council',
  versions: [{ parties: [{ bodyId: 'swale', capacity: 'party' }] }],
  stages: [
    reached('approved', date('2008-05-30')),
    reached('refreshed', date('2008-06-01')),
    reached('designated', date('2008-06-27')),
    reached('refreshed', date('2009-12-01')),
    reached('refreshed', date('2010-03-01')),
  ],
} as const;
const rules: readonly ChangeRule[] = [
  {
    from: date('2007-10-30'),
    until: undefined,
    months: 1,
    law: 'Section 110',
    source: 'The Act',
    certainty: 'unsure',
  },
];
const none = { name: '', decision: undefined };
const ask = (
  day: string,
  standing: 'local' | 'designated' | 'statutory' = 'local',
  revision: RevisionNamed = none,
) => whyNotYet(agreement, { standing }, { on: date(day), revision, rules });

test('in the month that begins with approval no target is changed, and on the day after it may be', () => {
  expect(ask('2008-05-29')).toBeUndefined();
  expect(ask('2008-05-30')).toMatchObject({ notYet: 'within-a-month' });
  expect(ask('2008-06-29')?.says).toContain('stay as they are until 29 June 2008');
  expect(ask('2008-06-30')).toBeUndefined();
  expect(
    whyNotYet(
      { ...agreement, kind: 'plan' },
      { standing: 'local' },
      { on: date('2008-05-30'), revision: none, rules },
    ),
  ).toBeUndefined();
});

test('a designated target is changed by a revision proposal alone, whatever the day', () => {
  expect(ask('2010-01-04', 'designated')).toMatchObject({ notYet: 'needs-revision' });
  expect(ask('2010-01-04', 'statutory')).toBeUndefined();
});

test('a revision proposal is a refresh or a decision on record, whatever it is called', () => {
  const named = (name: string) => ask('2010-01-04', 'designated', { name, decision: undefined })?.notYet;
  expect(named('Revision of January 2010')).toBe('no-such-revision');
  expect(named('1 December 2009')).toBeUndefined();
  expect(named('2009-12-01')).toBeUndefined();
  // One before the designation revises nothing of it, and one to come is none yet.
  expect(named('1 June 2008')).toBe('no-such-revision');
  expect(named('1 March 2010')).toBe('no-such-revision');

  const by = (bodyId: string, takenOn: string, is = 'in-effect', canBind = true) =>
    ask('2010-01-04', 'designated', {
      name: '/decisions/x/1',
      decision: { bodyId, takenOn: date(takenOn), clauses: [{ canBind, standing: { is } }] },
    })?.notYet;
  expect(by('kent-county-council', '2009-11-02')).toBeUndefined();
  expect(by('swale', '2009-11-02')).toBeUndefined();
  expect(by('dover', '2009-11-02')).toBe('no-such-revision');
  expect(by('swale', '2008-06-26')).toBe('no-such-revision');
  expect(by('swale', '2009-11-02', 'stopped')).toBe('no-such-revision');
  expect(by('swale', '2009-11-02', 'in-effect', false)).toBe('no-such-revision');
});
