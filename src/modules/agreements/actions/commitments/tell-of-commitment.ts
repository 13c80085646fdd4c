import { lockThing, type Sql } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, Stale } from '#platform/module';
import { type ActOptions, type ActServices, actTogether, type Entry } from '#platform/record';
import { acceptFact, type FactRefusal } from '../../domain/commitment/accept-fact.ts';
import { commitmentPath } from '../../domain/commitment/commitment.ts';
import type { CommitmentFact, ToldFact } from '../../domain/commitment/fact.ts';
import { mayKeepCommitments, mayReplyOnCommitments } from '../../permissions.ts';
import { insertCommitmentFacts } from '../../store/commitment-facts.ts';
import { findCommitment } from '../../store/commitments.ts';
import { factEntry } from './commitment-entry.ts';
import { type CheckRefusal, checkFact } from './check-fact.ts';
import { tellConditions } from './tell-conditions.ts';
import type { CommitmentNamed } from '../../queries/commitments/page.ts';

export type TellRefusal =
  | CommonRefusal
  | FactRefusal
  | CheckRefusal
  | 'no-such-commitment'
  | Stale<readonly CommitmentFact[]>;

/**
 * Says something of a promise: who answers for it, a milestone, what shows how it goes, its status, a link, or a reply. A
 * milestone that is met, missed or moved reaches the conditions of scrutiny that watch it, in the same act. `seen`: how many
 * facts the officer saw.
 */
export async function tellOfCommitment(
  services: ActServices,
  actor: Actor | undefined,
  { bodyId, ...named }: CommitmentNamed & Readonly<{ bodyId: string }>,
  told: ToldFact,
  seen: number,
  options: ActOptions = {},
): Promise<Result<void, TellRefusal>> {
  const allowed = may(actor, told.kind === 'reply' ? mayReplyOnCommitments : mayKeepCommitments, bodyId);
  if (!allowed.ok) return allowed;
  const { officeTitle: byOffice } = allowed.value;
  const when = { today: services.clock.today(), now: services.clock.now(), seen };
  return actTogether<void, TellRefusal>(services, allowed.value, options, async (sql) => {
    const entries = await enterFact(sql, { ...named, bodyId, byOffice }, told, when);
    return entries.ok ? ok({ value: undefined, entries: entries.value }) : entries;
  });
}

type Teller = CommitmentNamed & Readonly<{ bodyId: string; byOffice: string }>;

async function enterFact(
  sql: Sql,
  { bodyId, byOffice, ...named }: Teller,
  told: ToldFact,
  { today, now, seen }: Readonly<{ today: IsoDate; now: Date; seen: number }>,
): Promise<Result<readonly Entry[], Exclude<TellRefusal, CommonRefusal>>> {
  const found = await findCommitment(sql, named);
  if (found === undefined) return refuse('no-such-commitment');
  const path = commitmentPath(found.commitment);
  await lockThing(sql, path);
  const { commitment, facts } = (await findCommitment(sql, named)) ?? found;
  if (facts.length !== seen) return refuse({ stale: facts });
  const checked = await checkFact(sql, bodyId, told);
  if (!checked.ok) return checked;
  const of = { commitment: { ...commitment, path }, facts, bodyId, today };
  const accepted = acceptFact(of, checked.value);
  if (!accepted.ok) return accepted;
  const fact: CommitmentFact = { ...accepted.value, number: facts.length + 1, bodyId, byOffice };
  await insertCommitmentFacts(sql, [{ commitmentId: commitment.id, fact }], now);
  const also = 'at' in fact && fact.at.startsWith('/') ? [fact.at] : [];
  return ok([
    factEntry(commitment, fact, also),
    ...(await tellConditions(sql, commitment, fact, { today, now })),
  ]);
}
