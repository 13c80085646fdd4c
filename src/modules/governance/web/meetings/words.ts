import type { TagColour } from '#platform/ui';
import { formatDate, formatTime } from '#platform/kernel';
import type { Sitting } from '../../domain/meeting/meeting.ts';
import type { MeetingStandingName } from '../../domain/meeting/standing.ts';
import type { MotionOutcome } from '../../domain/meeting/motion.ts';
import { type Outcome, sayVotes } from '../../domain/meeting/count-votes.ts';

/** The colour of a standing’s tag; it only supports the words. */
export const standingColours: Readonly<Record<MeetingStandingName, TagColour>> = {
  'not-called': 'grey',
  called: 'blue',
  'agenda-published': 'teal',
  'to-go-on': 'yellow',
  today: 'green',
  held: 'grey',
  'minutes-published': 'grey',
  'minutes-approved': 'grey',
  cancelled: 'red',
};

/** When a meeting sits: `6:30pm on Wednesday 9 July 2008`. */
export const saySitting = ({ on, at }: Sitting): string =>
  at === undefined
    ? formatDate(on, { weekday: 'long' })
    : `${formatTime(at)} on ${formatDate(on, { weekday: 'long' })}`;

const why: Readonly<Record<Outcome['because'], string>> = {
  majority: 'by a majority of the votes cast',
  'two-thirds': 'by two thirds of the votes cast',
  unanimity: 'with nobody against',
  tie: 'because the votes were equal and no casting vote was given',
  'casting-vote': 'by the casting vote of whoever presided, the votes being equal',
  'not-enough': 'because it needed more of the votes than it had',
  'no-votes': 'because nobody voted for or against',
};

/** What became of a motion, in one sentence. */
export function sayOutcome(outcome: MotionOutcome): string {
  if (outcome.way === 'consensus')
    return outcome.dissenting === 0
      ? 'Agreed by consensus, nobody dissenting.'
      : `Agreed by consensus; ${outcome.dissenting} asked for their dissent to be recorded.`;
  const { votes } = outcome;
  const counted = `${sayVotes(votes.for)} for, ${sayVotes(votes.against)} against, ${sayVotes(votes.abstain)} abstained`;
  return `${outcome.outcome === 'carried' ? 'Carried' : 'Lost'}, ${why[outcome.because]}: ${counted}.`;
}
