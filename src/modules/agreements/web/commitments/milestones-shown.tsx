import { Heading, Tag, Text } from '#platform/ui';
import { milestonePath } from '../../domain/commitment/commitment.ts';
import type { CommitmentShown } from '../../queries/commitments/page.ts';
import { sayDue, sayMilestone } from './words.ts';

/** Every milestone with its days and where it is, under an address of its own. */
export function MilestonesShown({ found }: Readonly<{ found: CommitmentShown }>) {
  const { milestones } = found.standing;
  if (milestones.length === 0)
    return <Text>No source held gives a date for it, and no office has set a milestone.</Text>;
  return (
    <>
      {milestones.map((milestone) => {
        const { tag, colour, says } = sayMilestone(milestone);
        const { number, what, first } = milestone;
        return (
          <div id={`milestone-${number}`}>
            <Heading level={3} size="s">
              {what}
            </Heading>
            <Text>
              <Tag colour={colour}>{tag}</Tag> {first !== undefined && `First promised ${sayDue(first)}.`}{' '}
              {says}
            </Text>
          </div>
        );
      })}
      <Text>
        Scrutiny can watch a milestone by its address, such as{' '}
        <code>{milestonePath(found.commitment, milestones[0]?.number ?? 1)}</code>.
      </Text>
    </>
  );
}
