import { instantInLondon, midnight } from '#platform/kernel';
import type { DecisionFacts } from './facts.ts';

/**
 * The facts as they stood at a moment: nothing that happened later. A signature withdrawn later is still there; a record
 * published on a day whose time is not known is public from the start of that day.
 */
export function knownBy(facts: DecisionFacts, at: Date): DecisionFacts {
  const { published, waiver } = facts;
  const soFar = <Event extends Readonly<{ at: Date }>>(events: readonly Event[]) =>
    events.filter((event) => event.at <= at);
  return {
    ...facts,
    published: published !== undefined && publishedAt(published) <= at ? published : undefined,
    waiver: waiver !== undefined && waiver.agreedAt <= at ? waiver : undefined,
    signatures: facts.signatures
      .filter(({ received }) => received <= at)
      .map((signature) =>
        signature.withdrawn !== undefined && signature.withdrawn > at
          ? { ...signature, withdrawn: undefined }
          : signature,
      ),
    hearings: soFar(facts.hearings),
    councilReviews: soFar(facts.councilReviews),
    reconsiderations: soFar(facts.reconsiderations),
    resolutions: soFar(facts.resolutions),
  };
}

/** The moment a record became public. */
export function publishedAt({ on, at }: NonNullable<DecisionFacts['published']>): Date {
  return instantInLondon({ date: on, time: at ?? midnight });
}
