import type { IsoDate } from '#platform/kernel';
import { Tag, type TagColour } from '#platform/ui';
import type { NoticeLine } from '../../../queries/notices-open.ts';

type Badge = Readonly<{ text: string; colour: TagColour }>;

/** What a reader must know of a forthcoming decision at a glance. */
export function badgesOf(
  line: Pick<NoticeLine, 'isKey' | 'isPrivate' | 'access' | 'route' | 'change' | 'dueUntil'>,
  today: IsoDate,
): readonly Badge[] {
  return [
    ...(line.isKey ? [{ text: 'Key', colour: 'blue' } as const] : []),
    ...(line.isPrivate
      ? [{ text: 'Private meeting', colour: 'purple' } as const]
      : line.access === 'open'
        ? []
        : [{ text: accessBadges[line.access], colour: 'purple' } as const]),
    ...(line.route === 'special-urgency' ? [{ text: 'Urgent', colour: 'red' } as const] : []),
    ...(line.route === 'general-exception' ? [{ text: 'Shorter notice', colour: 'orange' } as const] : []),
    ...(line.change === 'postponed' ? [{ text: 'Postponed', colour: 'yellow' } as const] : []),
    ...(line.change === 'withdrawn' ? [{ text: 'Withdrawn', colour: 'grey' } as const] : []),
    ...(line.change !== 'withdrawn' && line.dueUntil < today
      ? [{ text: 'Late', colour: 'orange' } as const]
      : []),
  ];
}

const accessBadges = {
  open: 'Open',
  'part-exempt': 'Part exempt',
  exempt: 'Exempt',
  confidential: 'Confidential',
} as const;

export const Badges = ({
  line,
  today,
}: Readonly<{ line: Parameters<typeof badgesOf>[0]; today: IsoDate }>) => {
  const badges = badgesOf(line, today);
  if (badges.length === 0) return <>Open</>;
  // One element, so that they stay together where a row becomes a card.
  return (
    <span>
      {badges.map(({ text, colour }) => (
        <>
          <Tag colour={colour}>{text}</Tag>{' '}
        </>
      ))}
    </span>
  );
};
