import { DataTable, Heading, InsetText, Text } from '#platform/ui';
import { choices, majorities, oneVote } from '../../../domain/meeting/count-votes.ts';
import { motionActs, ways } from '../../../domain/meeting/motion.ts';
import type { MotionLine } from '../../../queries/meetings/meeting-page.ts';
import { sayOutcome } from '../words.ts';

const choiceWords = { ...choices, dissents: 'Dissents' };

/** A motion, what became of it, and how each member voted. */
export function MotionView({
  line: { motion, outcome },
  headingLevel = 4,
}: Readonly<{ line: MotionLine; headingLevel?: 3 | 4 }>) {
  // Whoever casts another’s vote is in the room, and mostly has one too.
  const castWith = (castBy: string) =>
    motion.votes
      .filter(({ officeId }) => officeId === castBy)
      .map(({ officeTitle }) => `cast by ${officeTitle}`);
  const weighted = motion.votes.some(({ weight }) => weight !== oneVote);
  return (
    <>
      <Heading level={headingLevel} size="s">
        {motionActs[motion.act]}
      </Heading>
      <InsetText>
        {motion.text.split('\n').map((paragraph) => (
          <p class="govuk-body">{paragraph}</p>
        ))}
      </InsetText>
      <Text>
        Moved by {motion.movedTitle}
        {motion.secondedTitle !== undefined && `, seconded by ${motion.secondedTitle}`}. {ways[motion.way]}.{' '}
        {motion.needs !== 'majority' && `It needed ${majorities[motion.needs].toLowerCase()}. `}
        <strong>{sayOutcome(outcome)}</strong>
      </Text>
      {motion.version > 1 && <Text>Entered anew: {motion.reason}</Text>}
      {motion.votes.length > 0 && (
        <DataTable
          caption={motion.way === 'consensus' ? 'Dissent recorded' : 'Votes'}
          rows={motion.votes}
          columns={[
            { title: 'Member', cell: ({ officeTitle }) => officeTitle },
            {
              title: 'Vote',
              cell: ({ choice, castBy }) =>
                castBy === undefined
                  ? choiceWords[choice]
                  : [choiceWords[choice], 'by proxy', ...castWith(castBy)].join(', '),
            },
            ...(weighted
              ? [
                  {
                    title: 'Counts',
                    cell: ({ weight }: { weight: number }) => weight / oneVote,
                    numeric: true,
                  },
                ]
              : []),
            ...(motion.votes.some(({ says }) => says !== '')
              ? [{ title: 'Asked to be recorded', cell: ({ says }: { says: string }) => says }]
              : []),
          ]}
          empty=""
          narrow="stack"
        />
      )}
    </>
  );
}
