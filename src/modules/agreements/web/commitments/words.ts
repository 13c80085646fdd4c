import { formatDate, plural } from '#platform/kernel';
import type { TagColour } from '#platform/ui';
import type { Due } from '../../domain/commitment/due.ts';
import { statuses } from '../../domain/commitment/fact.ts';
import type { BodyStanding, CommitmentStanding, MilestoneAt } from '../../domain/commitment/standing.ts';
import type { ListedStanding } from '../../queries/commitments/list.ts';

/** What each standing is called, and the colour of its tag. */
export const standingTags: Readonly<
  Record<ListedStanding | 'joined', Readonly<{ text: string; colour: TagColour }>>
> = {
  'no-evidence': { text: 'No evidence held', colour: 'grey' },
  slipped: { text: 'Slipped', colour: 'red' },
  'under-way': { text: statuses['under-way'], colour: 'blue' },
  kept: { text: statuses.kept, colour: 'green' },
  'partly-kept': { text: statuses['partly-kept'], colour: 'yellow' },
  'not-kept': { text: statuses['not-kept'], colour: 'red' },
  withdrawn: { text: statuses.withdrawn, colour: 'orange' },
  differs: { text: 'Its bodies differ', colour: 'purple' },
  joined: { text: 'Told elsewhere', colour: 'grey' },
};

/** Where a promise stands, in a sentence; `nameOf` names a body. */
export function sayStanding(
  { status, bodies, joinedWith }: CommitmentStanding,
  nameOf: (bodyId: string) => string,
): string {
  if (joinedWith !== undefined) return 'It is the same promise as another, and is told there.';
  if (status === 'no-evidence') {
    const reopened = bodies.find(({ since }) => since !== undefined);
    if (reopened?.since !== undefined)
      return `It was opened again on ${formatDate(reopened.since)}: ${reopened.says} No evidence is held since.`;
    return 'Nobody has shown what became of it: no evidence is held.';
  }
  if (status === 'differs') {
    const said = bodies.filter((body) => body.status !== 'no-evidence');
    const others = bodies.length - said.length;
    return [
      ...said.map((body) => `${nameOf(body.bodyId)}: ${sayOne(body)}`),
      ...(others === 0 ? [] : [`Of ${plural(others, 'other body', 'other bodies')} no evidence is held.`]),
    ].join(' ');
  }
  const [first] = bodies;
  return first === undefined ? '' : sayOne(first);
}

const sayOne = ({ status, since, says }: BodyStanding): string =>
  status === 'no-evidence'
    ? 'no evidence held.'
    : `${statuses[status]}${since === undefined ? '' : `, as said on ${formatDate(since)}`}. ${says}`;

/** By when, as exactly as the source is. */
export function sayDue({ by, precision, said }: Due): string {
  if (precision === 'day') return `by ${formatDate(by)}`;
  return `by ${formatDate(by)} at the latest${said === '' ? '' : ` (the source says: ${said})`}`;
}

type Said = Readonly<{ tag: string; colour: TagColour; says: string }>;

/** Where a milestone is: in a word or two, and in a sentence. */
export function sayMilestone({ first, expected, standing }: MilestoneAt): Said {
  switch (standing.standing) {
    case 'met': {
      const late = standing.isLate ? ', later than first promised' : '';
      return { tag: 'Met', colour: 'green', says: `Met on ${formatDate(standing.on)}${late}.` };
    }
    case 'slipped': {
      const now =
        expected !== undefined && first !== undefined && expected.by > first.by
          ? ` Now expected ${sayDue(expected)}.`
          : '';
      const why =
        standing.says === '' ? 'Its day has passed and nobody has shown that it was met.' : standing.says;
      return {
        tag: 'Slipped',
        colour: 'red',
        says: `Slipped since ${formatDate(standing.since)}. ${why}${now}`,
      };
    }
    case 'ahead': {
      const isLater = expected !== undefined && first !== undefined && expected.by > first.by;
      return isLater
        ? { tag: 'Moved later', colour: 'yellow', says: `Moved later: now expected ${sayDue(expected)}.` }
        : { tag: 'Ahead', colour: 'blue', says: 'Its day has not passed.' };
    }
    case 'ended':
      return { tag: 'Ended', colour: 'grey', says: 'The promise ended before its day.' };
    case 'no-date':
      return {
        tag: 'No date',
        colour: 'grey',
        says: 'No date is stated, so no day can show that it has slipped.',
      };
    default:
      return standing satisfies never;
  }
}
