import { lockThing } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal } from '#platform/module';
import { act, type ActOptions, type ActServices } from '#platform/record';
import type { ReadingFindings } from '../../domain/reading/findings.ts';
import type { ReadRow } from '../../domain/reading/read-row.ts';
import { mayEnterReadings } from '../../permissions.ts';
import { checkReadings } from './check-readings.ts';
import { enteredEntry, enterBatch } from './enter-batch.ts';
import { mayNotPut } from './put-file.ts';
import { readingsSubject } from './readings-subject.ts';

export type EnterAsked = Readonly<{
  bodyId: string;
  cameBy: 'form' | 'api';
  /** Figures of others, to compare with. */
  isComparison: boolean;
  rows: readonly ReadRow[];
  isSure: boolean;
  says: string;
}>;
export type EnterRefusal = CommonRefusal | 'nothing-to-put' | Readonly<{ found: ReadingFindings }>;

/** What became of readings that were put: the batch that waits, and how many of the rows said what. */
export type ReadingsPut = Readonly<{ batchId: string }> &
  Pick<ReadingFindings, 'rows' | 'fresh' | 'revisions' | 'known' | 'empty'>;

/** Puts readings that were typed in before somebody else of the body: all of them, or none where one is wrong. */
export async function enterReadings(
  services: ActServices,
  actor: Actor | undefined,
  asked: Omit<EnterAsked, 'isComparison'>,
  options: ActOptions = {},
): Promise<Result<string, EnterRefusal>> {
  const put = await putReadings(services, actor, { ...asked, isComparison: false }, options);
  return put.ok ? ok(put.value.batchId) : put;
}

/** The same for readings that a program sends, which may be those of others. Answered as the first time where they come again. */
export async function putReadings(
  services: ActServices,
  actor: Actor | undefined,
  { bodyId, cameBy, isComparison, rows, isSure, says }: EnterAsked,
  options: ActOptions = {},
): Promise<Result<ReadingsPut, EnterRefusal>> {
  const allowed = may(actor, mayEnterReadings, bodyId);
  if (!allowed.ok) return allowed;
  const { clock } = services;
  return act<ReadingsPut, EnterRefusal>(services, allowed.value, options, async (sql) => {
    await lockThing(sql, readingsSubject(bodyId));
    const asked = { bodyId, isComparison, written: cameBy, rows, today: clock.today() };
    const { findings, readings } = await checkReadings(sql, asked);
    const wrong = mayNotPut(findings, { mode: 'all', isSure });
    if (wrong === 'nothing-to-put') return refuse(wrong);
    if (wrong !== undefined) return refuse({ found: findings });
    const batch = await enterBatch(
      sql,
      allowed.value,
      { cameBy, fileName: undefined, isComparison, says, readings },
      clock,
    );
    const { fresh, revisions, known, empty } = findings;
    const value = { batchId: batch.id, rows: rows.length, fresh, revisions, known, empty };
    return ok({ value, entry: enteredEntry(batch, readings) });
  });
}
