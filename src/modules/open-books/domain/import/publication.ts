import type { Actor } from '#platform/kernel';

/** What is done of a publication, one after another, from its approval on. */
export const publicationSteps = ['approved', 'rows', 'views', 'suppliers', 'together'] as const;
export type PublicationStep = (typeof publicationSteps)[number];

/** Somebody approved them before, and they are being published: nothing else is done with them meanwhile. */
export type UnderWay = Readonly<{ underWay: string }>;

/** Payments that a second officer approved: being published, published, or refused after all. */
export type Publication = Readonly<{
  importId: string;
  bodyId: string;
  number: number;
  approver: Actor;
  /** How many outcomes the import had when it was approved. */
  outcomes: number;
  begunAt: Date;
  step: PublicationStep;
  movedAt: Date;
  endedAt: Date | undefined;
  /** Why nothing came of it: a refusal of its approval, or `broke-off` by a fault of the machine. */
  refused: unknown;
  /** What was made of it, the last where each month is a release. */
  release: string | undefined;
}>;
