import type { VNode } from 'preact';
import { Tag, type TagColour } from '../components/tag.tsx';

/** How sure we are of a fact, in words that need no colour and no legend. */
export const certaintyMarks = {
  stated: { words: 'From the source document', colour: 'grey' },
  verified: { words: 'Verified', colour: 'green' },
  confirmed: { words: 'Confirmed by the body', colour: 'green' },
  confident: { words: 'Known, not re-checked', colour: 'teal' },
  computed: { words: 'Worked out', colour: 'blue' },
  unsure: { words: 'Check locally', colour: 'orange' },
  assumed: { words: 'Default: check locally', colour: 'orange' },
  illustrative: { words: 'Illustrative', colour: 'purple' },
  unknown: { words: 'Not known', colour: 'grey' },
} as const satisfies Readonly<Record<string, Readonly<{ words: string; colour: TagColour }>>>;

export type CertaintyMark = keyof typeof certaintyMarks;

/** Marks one fact with how sure we are of it. */
export function Certainty({ mark }: Readonly<{ mark: CertaintyMark }>): VNode {
  const { words, colour } = certaintyMarks[mark];
  return (
    <Tag class="accord-certainty" colour={colour}>
      {words}
    </Tag>
  );
}
