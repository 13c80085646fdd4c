import { date } from '#platform/kernel';
import { entriesOfAct, entriesPage } from '#platform/record';
import { describe, expect, test } from 'vitest';
import type { RuleCorrection } from '../domain/rule-correction.ts';
import { findDraft, listDrafts } from '../store/drafts.ts';
import type { RegisterTables } from '../store/tables.ts';
import { register } from '../index.ts';
import { officer, registerForTest } from '../testing.ts';
import { correctRule } from './correct-rule.ts';
import { dropDraft, type DraftKept, keepDraft } from './keep-draft.ts';
import { isStale } from '#platform/module';

const about = 'rule:callIn.window';
const clerk = officer('swale', 'democratic-services');
const monitoring = officer('swale', 'monitoring-officer');
const draft: DraftKept = {
  bodyId: 'swale',
  about,
  answers: { value: '5', unit: 'working-days', reason: 'Agreed in private' },
  seen: 0,
  draftSeen: 0,
};

describe('a draft of a body', () => {
  test('waits for the monitoring officer and is done with when the correction is published', async () => {
    const { services, database } = await registerForTest();
    expect(await keepDraft(services, clerk, draft)).toEqual({ ok: true, value: { version: 1 } });
    const seen = await database.as(monitoring, (sql) => findDraft(sql, 'swale', about));
    expect(seen).toMatchObject({ answers: draft.answers, preparedBy: clerk.officeTitle, version: 1 });
    const unfinished = { standing: 'started', href: '/bodies/swale/rules/callIn.window/correct' };
    const [first] = await register.tasks(services, monitoring);
    expect(first).toMatchObject(unfinished);
    const [same] = await register.tasks(services, clerk);
    expect(same).toMatchObject(unfinished);
    expect(await register.tasks(services, officer('swale', 'finance'))).toEqual([]);

    const correction = {
      key: 'callIn.window',
      value: { count: 5, unit: 'working-days' },
      from: undefined,
      until: undefined,
      source: 'Constitution',
      certainty: 'confirmed',
      reason: 'Confirmed',
      replaces: undefined,
    } as const;
    expect((await correctRule(services, monitoring, 'swale', correction, 0)).ok).toBe(true);
    expect(await database.as(monitoring, (sql) => listDrafts(sql, 'swale'))).toEqual([]);
  });

  test('is seen by no other body, even by one that asks the tables themselves', async () => {
    const { services, database, asOwner, asSuperuser } = await registerForTest();
    await keepDraft(services, clerk, draft);
    const rowsSeenBy = (viewer: Parameters<typeof database.as>[0]) =>
      database.as(viewer, (sql) =>
        sql.tables<RegisterTables>().selectFrom('register.draft').select('body_id').execute(),
      );
    expect(await rowsSeenBy(clerk)).toEqual([{ body_id: 'swale' }]);
    for (const other of [
      officer('thanet', 'monitoring-officer'),
      { bodyId: '' },
      undefined,
      { purpose: 'sign-in' } as const,
    ])
      expect(await rowsSeenBy(other)).toEqual([]);
    // The owner of the tables is bound by the policy too.
    expect(await asOwner('SELECT * FROM register.draft')).toEqual([]);
    // The row is there: only the policy stands between it and the others.
    expect(await asSuperuser('SELECT body_id FROM register.draft')).toEqual([{ body_id: 'swale' }]);
  });

  test('cannot be written, changed or thrown away as another body, with every check of the application left out', async () => {
    const { services, database } = await registerForTest();
    await keepDraft(services, clerk, draft);
    const thanet = officer('thanet', 'monitoring-officer');
    const forged = {
      body_id: 'swale',
      about: 'details',
      version: 1,
      answers: '{}',
      seen: 0,
      prepared_by: 'nobody',
      saved_at: services.clock.now(),
    };
    await expect(
      database.transaction(thanet, {}, async (sql) => {
        await sql.tables<RegisterTables>().insertInto('register.draft').values(forged).execute();
        return { ok: true, value: undefined };
      }),
    ).rejects.toThrow(/row-level security/u);
    const touched = await database.transaction(thanet, {}, async (sql) => {
      const tables = sql.tables<RegisterTables>();
      const updated = await tables.updateTable('register.draft').set({ version: 99 }).executeTakeFirst();
      const deleted = await tables.deleteFrom('register.draft').executeTakeFirst();
      return { ok: true, value: updated.numUpdatedRows + deleted.numDeletedRows } as const;
    });
    expect(touched).toEqual({ ok: true, value: 0n });
    expect(await database.as(clerk, (sql) => findDraft(sql, 'swale', about))).toMatchObject({ version: 1 });
  });

  test('leaves no word of itself in the public record', async () => {
    const { services, database } = await registerForTest();
    await keepDraft(services, clerk, draft);
    const [latest] = (await entriesPage(database, { limit: 1 })).entries;
    expect(latest?.visibility).toBe('private');
    expect(latest?.leaf).not.toMatch(/swale|callIn|Agreed|working-days/u);
  });

  test('changed by a colleague meanwhile is not overwritten', async () => {
    const { services } = await registerForTest();
    await keepDraft(services, clerk, draft);
    const outcome = await keepDraft(services, monitoring, { ...draft, answers: { value: '7' } });
    if (outcome.ok || !isStale(outcome.error)) throw new Error('expected a stale refusal');
    expect(outcome.error.stale).toMatchObject({ version: 1, answers: draft.answers });
    const again = await keepDraft(services, monitoring, { ...draft, answers: { value: '7' }, draftSeen: 1 });
    expect(again).toEqual({ ok: true, value: { version: 2 } });
  });

  test('is refused to those who may not draft, and without bounds', async () => {
    const { services } = await registerForTest();
    const refusal = async (change: Partial<DraftKept>, actor = clerk) => {
      const outcome = await keepDraft(services, actor, { ...draft, ...change });
      return outcome.ok ? 'accepted' : outcome.error;
    };
    expect(await refusal({}, officer('swale', 'finance'))).toBe('wrong-role');
    expect(await refusal({ bodyId: 'thanet' })).toBe('wrong-body');
    expect(await refusal({ bodyId: 'calais' }, officer('calais', 'scrutiny'))).toBe('no-such-body');
    expect(await refusal({ answers: { value: 'x'.repeat(5001) } })).toBe('answer-too-long');
    expect(await dropDraft(services, clerk, draft)).toEqual({ ok: false, error: 'no-such-draft' });
    expect(await refusal({})).toBe('accepted');
    expect((await dropDraft(services, clerk, draft)).ok).toBe(true);
    expect(await refusal({})).toBe('accepted');
  });
});

describe('publishing a draft that a colleague has in hand', () => {
  const correction: RuleCorrection = {
    key: 'callIn.window',
    value: { count: 5, unit: 'working-days' },
    from: date('2026-08-01'),
    until: undefined,
    source: 'Council constitution, part 4',
    certainty: 'confirmed',
    reason: 'The Council changed its constitution',
    replaces: undefined,
  };
  const better = { ...draft, answers: { ...draft.answers, value: '7' }, draftSeen: 1 };

  test('is refused when it was changed or thrown away after it was looked over', async () => {
    const { services, database } = await registerForTest();
    const publish = (draftSeen: number) =>
      correctRule(services, monitoring, 'swale', correction, 0, { draftSeen });
    await keepDraft(services, clerk, draft);
    await keepDraft(services, clerk, better);
    expect(await publish(1)).toEqual({ ok: false, error: 'draft-changed' });
    expect(await database.as(clerk, (sql) => findDraft(sql, 'swale', about))).toMatchObject({ version: 2 });
    await dropDraft(services, clerk, draft);
    expect(await publish(2)).toEqual({ ok: false, error: 'draft-discarded' });
    expect(await entriesOfAct(database, 'register.rule.corrected')).toBe(0);
  });

  test('at the same moment: one of the two wins and the other is told', async () => {
    const { services, database } = await registerForTest();
    await keepDraft(services, clerk, draft);
    const [published, changed] = await Promise.all([
      correctRule(services, monitoring, 'swale', correction, 0, { draftSeen: 1 }),
      keepDraft(services, clerk, better),
    ]);
    expect([published.ok, changed.ok].filter(Boolean)).toHaveLength(1);
    expect(await entriesOfAct(database, 'register.rule.corrected')).toBe(published.ok ? 1 : 0);
  });

  test('and both publishing it: it is published once', async () => {
    const { services, database } = await registerForTest();
    await keepDraft(services, clerk, draft);
    const outcomes = await Promise.all(
      ['one', 'other'].map((key) =>
        correctRule(services, monitoring, 'swale', correction, 0, {
          draftSeen: 1,
          submission: { key, fingerprint: 'the same' },
        }),
      ),
    );
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await entriesOfAct(database, 'register.rule.corrected')).toBe(1);
  });
});
