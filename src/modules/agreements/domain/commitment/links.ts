import type { IsoDate } from '#platform/kernel';
import type { CommitmentFact } from './fact.ts';
import { factsBy } from './standing.ts';

/** What a promise can be linked to, each known by the beginning of its page’s address. */
export const linkKinds = {
  outcome: { title: 'Outcome', begins: '/outcomes/' },
  indicator: { title: 'Indicator', begins: '/indicators/' },
  target: { title: 'Target', begins: '/targets/' },
  decision: { title: 'Decision', begins: '/decisions/' },
  proposal: { title: 'Joint proposal', begins: '/proposals/' },
  commitment: { title: 'Commitment', begins: '/commitments/' },
} as const;
export type LinkKind = keyof typeof linkKinds;

/** A thing’s page, taken apart: `/targets/lpsa-two/3` is target `lpsa-two/3`. */
export type LinkedThing = Readonly<{ kind: LinkKind; id: string; page: string }>;

/** Reads the page of a thing that a promise can be linked to, with or without the site’s name before it. */
export function readLink(typed: string): LinkedThing | undefined {
  const [page = ''] = typed
    .trim()
    .replace(/^https?:\/\/[^/]+/i, '')
    .split(/[?#]/);
  for (const [kind, { begins }] of Object.entries(linkKinds)) {
    const id = page.startsWith(begins) ? page.slice(begins.length).replace(/\/$/, '') : '';
    if (/^[\w-]+(?:\/[\w.-]+)?$/.test(id)) return { kind: kind as LinkKind, id, page: `${begins}${id}` };
  }
  return undefined;
}

/** The pages a promise was linked to on a day, in the order in which they were linked. */
export function linksOn(facts: readonly CommitmentFact[], on: IsoDate): readonly string[] {
  const links = new Set<string>();
  for (const fact of factsBy(facts, on)) {
    if (fact.kind === 'linked') links.add(fact.at);
    if (fact.kind === 'unlinked') links.delete(fact.at);
  }
  return [...links];
}
