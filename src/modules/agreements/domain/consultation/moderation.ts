import { ok, refuse, type Result } from '#platform/kernel';

export const moderationOutcomes = {
  published: 'Publish it as it was written',
  redacted: 'Publish it with parts removed',
  withheld: 'Do not publish it',
} as const;
export type ModerationOutcome = keyof typeof moderationOutcomes;

/** What an officer let be read of one free text. The text as it was written stays private. */
export type PublishedText = Readonly<{
  response: number;
  question: number;
  revision: number;
  outcome: ModerationOutcome;
  /** What may be read; undefined when it is withheld. */
  says: string | undefined;
  reason: string;
  byOffice: string;
  at: Date;
}>;

export type NewModeration = Readonly<{ outcome: ModerationOutcome; says: string; reason: string }>;
export type ModerationRefusal = 'reason-missing' | 'nothing-removed' | 'nothing-left' | 'words-added';

/** Where parts of a text were removed. */
export const removed = '[removed]';

/**
 * Holds a decision against the text as it was written: parts may be removed, each with `[removed]` in its place, but no word
 * may be put into anybody’s mouth. Whatever is kept back needs a reason that can be published.
 */
export function acceptModeration(
  written: string,
  { outcome, says, reason }: NewModeration,
): Result<Readonly<{ says: string | undefined; reason: string }>, ModerationRefusal> {
  if (outcome === 'published') return ok({ says: written, reason: '' });
  if (reason === '') return refuse('reason-missing');
  if (outcome === 'withheld') return ok({ says: undefined, reason });
  if (!says.includes(removed)) return refuse('nothing-removed');
  const kept = says.split(removed).map((part) => part.replaceAll(/\s+/g, ' ').trim());
  if (kept.every((part) => part === '')) return refuse('nothing-left');
  return isOf(written.replaceAll(/\s+/g, ' '), kept) ? ok({ says, reason }) : refuse('words-added');
}

/** Whether the parts stand in the text, in this order. */
function isOf(written: string, parts: readonly string[]): boolean {
  let from = 0;
  for (const part of parts) {
    const at = written.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return true;
}
