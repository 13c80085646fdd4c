import { Tag, type TagColour } from '#platform/ui';
import type { ImportStanding } from '../../../domain/import/standing.ts';

const words: Readonly<Record<ImportStanding['is'], readonly [string, TagColour]>> = {
  reading: ['Being read', 'blue'],
  quiet: ['Stopped', 'red'],
  failed: ['Not read', 'red'],
  refused: ['No payments in it', 'red'],
  'in-doubt': ['In doubt', 'orange'],
  read: ['Checked', 'green'],
  asked: ['Waits for approval', 'blue'],
  returned: ['Given back', 'orange'],
  approved: ['Published', 'green'],
  dropped: ['Dropped', 'grey'],
};

/** Where an import is, in two words. */
export const StandingTag = ({ standing: { is } }: Readonly<{ standing: ImportStanding }>) => {
  const [word, colour] = words[is];
  return <Tag colour={colour}>{word}</Tag>;
};
