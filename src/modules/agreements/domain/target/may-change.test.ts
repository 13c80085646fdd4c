import { date, type IsoDate } from '#platform/kernel';
import { expect, test } from 'vitest';
import type { Stage } from '../agreement/stage.ts';
import { type ChangeRule, whyNotYet } from './may-change.ts';

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
  stages: [reached('approved', date('2008-05-30')), reached('designated', date('2008-06-27'))],
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
const ask = (day: string, standing: 'local' | 'designated' | 'statutory' = 'local', revision = '') =>
  whyNotYet(agreement, { standing }, { on: date(day), revision, rules });

test('in the month that begins with approval no target is changed, and on the day after it may be', () => {
  expect(ask('2008-05-29')).toBeUndefined();
  expect(ask('2008-05-30')).toMatchObject({ notYet: 'within-a-month' });
  expect(ask('2008-06-29')?.says).toContain('stay as they are until 29 June 2008');
  expect(ask('2008-06-30')).toBeUndefined();
  expect(
    whyNotYet(
      { ...agreement, kind: 'plan' },
      { standing: 'local' },
      { on: date('2008-05-30'), revision: '', rules },
    ),
  ).toBeUndefined();
});

test('a designated target is changed by a revision proposal alone, whatever the day', () => {
  expect(ask('2010-01-04', 'designated')).toMatchObject({ notYet: 'needs-revision' });
  expect(ask('2010-01-04', 'designated', 'Revision of January 2010')).toBeUndefined();
  expect(ask('2010-01-04', 'statutory')).toBeUndefined();
});
