import { Bullets, Link } from '#platform/ui';
import { type DayAsked, onDay, Section } from '#platform/web';
import { commitmentPath } from '../../domain/commitment/commitment.ts';
import type { CommitmentAt } from '../../queries/commitments/list.ts';
import { StandingTags } from './standing-tags.tsx';

type Props = Readonly<{ commitments: readonly CommitmentAt[]; visit: DayAsked }>;

/** The promises that are linked with a thing, each with where it stands, for the thing’s own page. */
export const LinkedCommitments = ({ commitments, visit }: Props) => (
  <Bullets
    items={commitments.map(({ commitment, standing }) => (
      <>
        <Link href={onDay(commitmentPath(commitment), visit)}>{commitment.promise}</Link>{' '}
        <StandingTags standing={standing} />
      </>
    ))}
  />
);

/** The same under its heading, for a page of this module; nothing at all where there is none. */
export const PromisesLinked = (props: Props) =>
  props.commitments.length === 0 ? null : (
    <Section title="Promises linked with it">
      <LinkedCommitments {...props} />
    </Section>
  );
