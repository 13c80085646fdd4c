import type { CallInLine } from '../../../queries/call-in/call-ins-list.ts';
import { standingInWords, standingTags } from '../words.ts';

/** What became of a call-in, in one sentence. */
export const outcomeInWords = ({ outcome }: CallInLine): string =>
  outcome === 'no-longer'
    ? 'Signatures were withdrawn before the window closed, and too few were left.'
    : standingInWords(outcome);

/** The same in a word or two, for a tag. */
export const outcomeTag = ({ outcome }: CallInLine) =>
  outcome === 'no-longer' ? noLonger : standingTags[outcome.standing];

const noLonger = { text: 'Withdrawn', colour: 'grey' } as const;
