/** Who put something out, and when. */
export type Published = Readonly<{ by: string; at: Date }>;
