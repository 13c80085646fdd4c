import type { Sql } from '#platform/db';
import { type IsoDate, lastMomentOf } from '#platform/kernel';
import type { Agreement } from '../domain/agreement/agreement.ts';
import type { TargetFacts } from '../domain/target/partner-cell.ts';
import { targetOn, type TargetOn } from '../domain/target/standing.ts';
import type { Target } from '../domain/target/target.ts';
import { findAgreements } from '../store/agreements.ts';
import { listTargets, type TargetsAsked } from '../store/targets.ts';
import { type TargetGrounds, targetGrounds } from './target-grounds.ts';

/** A target and which of its versions bound on a day. */
export type StoodTarget = Readonly<{
  target: Target;
  standing: TargetOn;
  facts: TargetFacts;
  agreement: Agreement | undefined;
}>;

/**
 * Targets as they stood on a day, in the order of their agreements: those put by then. Consents count at the moment asked, or at the
 * end of the day.
 */
export async function targetsAt(
  sql: Sql,
  asked: TargetsAsked,
  on: IsoDate,
  at?: Date,
): Promise<readonly StoodTarget[]> {
  return (await targetsWithGrounds(sql, asked, { on, at: at ?? lastMomentOf(on) })).targets;
}

/** The same with what their standing rests on, for a page that tells of it. */
export async function targetsWithGrounds(
  sql: Sql,
  asked: TargetsAsked,
  { on, at }: Readonly<{ on: IsoDate; at: Date }>,
): Promise<Readonly<{ targets: readonly StoodTarget[]; grounds: TargetGrounds }>> {
  const targets = await listTargets(sql, asked);
  const [grounds, agreements] = await Promise.all([
    targetGrounds(sql, targets, { on, at }),
    findAgreements(sql, { ids: [...new Set(targets.map(({ agreementId }) => agreementId))] }),
  ]);
  const agreementOf = new Map(agreements.map((agreement) => [agreement.id, agreement]));
  const stood = targets.map((target): StoodTarget => {
    const agreement = agreementOf.get(target.agreementId);
    const facts = grounds.factsOf(agreement);
    return { target, agreement, facts, standing: targetOn(target, facts, on) };
  });
  return { targets: stood.filter(({ standing }) => standing.put !== undefined), grounds };
}
