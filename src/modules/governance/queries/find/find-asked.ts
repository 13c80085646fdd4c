import type { IsoDate } from '#platform/kernel';
import type { Topic } from '../../domain/topics.ts';
import type { FoundKind } from '../../store/found.ts';

export { type FoundKind, foundKinds } from '../../store/found.ts';

/** What somebody searches for. What is left out does not narrow the search. */
export type FindAsked = Readonly<{
  /** Words as they were typed: "these words", "a phrase", or, -not. Empty: everything, the newest first. */
  words: string;
  kind?: FoundKind | undefined;
  bodyId?: string | undefined;
  /** A place; what concerns a place it lies in concerns it too. */
  place?: string | undefined;
  topic?: Topic | undefined;
  from?: IsoDate | undefined;
  to?: IsoDate | undefined;
  /** Key decisions and notices of them alone. */
  isKey?: boolean | undefined;
}>;
