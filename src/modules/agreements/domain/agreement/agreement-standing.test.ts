import { date, type IsoDate } from '#platform/kernel';
import { expect, test } from 'vitest';
import { acceptStage, gapsIn, isTooLate } from './accept-stage.ts';
import type { Agreement, AgreementVersion } from './agreement.ts';
import { type Signing, stoodOn } from './agreement-standing.ts';
import { exactly, lastDayOf, sayRoughDay } from './rough-day.ts';
import type { ReachedStage, Stage } from './stage.ts';

const version = (number: number, on: string, more: Partial<AgreementVersion> = {}): AgreementVersion => ({
  number,
  title: 'A shared plan',
  summary: '',
  frameworkId: undefined,
  outcomeIds: [],
  term: { from: undefined, until: undefined },
  principles: [],
  sections: [],
  parties: [],
  proposalId: undefined,
  changed: '',
  reason: '',
  source: 'Test',
  certainty: 'stated',
  published: exactly(date(on)),
  publishedBy: 'Clerk',
  recordedAt: new Date('2026-07-15T10:00:00Z'),
  ...more,
});
const stage = (name: Stage, on: string, precision: 'day' | 'month' | 'season' = 'day'): ReachedStage => ({
  position: 1,
  stage: name,
  when: { on: date(on), precision },
  says: 'By its Council',
  decisionId: undefined,
  source: 'Test',
  certainty: 'stated',
  byOffice: 'Clerk',
  recordedAt: new Date('2026-07-15T10:00:00Z'),
});
type Life = Pick<Agreement, 'kind' | 'versions' | 'stages'>;
const life = (
  versions: Agreement['versions'],
  stages: readonly ReachedStage[] = [],
  kind: Agreement['kind'] = 'other',
): Life => ({
  kind,
  versions,
  stages,
});
const signing = (
  outcome: Signing['outcome'],
  from?: string,
  proposalId = 'p',
): ReadonlyMap<string, Signing> =>
  new Map([[proposalId, { proposalId, outcome, from: from === undefined ? undefined : date(from) }]]);
const standing = (of: Life, signings: ReadonlyMap<string, Signing>, on: string) =>
  stoodOn(of, signings, date(on))?.standing;

const term = { from: date('2026-10-01'), until: date('2029-03-31') };
const signed = life([version(1, '2026-07-01', { proposalId: 'p', term })]);

test('signed before its term, it comes into force on the first day of it and not before', () => {
  const adopted = signing('in-effect', '2026-08-14');
  expect(stoodOn(signed, adopted, date('2026-06-30'))).toBeUndefined();
  expect(standing(signed, adopted, '2026-09-30')).toEqual({ standing: 'signed', from: '2026-10-01' });
  expect(standing(signed, adopted, '2026-10-01')).toMatchObject({ standing: 'in-force' });
  expect(standing(signed, adopted, '2029-03-31')).toMatchObject({ standing: 'in-force' });
  expect(standing(signed, adopted, '2029-04-01')).toEqual({ standing: 'past-term', since: '2029-03-31' });
});

test('signed after its term began, it is in force with the last adoption', () => {
  expect(standing(signed, signing('in-effect', '2026-11-20'), '2026-12-01')).toEqual({
    standing: 'in-force',
    since: exactly(date('2026-11-20')),
  });
  expect(standing(signed, signing('waiting', '2026-08-20'), '2026-08-01')).toEqual({
    standing: 'out-to-sign',
    earliest: '2026-10-01',
  });
  expect(standing(signed, signing('waiting'), '2026-08-01')).toMatchObject({ earliest: undefined });
  expect(standing(signed, signing('failing'), '2026-08-01')).toEqual({ standing: 'held-up' });
});

test('a local area agreement waits for its approval, however many have signed', () => {
  const laa = { ...signed, kind: 'local-area-agreement' } as const;
  const adopted = signing('in-effect', '2026-08-14');
  expect(standing(laa, adopted, '2026-11-01')).toEqual({ standing: 'waits-for-approval' });
  const approved = { ...laa, stages: [stage('approved', '2026-10-20')] };
  expect(standing(approved, adopted, '2026-11-01')).toMatchObject({ since: { on: '2026-10-20' } });
});

test('a version in force binds until the next one is in force in its place', () => {
  const two = life([
    version(1, '2026-07-01', { proposalId: 'p' }),
    version(2, '2027-01-10', { proposalId: 'q' }),
  ]);
  const first = signing('in-effect', '2026-08-14').get('p');
  const both = (outcome: Signing['outcome'], from: string) =>
    new Map([...signing(outcome, from, 'q'), ...(first === undefined ? [] : [['p', first] as const])]);
  const waiting = stoodOn(two, both('waiting', '2027-03-01'), date('2027-02-01'));
  expect(waiting?.current.version.number).toBe(1);
  expect(waiting?.next?.version.number).toBe(2);
  expect(stoodOn(two, both('in-effect', '2027-03-01'), date('2027-03-02'))?.current.version.number).toBe(2);
});

test('of one of before Accord only what is recorded is said', () => {
  const none = life([version(1, '2005-04-01')]);
  expect(standing(none, new Map(), '2010-01-01')).toEqual({ standing: 'not-recorded' });
  const drafted = life([version(1, '2007-10-18')], [stage('draft', '2007-12-01', 'month')]);
  expect(standing(drafted, new Map(), '2008-01-01')).toMatchObject({
    standing: 'in-preparation',
    stage: 'draft',
  });
});

const laa = (stages: readonly ReachedStage[], on = '2026-07-01'): Life =>
  life([version(1, on, { proposalId: 'p' })], stages, 'local-area-agreement');
/** Asked of an agreement whose parties have all signed it since the summer of 2026, unless the test says otherwise. */
const accept = (
  of: Life,
  name: Stage,
  on: string,
  says = 'By the Secretary of State',
  signings = signing('in-effect', '2026-08-14'),
) => {
  const stood = stoodOn(of, signings, date(on))?.standing;
  const result = acceptStage(of, { ...stage(name, on), says }, date('2027-12-31'), stood);
  return result.ok ? 'ok' : result.error;
};

test('stages follow one another as the law has them', () => {
  const [draft, negotiated] = [stage('draft', '2026-07-02'), stage('negotiation', '2026-08-01')];
  expect(accept(laa([draft]), 'submitted', '2026-09-01')).toBe('out-of-order');
  expect(accept(laa([draft, negotiated]), 'submitted', '2026-09-01')).toBe('ok');
  expect(accept(laa([draft, negotiated]), 'submitted', '2026-07-15')).toBe('before-the-last');
  expect(accept(laa([draft]), 'negotiation', '2028-01-01')).toBe('in-the-future');
  expect(accept(laa([draft]), 'in-force', '2026-09-01')).toBe('comes-of-signing');
  expect(accept(life([version(1, '2026-07-01')], [], 'plan'), 'designated', '2026-09-01')).toBe(
    'not-of-this-kind',
  );
});

test('targets are designated within a month of the approval, and somebody said so', () => {
  const approved = laa([stage('submitted', '2026-09-01'), stage('approved', '2026-09-30')]);
  expect(accept(approved, 'designated', '2026-10-30')).toBe('ok');
  expect(accept(approved, 'designated', '2026-10-31')).toBe('designated-too-late');
  expect(accept(approved, 'designated', '2026-10-20', ' ')).toBe('who-decided-missing');
  expect(accept(approved, 'approved', '2026-10-20')).toBe('reached-already');
});

test('a rough day does not put a stage before the one it follows, nor round the month of designation', () => {
  const approved = laa([stage('submitted', '2026-09-01'), stage('approved', '2026-09-30')]);
  const designated = (precision: 'year' | 'month') =>
    acceptStage(
      approved,
      {
        stage: 'designated',
        when: { on: date(precision === 'year' ? '2026-01-01' : '2026-09-01'), precision },
        says: 'The Secretary of State',
        decisionId: undefined,
        source: 'Letter',
      },
      date('2027-06-01'),
      undefined,
    );
  expect(designated('year')).toMatchObject({ error: 'before-the-last' });
  expect(designated('month')).toMatchObject({ error: 'before-the-last' });
});

test('it is refreshed once a year while it lasts, and nothing follows its close', () => {
  const approved = stage('approved', '2026-09-30');
  const designated = stage('designated', '2026-10-01');
  const running = laa([approved, designated, stage('refreshed', '2027-03-01')], '2026-01-01');
  expect(accept(running, 'refreshed', '2027-09-01')).toBe('refreshed-within-the-year');
  expect(accept(laa([approved, designated]), 'refreshed', '2027-09-01')).toBe('ok');
  const closed = laa([approved, designated, stage('closed', '2027-03-31')]);
  expect(accept(closed, 'refreshed', '2027-09-01')).toBe('closed-already');
});

test('what is signed here is neither refreshed nor closed before its parties have it in force', () => {
  // A stage that somebody entered by hand is not a signature.
  const said = { ...signed, stages: [stage('signed', '2026-07-20')] };
  const close = (of: Life, on: string, outcome: Signing['outcome'], from?: string) =>
    accept(of, 'closed', on, 'By all', signing(outcome, from));
  for (const of of [signed, said]) {
    expect(close(of, '2027-06-01', 'waiting')).toBe('not-in-force');
    expect(close(of, '2027-06-01', 'failing')).toBe('not-in-force');
    expect(accept(of, 'refreshed', '2027-06-01', 'By all', signing('waiting'))).toBe('not-in-force');
    expect(close(of, '2026-09-30', 'in-effect', '2026-08-14')).toBe('not-in-force');
    expect(close(of, '2026-10-01', 'in-effect', '2026-08-14')).toBe('ok');
  }
  const unapproved = { ...signed, kind: 'local-area-agreement' } as const;
  expect(close(unapproved, '2027-06-01', 'in-effect', '2026-08-14')).toBe('not-in-force');
});

test('the past is taken as it was, and its gaps and breaches are shown', () => {
  const past = life(
    [version(1, '2008-04-01')],
    [stage('draft', '2007-12-01'), stage('approved', '2008-06-01')],
    'local-area-agreement',
  );
  expect(accept(past, 'designated', '2008-09-01')).toBe('ok');
  expect(isTooLate(past.stages, exactly(date('2008-09-01')))).toBe(true);
  expect(gapsIn({ ...past, stages: [] })).toEqual([]);
  expect(gapsIn(past)).toEqual(['directed', 'consultation', 'negotiation', 'signed', 'submitted']);
});

test.each([
  ['2009-09-01', 'season', 'autumn 2009', '2009-11-30'],
  ['2009-12-01', 'season', 'winter 2010', '2010-02-28'],
  ['2010-01-15', 'season', 'winter 2010', '2010-02-28'],
  ['2007-09-01', 'month', 'September 2007', '2007-09-30'],
  ['2010-06-01', 'year', '2010', '2010-12-31'],
  ['2008-06-30', 'day', '30 June 2008', '2008-06-30'],
] as const)('%s to a %s is %s, and late only after %s', (on, precision, words, last) => {
  const rough = { on: date(on), precision };
  expect(sayRoughDay(rough)).toBe(words);
  expect(lastDayOf(rough)).toBe(last satisfies string as IsoDate);
});
