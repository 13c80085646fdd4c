import { Tag } from '#platform/ui';
import type { ReleaseStanding } from '../../../domain/release/release.ts';

const words = {
  standing: ['Current', 'green'],
  superseded: ['Superseded', 'grey'],
  withdrawn: ['Withdrawn', 'red'],
} as const;

/** Where a release stands, in a word. */
export const ReleaseStandingTag = ({ standing: { is } }: Readonly<{ standing: ReleaseStanding }>) => {
  const [word, colour] = words[is];
  return <Tag colour={colour}>{word}</Tag>;
};
