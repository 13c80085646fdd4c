import type { Answers, FieldErrors } from '#platform/http';
import { line, oneOf, passage, versionSeen } from '#platform/web';
import { z } from 'zod';
import { type Attendance } from '../../../domain/meeting/attendance.ts';
import { type Choice, choices, majorities, oneVote } from '../../../domain/meeting/count-votes.ts';
import { type MemberVote, motionActs, type MotionPut, ways } from '../../../domain/meeting/motion.ts';
import type { KeptMotionShown } from '../../../queries/meetings/meeting-page.ts';
import { keysOf } from '../committees/words.ts';

/** The name of the question how a member voted; who cast it for the member; whether it dissented, and what it said. */
export const voteField = (
  question: 'vote' | 'proxy' | 'dissent' | 'says',
  { officeId }: Pick<Attendance, 'officeId'>,
): string => `${question}:${officeId}`;

const count = (name: string) =>
  line(name, { most: 5, optional: true }).refine((typed) => typed === '' || /^\d{1,5}$/.test(typed), {
    message: `Enter ${name} as a whole number`,
  });

const questions = z.object({
  act: oneOf(keysOf(motionActs), 'Select what the motion asks'),
  text: passage('the text of the motion', { most: 8000 }),
  movedBy: line('who moved it', { most: 200 }),
  secondedBy: line('who seconded it', { most: 200, optional: true }),
  way: oneOf(keysOf(ways), 'Select how the meeting came to its answer'),
  needs: oneOf(keysOf(majorities), 'Select what it needed'),
  countedFor: count('how many voted for'),
  countedAgainst: count('how many voted against'),
  countedAbstain: count('how many abstained'),
  casting: oneOf(['none', 'for', 'against'], 'Select whether a casting vote was given'),
  reason: passage('why it is entered anew', { most: 1000, optional: true }),
  seen: line('what was seen', { most: 9, optional: true }),
});

export type MotionRead = Readonly<{ put: MotionPut; reason: string; seen: number }>;

/** The questions of the form, with one for each member who may be asked how it voted. */
export const motionSchema = (people: readonly Attendance[]) =>
  z.record(z.string(), z.string()).transform((answers, context): MotionRead => {
    const read = questions.safeParse(answers);
    if (!read.success) {
      for (const { path, message } of read.error.issues)
        context.addIssue({ code: 'custom', message, path: [...path] });
      return z.NEVER;
    }
    for (const [field, message] of Object.entries(passedOver(answers, read.data.way, people)))
      context.addIssue({ code: 'custom', message, path: [field] });
    const { secondedBy, countedFor, countedAgainst, countedAbstain, casting, reason, seen, ...put } =
      read.data;
    const inVotes = (typed: string) => Number(typed === '' ? 0 : typed) * oneVote;
    return {
      put: {
        ...put,
        secondedBy: secondedBy === '' ? undefined : secondedBy,
        votes: votesIn(answers, people, put.way),
        counted:
          put.way === 'counted'
            ? { for: inVotes(countedFor), against: inVotes(countedAgainst), abstain: inVotes(countedAbstain) }
            : undefined,
        casting: casting === 'none' || put.way === 'consensus' ? undefined : casting,
      },
      reason,
      seen: versionSeen(seen),
    };
  });

const longestWords = 500;

/** What is answered for another way of coming to an answer than the one chosen: none of it may be passed over in silence. */
function passedOver(answers: Answers, way: MotionPut['way'], people: readonly Attendance[]): FieldErrors {
  const errors: Record<string, string> = {};
  const says = (field: string): string => answers[field] ?? '';
  for (const person of people) {
    const { officeTitle } = person;
    const [vote, proxy] = [voteField('vote', person), voteField('proxy', person)];
    const [dissent, words] = [voteField('dissent', person), voteField('says', person)];
    if (isChoice(says(vote)) && way !== 'recorded')
      errors['way'] =
        `A vote of ${officeTitle} is entered. Select “${ways.recorded}”, or “Did not vote” for each member`;
    if (way === 'recorded' && says(proxy) !== '' && !isChoice(says(vote)))
      errors[vote] = `Select how the vote of ${officeTitle} was cast, or nobody who cast it`;
    if (way !== 'consensus' && (says(dissent) === 'yes' || says(words) !== ''))
      errors[dissent] = `Select “${ways.consensus}” above, or that ${officeTitle} does not dissent`;
    if (says(words).length > longestWords)
      errors[words] = `What is to be recorded must be ${longestWords} characters or fewer`;
    if (way === 'consensus' && says(dissent) !== 'yes' && says(words) !== '')
      errors[dissent] = `Select that ${officeTitle} asked for dissent to be recorded, or empty its words`;
  }
  for (const field of ['countedFor', 'countedAgainst', 'countedAbstain'])
    if (way !== 'counted' && says(field) !== '')
      errors[field] = `Select “${ways.counted}” above, or leave the numbers empty`;
  if (way === 'consensus' && ['for', 'against'].includes(says('casting')))
    errors['casting'] = 'Where no vote is taken there is no casting vote. Select none';
  return errors;
}

function votesIn(
  answers: Answers,
  people: readonly Attendance[],
  way: MotionPut['way'],
): readonly MemberVote[] {
  if (way === 'counted') return [];
  return people.flatMap((person): readonly MemberVote[] => {
    const { officeId, officeTitle, weight } = person;
    const says = (answers[voteField('says', person)] ?? '').trim();
    if (way === 'consensus')
      return answers[voteField('dissent', person)] === 'yes'
        ? [{ officeId, officeTitle, choice: 'dissents', weight, castBy: undefined, says }]
        : [];
    const choice = answers[voteField('vote', person)] ?? '';
    if (!isChoice(choice)) return [];
    const proxy = answers[voteField('proxy', person)] ?? '';
    return [{ officeId, officeTitle, choice, weight, castBy: proxy === '' ? undefined : proxy, says: '' }];
  });
}

const isChoice = (typed: string): typed is Choice => Object.hasOwn(choices, typed);

/** A motion as the answers of the form that enters it anew. */
export const motionAnswers = (motion: KeptMotionShown): Answers => ({
  act: motion.act,
  text: motion.text,
  movedBy: motion.movedBy,
  secondedBy: motion.secondedBy ?? '',
  way: motion.way,
  needs: motion.needs,
  casting: motion.casting ?? 'none',
  ...(motion.counted !== undefined && {
    countedFor: String(motion.counted.for / oneVote),
    countedAgainst: String(motion.counted.against / oneVote),
    countedAbstain: String(motion.counted.abstain / oneVote),
  }),
  ...Object.fromEntries(
    motion.votes.flatMap((vote) =>
      vote.choice === 'dissents'
        ? [
            [voteField('dissent', vote), 'yes'],
            [voteField('says', vote), vote.says],
          ]
        : [
            [voteField('vote', vote), vote.choice],
            [voteField('proxy', vote), vote.castBy ?? ''],
          ],
    ),
  ),
});
