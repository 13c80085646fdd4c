import { Tag } from '#platform/ui';
import type { AgreementStanding } from '../../domain/agreement/agreement-standing.ts';
import { standingColours, standingTitle } from './words.ts';

/** Where an agreement stands, as a tag. */
export const StandingTag = ({ standing }: Readonly<{ standing: AgreementStanding }>) => (
  <Tag colour={standingColours[standing.standing]}>{standingTitle(standing)}</Tag>
);
