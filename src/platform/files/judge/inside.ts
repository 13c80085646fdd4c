import type { FileKind } from '../file-kinds.ts';

/** What a file is by its bytes. */
export type Inside = Readonly<{
  /** Undefined for what is not taken. */
  kind?: FileKind;
  /** In words, with its article: "a PDF", "a program for Windows". */
  says: string;
  /** What to do instead, for what is not taken. */
  remedy?: string;
  /** It is another thing altogether than the kinds that are taken, so a name of theirs is a lie. */
  disguised?: boolean;
}>;
