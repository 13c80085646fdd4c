import { type AboutKind, aboutKinds, type Followed } from '#platform/kernel';
import { isPrivate, type Leaf } from './leaf.ts';

/**
 * Everything a public entry is about, once each: what `facts.about` names, the page it was done to, and the body whose
 * office did it. A private one is about nothing that anybody may know.
 */
export function aboutOf(leaf: Leaf): readonly Followed[] {
  if (isPrivate(leaf)) return [];
  const named: unknown = leaf.facts['about'];
  const said = new Map<string, unknown>(
    typeof named === 'object' && named !== null ? Object.entries(named) : [],
  );
  const ids: Readonly<Record<AboutKind, readonly unknown[]>> = {
    bodies: [...listed(said.get('bodies')), leaf.body],
    places: listed(said.get('places')),
    topics: listed(said.get('topics')),
    things: [...listed(said.get('things')), leaf.subject],
  };
  return aboutKinds.flatMap((kind) => [...new Set(ids[kind].filter(isName))].map((id) => ({ kind, id })));
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Longer than any address; what is beyond is no name, and no index could hold it. */
const longestName = 500;
const isName = (id: unknown): id is string => typeof id === 'string' && id !== '' && id.length <= longestName;
