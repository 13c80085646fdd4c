import type { Json } from './canonical-json.ts';

/**
 * One act, as the record remembers it: what was done, to what, under which decision. Who did it and when are added
 * when it is appended.
 */
export type Entry = Readonly<{
  /** What was done, as module, noun and past participle: `register.rule.corrected`. */
  act: string;
  /** The page of the thing it was done to: `/bodies/maidstone/rules`. */
  subject: string;
  /** One sentence for people, without personal data: "Call-in: members needed corrected from 2 to 3". */
  summary: string;
  /** The page of the decision that authorised it, where there is one. */
  decision?: string;
  /** What changed, enough to rebuild it. */
  facts: Readonly<Record<string, Json>>;
  /** A private act enters the public log as a salted commitment alone. */
  visibility: 'public' | 'private';
}>;
