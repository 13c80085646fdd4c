import { date, pounds, time } from '#platform/kernel';
import { describe, expect, test } from 'vitest';
import { readArea } from '../reference/read-area.ts';
import type { RuleKey, RuleValue } from './rule-catalogue/index.ts';
import { acceptRuleCorrection, type RuleCorrection } from './rule-correction.ts';
import { type RulePack, ruleOn, type RuleVersion } from './rules.ts';

const loaded = { recordedOn: date('2026-07-01'), replacedOn: undefined };
const area = readArea('examples/kent');
const law = area.law.map((rule) => ({ ...rule, ...loaded }));

function packOf(bodyId: string): RulePack {
  const found = area.bodies.find(({ body }) => body.id === bodyId);
  if (found === undefined) throw new Error(`Kent has no ${bodyId}`);
  return { bodyId, kind: found.body.kind, own: found.rules.map((rule) => ({ ...rule, ...loaded })), law };
}

function valueOn(bodyId: string, key: RuleKey, on: string): RuleValue | string {
  const ruling = ruleOn(packOf(bodyId), key, { on: date(on) });
  return ruling.standing === 'known' ? ruling.value : ruling.standing;
}

describe('the law of the day of the act', () => {
  test('judges the Mid Kent decision of 9 July 2008 by the regulations of 2000', () => {
    expect(valueOn('maidstone', 'law.executiveDecisions', '2008-07-09')).toBe('si-2000-3272');
    expect(valueOn('maidstone', 'notice.form', '2008-07-09')).toBe('forward-plan');
    expect(valueOn('maidstone', 'record.dispensationBy', '2008-07-09')).toBe('standards-committee');
  });

  test.each(['notice.keyDecision', 'notice.privateMeeting', 'notice.privateMeetingAgain'] as const)(
    'asked for no %s in 2008, and says so',
    (key) => {
      const ruling = ruleOn(packOf('maidstone'), key, { on: date('2008-07-09') });
      expect(ruling).toEqual({
        standing: 'does-not-apply',
        because: 'Only SI 2012/2089 asks for it. On this day SI 2000/3272 governs executive decisions.',
      });
    },
  );

  test('asks for no forward plan from 10 September 2012, though a council may keep one of its own', () => {
    const thanet = packOf('thanet');
    expect(valueOn('thanet', 'notice.forwardPlan', '2012-09-09')).toEqual({ count: 14, unit: 'days' });
    expect(ruleOn(thanet, 'notice.forwardPlan', { on: date('2012-09-10') })).toEqual({
      standing: 'does-not-apply',
      because: 'Only SI 2000/3272 asks for it. On this day SI 2012/2089 governs executive decisions.',
    });
    const own = law
      .filter(({ key }) => key === 'notice.forwardPlan')
      .map((rule) => ({ ...rule, until: undefined }));
    expect(ruleOn({ ...thanet, own }, 'notice.forwardPlan', { on: date('2026-01-01') })).toMatchObject({
      standing: 'known',
      setBy: 'body',
    });
  });

  test('leaves to check what the law of neither day is held for: no regulations are held for 1995', () => {
    expect(valueOn('thanet', 'notice.keyDecision', '1995-01-01')).toBe('check-locally');
  });

  test('changes on 10 September 2012 and not a day before', () => {
    expect(valueOn('dover', 'law.executiveDecisions', '2012-09-09')).toBe('si-2000-3272');
    expect(valueOn('dover', 'law.executiveDecisions', '2012-09-10')).toBe('si-2012-2089');
    expect(valueOn('dover', 'notice.keyDecision', '2012-09-10')).toEqual({ count: 28, unit: 'clear-days' });
    expect(valueOn('dover', 'record.dispensationBy', '2012-09-10')).toBe('head-of-paid-service');
  });
});

describe('each body’s own rules', () => {
  test('Maidstone: two non-executive members in 2008, a committee system from 2015, an executive again in 2022', () => {
    expect(valueOn('maidstone', 'callIn.signatories', '2008-07-11')).toBe(2);
    expect(valueOn('maidstone', 'callIn.eligible', '2008-07-11')).toBe('non-executive');
    expect(valueOn('maidstone', 'callIn.window', '2008-07-11')).toEqual({ count: 5, unit: 'working-days' });
    expect(valueOn('maidstone', 'regime', '2018-01-01')).toBe('committee');
    expect(valueOn('maidstone', 'callIn.signatories', '2018-01-01')).toBe('does-not-apply');
    expect(valueOn('maidstone', 'regime', '2023-01-01')).toBe('executive');
    expect(valueOn('maidstone', 'callIn.effective', '2023-01-01')).toBe('startOfNextCalendarDay');
  });

  test('Swale has no executive decisions from May 2022, and the page says why', () => {
    const ruling = ruleOn(packOf('swale'), 'keyDecision.threshold', { on: date('2022-06-01') });
    expect(ruling).toMatchObject({
      standing: 'does-not-apply',
      because: expect.stringContaining('committees'),
    });
  });

  test('Dover’s threshold is its own; Thanet’s is in no source held', () => {
    expect(valueOn('dover', 'keyDecision.threshold', '2026-01-01')).toBe(pounds(200_000));
    expect(valueOn('thanet', 'keyDecision.threshold', '2026-01-01')).toBe('check-locally');
  });

  test('a value we are not sure of is shown with the word to check locally', () => {
    const ruling = ruleOn(packOf('kent-county-council'), 'keyDecision.threshold', { on: date('2026-01-01') });
    expect(ruling).toMatchObject({ standing: 'known', value: pounds(1_000_000), checkLocally: true });
  });

  test('what the law gives is marked so, and Accord’s own default is one to check', () => {
    expect(ruleOn(packOf('thanet'), 'notice.keyDecision', { on: date('2026-01-01') })).toMatchObject({
      setBy: 'law',
      checkLocally: false,
      source: expect.stringContaining('SI 2012/2089'),
    });
    expect(ruleOn(packOf('thanet'), 'callIn.closeTime', { on: date('2026-01-01') })).toMatchObject({
      value: time('17:00'),
      certainty: 'assumed',
      checkLocally: true,
    });
  });

  test('a forum has no council’s rules; the Senate of 2010 does not vote', () => {
    expect(valueOn('kent-senate', 'notice.keyDecision', '2010-07-01')).toBe('does-not-apply');
    expect(valueOn('kent-senate', 'voting.enabled', '2010-07-01')).toBe(false);
    expect(valueOn('kent-forum', 'voting.enabled', '2011-01-01')).toBe('check-locally');
  });
});

describe('what was known', () => {
  const version = (number: number, value: number, dates: Partial<RuleVersion> = {}): RuleVersion => ({
    bodyId: 'thanet',
    key: 'callIn.signatories',
    version: number,
    value,
    from: date('2020-05-01'),
    until: undefined,
    recordedOn: date('2026-01-10'),
    replacedOn: undefined,
    source: 'Constitution, part 4',
    certainty: 'confirmed',
    note: undefined,
    reason: undefined,
    ...dates,
  });
  const pack: RulePack = {
    bodyId: 'thanet',
    kind: 'district-council',
    own: [
      version(1, 2, { replacedOn: date('2026-03-01') }),
      version(2, 3, { recordedOn: date('2026-03-01') }),
    ],
    law: [],
  };
  const at = (on: string, knownOn?: string) =>
    ruleOn(pack, 'callIn.signatories', {
      on: date(on),
      knownOn: knownOn === undefined ? undefined : date(knownOn),
    });

  test('a correction counts for the past too, but what was known before it can still be asked', () => {
    expect(at('2021-01-01')).toMatchObject({ value: 3 });
    expect(at('2021-01-01', '2026-02-28')).toMatchObject({ value: 2 });
    expect(at('2021-01-01', '2026-03-01')).toMatchObject({ value: 3 });
    expect(at('2021-01-01', '2026-01-09')).toEqual({ standing: 'check-locally' });
    expect(at('2020-04-30')).toEqual({ standing: 'check-locally' });
  });

  test('a rule recorded as not known hides the older value from its day on', () => {
    const unknown = { ...version(3, 0), value: undefined, from: date('2024-05-01') };
    const withGap = { ...pack, own: [...pack.own, unknown] };
    expect(ruleOn(withGap, 'callIn.signatories', { on: date('2024-05-01') })).toEqual({
      standing: 'check-locally',
    });
    expect(ruleOn(withGap, 'callIn.signatories', { on: date('2024-04-30') })).toMatchObject({ value: 3 });
  });

  const correction: RuleCorrection = {
    key: 'callIn.signatories',
    value: 4,
    from: date('2020-05-01'),
    until: undefined,
    source: 'Constitution, part 4, rule 16',
    certainty: 'confirmed',
    reason: 'The figure was that of another council',
    replaces: 2,
  };
  test.each([
    ['source-missing', { source: ' ' }],
    ['source-too-long', { source: 'x'.repeat(301) }],
    ['reason-missing', { reason: '' }],
    ['reason-too-long', { reason: 'x'.repeat(1001) }],
    ['ends-before-it-begins', { until: date('2020-05-01') }],
    ['no-such-version', { replaces: 9 }],
    ['version-already-replaced', { replaces: 1 }],
    ['nothing-changed', { value: 3, source: 'Constitution, part 4' }],
  ] as const)('refuses %s', (refusal, change) => {
    expect(acceptRuleCorrection({ ...correction, ...change }, pack.own)).toEqual({
      ok: false,
      error: refusal,
    });
  });

  test('accepts a correction that says why and from where', () => {
    expect(acceptRuleCorrection(correction, pack.own)).toMatchObject({ ok: true });
  });
});
