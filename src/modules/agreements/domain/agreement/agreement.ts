/** One principle the parties hold to, in the order they gave. */
export type Principle = Readonly<{ number: string; text: string; cites: string }>;

/**
 * A part of an agreement’s text, sentence by sentence so that two versions can be held side by side. A sentence keeps its
 * key from version to version, whatever happens to its words or its place.
 */
export type Section = Readonly<{
  key: string;
  title: string;
  sentences: readonly Readonly<{ key: string; text: string; cites: string }>[];
}>;
