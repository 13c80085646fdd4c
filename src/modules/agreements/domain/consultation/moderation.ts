import { ok, refuse, type Result } from '#platform/kernel';
import type { Sheet } from './sheet.ts';

export const moderationOutcomes = {
  published: 'Publish it as it was written',
  redacted: 'Publish it with parts removed',
  withheld: 'Do not publish it',
} as const;
export type ModerationOutcome = keyof typeof moderationOutcomes;

/** The name of an organisation is decided on as its free texts are: under this number, which no question has. */
export const itsName = 0;

/** What was written in answer to a question, or as the name; '' where nothing was. */
export const writtenIn = ({ organisation, answers }: Sheet, question: number): string =>
  (question === itsName ? organisation : answers.find((answer) => answer.question === question)?.says) ?? '';

/** How an organisation may be named, and why it is not, or not in full. Residents are never named. */
export type Naming = Readonly<{ organisation: string | undefined; whyNotNamed: string | undefined }>;

/** The name of a respondent as an officer let it be read: until one did, an organisation is counted and not named. */
export function namingOf(
  { kind }: Pick<Sheet, 'kind'>,
  decided: Pick<PublishedText, 'says' | 'reason'> | undefined,
): Naming {
  if (kind !== 'organisation') return { organisation: undefined, whyNotNamed: undefined };
  if (decided === undefined)
    return { organisation: undefined, whyNotNamed: 'No officer has let it be published' };
  return { organisation: decided.says, whyNotNamed: decided.reason === '' ? undefined : decided.reason };
}

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
