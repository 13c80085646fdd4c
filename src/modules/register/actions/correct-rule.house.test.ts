import { date, pounds } from '#platform/kernel';
import { entriesOfAct } from '#platform/record';
import { describe, expect, test } from 'vitest';
import { rulesFor } from '../door.ts';
import type { RuleCorrection } from '../domain/rule-correction.ts';
import { rulesPage } from '../queries/rules-page.ts';
import { officer, registerForTest } from '../testing.ts';
import { correctRule } from './correct-rule.ts';
import { isStale } from '#platform/module';

const monitoring = officer('thanet', 'monitoring-officer');
const threshold: RuleCorrection = {
  key: 'keyDecision.threshold',
  value: pounds(250_000),
  from: date('2024-05-01'),
  until: undefined,
  source: 'Constitution, part 2, article 13',
  certainty: 'confirmed',
  reason: 'The page said to check locally',
  replaces: undefined,
};

describe('a monitoring officer corrects a rule', () => {
  test('and the page shows the value from its day, with its source and history', async () => {
    const { services, database } = await registerForTest();
    const outcome = await correctRule(services, monitoring, 'thanet', threshold, 0);
    expect(outcome).toEqual({ ok: true, value: { version: 1 } });

    const page = await rulesPage(database, 'thanet', { on: date('2026-07-15') });
    const line = page?.groups
      .flatMap(({ rules }) => rules)
      .find(({ key }) => key === 'keyDecision.threshold');
    expect(line).toMatchObject({
      says: '£250,000',
      seen: 1,
      ruling: { source: threshold.source, setBy: 'body' },
    });
    expect(line?.history.map(({ says }) => says)).toEqual(['£250,000']);
    const rules = await rulesFor(database, 'thanet');
    expect(rules?.rule('keyDecision.threshold', { on: date('2024-04-30') })).toEqual({
      standing: 'check-locally',
    });
    expect(await entriesOfAct(database, 'register.rule.corrected')).toBe(1);
  });

  test('and what was known before the correction can still be asked', async () => {
    const { on, database } = await registerForTest();
    await correctRule(on(date('2026-07-20')), monitoring, 'thanet', threshold, 0);
    const better = { ...threshold, value: pounds(100_000), reason: 'Misread', replaces: 1 };
    const outcome = await correctRule(on(date('2026-08-03')), monitoring, 'thanet', better, 1);
    expect(outcome).toEqual({ ok: true, value: { version: 2 } });

    const rules = await rulesFor(database, 'thanet');
    const value = (knownOn?: string) => {
      const asOf = { on: date('2025-01-01'), knownOn: knownOn === undefined ? undefined : date(knownOn) };
      const ruling = rules?.rule('keyDecision.threshold', asOf);
      return ruling?.standing === 'known' ? ruling.value : ruling?.standing;
    };
    expect(value()).toBe(pounds(100_000));
    expect(value('2026-08-02')).toBe(pounds(250_000));
    expect(value('2026-07-19')).toBe('check-locally');
  });

  test('twenty times in one moment, and it happens once', async () => {
    const { services, database } = await registerForTest();
    const submission = { key: 'form-1', fingerprint: 'threshold-250000' };
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () =>
        correctRule(services, monitoring, 'thanet', threshold, 0, { submission }),
      ),
    );
    expect(outcomes).toEqual(Array.from({ length: 20 }, () => ({ ok: true, value: { version: 1 } })));
    expect(await entriesOfAct(database, 'register.rule.corrected')).toBe(1);
  });

  test('with a form sent before under other answers: refused', async () => {
    const { services } = await registerForTest();
    const first = { submission: { key: 'form-1', fingerprint: 'a' } };
    await correctRule(services, monitoring, 'thanet', threshold, 0, first);
    const second = { submission: { key: 'form-1', fingerprint: 'b' } };
    const outcome = await correctRule(services, monitoring, 'thanet', threshold, 1, second);
    expect(outcome).toEqual({ ok: false, error: 'already-submitted' });
  });

  test('that a colleague has corrected meanwhile: both are shown and nothing is lost', async () => {
    const { services, database } = await registerForTest();
    const [one, other] = await Promise.all([
      correctRule(services, monitoring, 'thanet', threshold, 0),
      correctRule(services, monitoring, 'thanet', { ...threshold, value: pounds(500_000) }, 0),
    ]);
    const refused = [one, other].filter((outcome) => !outcome.ok);
    expect(refused).toHaveLength(1);
    const stands = one.ok ? pounds(250_000) : pounds(500_000);
    const [refusal] = refused;
    if (refusal === undefined || refusal.ok || !isStale(refusal.error))
      throw new Error('expected a stale refusal');
    expect(refusal.error.stale).toMatchObject({ version: 1, value: stands });
    const rules = await rulesFor(database, 'thanet');
    expect(rules?.rule('keyDecision.threshold', { on: date('2026-07-15') })).toMatchObject({ value: stands });
  });

  test('which is refused, and nothing changes', async () => {
    const { services, database } = await registerForTest();
    const refusal = async (change: Partial<RuleCorrection>, actor = monitoring, bodyId = 'thanet') => {
      const outcome = await correctRule(services, actor, bodyId, { ...threshold, ...change }, 0);
      return outcome.ok ? 'accepted' : outcome.error;
    };
    expect(await refusal({}, officer('thanet', 'democratic-services'))).toBe('wrong-role');
    expect(await refusal({}, officer('dover', 'monitoring-officer'))).toBe('wrong-body');
    expect(await refusal({}, officer('calais', 'monitoring-officer'), 'calais')).toBe('no-such-body');
    expect(await refusal({ source: '' })).toBe('source-missing');
    expect(await refusal({ reason: '' })).toBe('reason-missing');
    expect(await refusal({ replaces: 7 })).toBe('no-such-version');
    expect(await refusal({ until: date('2024-05-01') })).toBe('ends-before-it-begins');
    expect(await correctRule(services, undefined, 'thanet', threshold, 0)).toEqual({
      ok: false,
      error: 'signed-out',
    });
    expect(await entriesOfAct(database, 'register.rule.corrected')).toBe(0);
  });
});
