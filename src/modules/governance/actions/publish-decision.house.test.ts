import { describe, expect, test } from 'vitest';
import { decisionAt } from '../queries/standings.ts';
import { aDecision, governanceForTest, officerOf } from '../testing.ts';
import { publishDecision } from './publish-decision.ts';

const clerk = officerOf('maidstone', 'democratic-services');

describe('publishing a record', () => {
  test('gives it its number, works out its call-in and enters it in the record', async () => {
    const { services } = await governanceForTest();
    const done = await publishDecision(services, clerk, aDecision());
    expect(done).toEqual({ ok: true, value: { reference: '2026-001' } });
    const found = await decisionAt(services.database, 'maidstone/2026-001', services.clock.now());
    expect(found?.decision).toMatchObject({
      publishedOn: '2026-07-15',
      publishedAt: '10:00',
      callInBy: '2026-07-22',
      isHistoric: false,
    });
    expect(found?.standing.clauses[0]?.standing.standing).toBe('open-to-call-in');
  });
});
