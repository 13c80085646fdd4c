import type { CommitmentFact } from '../../domain/commitment/fact.ts';

export type OfficeAnswering = Readonly<{ bodyId: string; officeId: string; office: string }>;

/** The office of each body that answers for a promise: the one it named last. */
export function officesOf(facts: readonly CommitmentFact[]): readonly OfficeAnswering[] {
  const byBody = new Map<string, OfficeAnswering>();
  for (const fact of facts)
    if (fact.kind === 'owner')
      byBody.set(fact.bodyId, { bodyId: fact.bodyId, officeId: fact.officeId, office: fact.office });
  return [...byBody.values()];
}
