/**
 * What a numbered paragraph of a decision does. A record may mix them: in July 2008 Maidstone’s Cabinet agreed money,
 * agreed a scrutiny reference and recommended to the Council, all in one decision.
 */
export const clauseEffects = {
  executive: { title: 'Executive decision', takesEffect: 'after-call-in' },
  'recommend-to-council': { title: 'Recommends to the Council', takesEffect: 'by-council' },
  'agree-scrutiny-reference': { title: 'Agrees a scrutiny reference', takesEffect: 'at-publication' },
  delegate: { title: 'Delegates, within limits', takesEffect: 'at-publication' },
  note: { title: 'Notes', takesEffect: 'at-publication' },
  endorse: { title: 'Endorses', takesEffect: 'at-publication' },
  request: { title: 'Requests', takesEffect: 'at-publication' },
  resolve: { title: 'Resolves, as Council or committee', takesEffect: 'at-publication' },
  recommend: { title: 'Recommends to another body', takesEffect: 'at-publication' },
} as const satisfies Record<string, Readonly<{ title: string; takesEffect: WhenEffective }>>;
export type ClauseEffect = keyof typeof clauseEffects;

/** Only what is executive waits for call-in, and only what is recommended waits for the Council. */
type WhenEffective = 'after-call-in' | 'by-council' | 'at-publication';

/** One paragraph of a decision, by the number it has in the record: `1`, `3(i)`. */
export type Clause = Readonly<{ number: string; effect: ClauseEffect; text: string }>;
