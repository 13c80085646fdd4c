import { type IsoDate, never, ok, refuse, type Result } from '#platform/kernel';

/**
 * One line of descent: on the day, `predecessor` ends and `successor`, where there is one, takes over what pointed at
 * it. A merger is several predecessors with one successor, a split one predecessor with several.
 */
export type SuccessionLink = Readonly<{
  predecessor: string;
  successor: string | undefined;
  on: IsoDate;
}>;

/** How a body can end, each as the form asks it. */
export const endings = {
  merge: 'It merges into, or is replaced by, one body',
  split: 'It is divided between several bodies',
  end: 'It ends and nothing takes its place',
} as const;
export type Ending = keyof typeof endings;

/** The day a body ceased or will cease to be; undefined while no end is recorded. */
export function endOf(bodyId: string, links: readonly SuccessionLink[]): IsoDate | undefined {
  return links.find(({ predecessor }) => predecessor === bodyId)?.on;
}

/** Whether the body exists on the day. One whose founding is not known counts as always having been there. */
export function existsOn(
  body: Readonly<{ id: string; founded: IsoDate | undefined }>,
  links: readonly SuccessionLink[],
  on: IsoDate,
): boolean {
  const end = endOf(body.id, links);
  return (body.founded === undefined || body.founded <= on) && (end === undefined || end > on);
}

/**
 * Who stands in a body's place on the day: itself while it lasts, otherwise its successors, theirs, and so on to bodies
 * that still exist. Empty when it ended for good. So nothing that points at a body is ever lost.
 */
export function successorsOf(
  bodyId: string,
  on: IsoDate,
  links: readonly SuccessionLink[],
): readonly string[] {
  const living = new Set<string>();
  const seen = new Set<string>();
  const walk = (id: string): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const passedOn = links.filter((link) => link.predecessor === id && link.on <= on);
    if (passedOn.length === 0) living.add(id);
    for (const { successor } of passedOn) if (successor !== undefined) walk(successor);
  };
  walk(bodyId);
  return [...living];
}

/** Every body this one descends from, nearest first. */
export function predecessorsOf(bodyId: string, links: readonly SuccessionLink[]): readonly string[] {
  const found = new Set<string>();
  const walk = (id: string): void => {
    for (const { predecessor, successor } of links) {
      if (successor !== id || found.has(predecessor) || predecessor === bodyId) continue;
      found.add(predecessor);
      walk(predecessor);
    }
  };
  walk(bodyId);
  return [...found];
}

export type SuccessionRefusal =
  | 'already-ended'
  | 'ends-before-founded'
  | 'reason-missing'
  | 'successor-is-itself'
  | 'successor-named-twice'
  | 'successor-already-ended'
  | 'successor-begins-later'
  | 'circular'
  | 'merge-needs-one-successor'
  | 'split-needs-two-successors'
  | 'end-has-no-successor';

/** What is known of a successor: one that is new is founded on the day itself. */
export type Successor = Readonly<{ id: string; founded: IsoDate | undefined }>;

/** Whether a body may be recorded as ending so. Each body records its own ending and no other's. */
export function acceptSuccession(
  ending: Readonly<{ kind: Ending; on: IsoDate; reason: string }>,
  body: Readonly<{ id: string; founded: IsoDate | undefined }>,
  successors: readonly Successor[],
  links: readonly SuccessionLink[],
): Result<readonly SuccessionLink[], SuccessionRefusal> {
  const { on } = ending;
  const ids = successors.map(({ id }) => id);
  if (endOf(body.id, links) !== undefined) return refuse('already-ended');
  if (body.founded !== undefined && on <= body.founded) return refuse('ends-before-founded');
  if (ending.reason.trim() === '') return refuse('reason-missing');
  if (ids.includes(body.id)) return refuse('successor-is-itself');
  if (new Set(ids).size !== ids.length) return refuse('successor-named-twice');
  if (ids.some((id) => predecessorsOf(body.id, links).includes(id))) return refuse('circular');
  if (successors.some(({ id }) => (endOf(id, links) ?? on) < on)) return refuse('successor-already-ended');
  if (successors.some(({ founded }) => founded !== undefined && founded > on))
    return refuse('successor-begins-later');
  const wrongCount = checkCount(ending.kind, ids.length);
  if (wrongCount !== undefined) return refuse(wrongCount);
  return ok(
    ids.length === 0
      ? [{ predecessor: body.id, successor: undefined, on }]
      : ids.map((successor) => ({ predecessor: body.id, successor, on })),
  );
}

function checkCount(kind: Ending, count: number): SuccessionRefusal | undefined {
  switch (kind) {
    case 'merge':
      return count === 1 ? undefined : 'merge-needs-one-successor';
    case 'split':
      return count >= 2 ? undefined : 'split-needs-two-successors';
    case 'end':
      return count === 0 ? undefined : 'end-has-no-successor';
    default:
      return never(kind);
  }
}
