import type { Entry } from './entry.ts';
import type { Hash } from './merkle/hash.ts';

/** The size and root of the record at one moment. Same head, same public pages. */
export type Head = Readonly<{ size: number; root: Hash }>;

/** Entries that were just committed by this process, and the size of the record they brought it to. */
export type Appended = Readonly<{ size: number; entries: readonly Entry[] }>;

/** Where the record stands, known without asking the database. */
export type RecordHead = Readonly<{
  /** The head now; undefined while other processes' acts may be missed, and then nothing may be served from memory. */
  current(): Head | undefined;
  /**
   * Tells a later module of what this process has just committed; returns how to stop. Told at most once, and not
   * after a crash: what must not be missed keeps its own place in the record and reads on from there.
   */
  onEntry(listener: (appended: Appended) => void): () => void;
  /** For `act` alone: this process has committed these entries. */
  advance(head: Head, entries: readonly Entry[]): void;
  close(): Promise<void>;
}>;

/** The part of a head that hears from elsewhere. */
export type HeadState = Omit<RecordHead, 'close'> &
  Readonly<{
    /** Somebody has appended. Old news, overtaken by later, is passed over. */
    heard(head: Head): void;
    /** From now on everything is heard, and this is where the record stands. */
    listening(head: Head): void;
    /** Nothing is heard any more. What was known is forgotten: the database may come back from a backup. */
    lost(): void;
  }>;

export function headState(onError: (error: unknown) => void): HeadState {
  const listeners = new Set<(appended: Appended) => void>();
  let isListening = false;
  let known: Head | undefined;

  const heard = (head: Head): void => {
    if (known === undefined || head.size > known.size) known = head;
  };
  return {
    current: () => (isListening ? known : undefined),
    onEntry(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    advance(head, entries) {
      heard(head);
      for (const listener of listeners)
        try {
          listener({ size: head.size, entries });
        } catch (error) {
          // The act stands; a listener that fails must not make it look undone.
          onError(error);
        }
    },
    heard,
    listening(head) {
      isListening = true;
      heard(head);
    },
    lost() {
      isListening = false;
      known = undefined;
    },
  };
}
