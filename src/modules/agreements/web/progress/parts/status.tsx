import { Tag, type TagColour } from '#platform/ui';
import type { Direction } from '../../../domain/series/direction.ts';
import { directionArrows, directionWords } from '../../../domain/series/say-direction.ts';
import { statusWord } from '../../../domain/series/say-status.ts';
import type { Status } from '../../../domain/series/status.ts';

const colours = {
  green: 'green',
  amber: 'yellow',
  red: 'red',
  grey: 'grey',
} as const satisfies Readonly<Record<Status['colour'], TagColour>>;

/** Where a series stands: a word in a colour, the word enough by itself. */
export const StatusTag = ({ status }: Readonly<{ status: Status }>) => (
  <Tag colour={colours[status.colour]}>{statusWord(status)}</Tag>
);

/** Which way it goes: an arrow for the eye, and the word. */
export const DirectionWord = ({ direction: { direction } }: Readonly<{ direction: Direction }>) => (
  <span>
    {directionArrows[direction] !== '' && <span aria-hidden="true">{directionArrows[direction]} </span>}
    {directionWords[direction]}
  </span>
);

/** Marks what was made up to show the page. */
export const Illustrative = ({ when }: Readonly<{ when: boolean }>) =>
  when ? <Tag colour="purple">Illustrative</Tag> : null;

/** Said once at the head of a page whose figures are made up. */
export const illustrativeWarning =
  'These figures are illustrative: they were made up to show how this page works, and say nothing of any place.';
