import { Tag } from '#platform/ui';
import type { CommitmentStanding } from '../../domain/commitment/standing.ts';
import { standingTags } from './words.ts';

/** Where a promise stands in short, and whether a milestone of it has slipped. */
export const StandingTags = ({ standing }: Readonly<{ standing: CommitmentStanding }>) => (
  <span class="accord-tags">
    <Tag colour={standingTags[standing.status].colour}>{standingTags[standing.status].text}</Tag>{' '}
    {standing.slipped.length > 0 && (
      <Tag colour={standingTags.slipped.colour}>{standingTags.slipped.text}</Tag>
    )}
  </span>
);
