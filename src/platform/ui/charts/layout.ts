import type { ComponentChildren } from 'preact';

/**
 * Every chart is drawn twice, wide and narrow, and the styles show the one that fits. Shrinking one drawing would
 * shrink its words: at 320 px they would be five pixels high.
 */
export type Layout = Readonly<{
  name: 'wide' | 'narrow';
  width: number;
  /** From line to line of a label, and the room one letter takes on average, in units of the drawing. */
  lineHeight: number;
  characterWidth: number;
}>;

export const layouts: readonly Layout[] = [
  { name: 'wide', width: 680, lineHeight: 20, characterWidth: 9.2 },
  { name: 'narrow', width: 320, lineHeight: 19, characterWidth: 8.6 },
];

/** What a chart draws for one layout. */
export type Drawing = Readonly<{ height: number; content: ComponentChildren }>;
