import { createHash } from 'node:crypto';
import type { Sql } from '#platform/db';
import type { Clock } from '#platform/kernel';
import { freshId } from '#platform/record';
import type { Consultation } from '../../domain/consultation/consultation.ts';
import { sameWords, type Sheet } from '../../domain/consultation/sheet.ts';
import { insertResponse, nextResponseNumber } from '../../store/responses.ts';

export const contentHash = (sheet: Sheet): string =>
  createHash('sha256').update(sameWords(sheet)).digest('base64url');

/** The key of one sending, as it is kept: whoever has the form’s own cannot be found by it. */
export const keyHash = (submission: string): string =>
  createHash('sha256').update(`sent ${submission}`).digest('base64url');

/** How a response came: online by a key of its own, or on paper by an officer’s hand. */
export type Came =
  | Readonly<{ cameBy: 'online'; sentKey: string; linkHash: string | undefined }>
  | Readonly<{ cameBy: 'paper'; sentKey: string; paperReference: string; enteredBy: string }>;

/** Enters a response under the next number. The caller holds the lock of the responses, and has accepted the sheet. */
export async function enterResponse(
  sql: Sql,
  clock: Clock,
  { id: consultationId, bodyId }: Pick<Consultation, 'id' | 'bodyId'>,
  sheet: Sheet,
  came: Came,
): Promise<number> {
  const number = await nextResponseNumber(sql, consultationId);
  await insertResponse(sql, {
    ...sheet,
    id: freshId(clock),
    consultationId,
    bodyId,
    number,
    cameBy: came.cameBy,
    paperReference: came.cameBy === 'paper' ? came.paperReference : undefined,
    enteredBy: came.cameBy === 'paper' ? came.enteredBy : undefined,
    sentKey: came.sentKey,
    linkHash: came.cameBy === 'online' ? came.linkHash : undefined,
    contentHash: contentHash(sheet),
    sentAt: clock.now(),
  });
  return number;
}
