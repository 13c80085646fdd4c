import { Tag, type TagColour } from '#platform/ui';
import type { Direction } from '../../../domain/series/direction.ts';
import { directionWords } from '../../../domain/series/say-direction.ts';
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

/** Which way it goes: an arrow for the eye, up where it is better, and the word. */
export const DirectionWord = ({ direction: { direction } }: Readonly<{ direction: Direction }>) => (
  <span>
    {direction !== 'not-known' && (
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
        <path d={arrows[direction]} fill="currentColor" />
      </svg>
    )}{' '}
    {directionWords[direction]}
  </span>
);

const arrows = {
  improving: 'M8 2L14 10H10V14H6V10H2Z',
  steady: 'M14 8L6 14V10H2V6H6V2Z',
  worsening: 'M8 14L2 6H6V2H10V6H14Z',
} as const;

/** Marks what was made up to show the page. */
export const Illustrative = ({ when }: Readonly<{ when: boolean }>) =>
  when ? <Tag colour="purple">Illustrative</Tag> : null;

/** Said once at the head of a page whose figures are made up. */
export const illustrativeWarning =
  'These figures are illustrative: they were made up to show how this page works, and say nothing of any place.';
