/** A form that an officer can send again and again, each time for another act. */
export type EndlessForm = Readonly<{
  path: string;
  /** What the act goes by: in its row, in its entry, and in the answer that is kept for its key. */
  id(number: number): string;
  answers(number: number): Readonly<Record<string, string>>;
  /** Where whoever sent it is led when it is done. */
  done: string;
  /** Whether the public record gets a commitment alone. */
  isPrivate: boolean;
}>;

const digits = (number: number): string => String(number).padStart(6, '0');

/** How the addresses of the offices go on that a proof publishes. */
export const seatPrefix = 'proof-seat-';
export const seatTitle = (series: string, number: number): string => `Proof seat ${series} ${digits(number)}`;

/** The public page that shows the offices of a body. */
export const seatsPage = (bodyId: string): string => `/bodies/${bodyId}/offices`;

/** Publishing an office that nobody can act in. */
export const seatForm = (bodyId: string, series: string): EndlessForm => ({
  path: `/bodies/${bodyId}/offices/add`,
  id: (number) => `${bodyId}.${seatPrefix}${series}-${digits(number)}`,
  answers: (number) => ({
    step: 'publish',
    title: seatTitle(series, number),
    role: 'none',
    voting: 'unknown',
    source: 'A proof of durability',
  }),
  done: `/bodies/${bodyId}/offices/manage`,
  isPrivate: false,
});

/** The one rule that drafts are kept of. */
export const draftedRule = 'callIn.signatories';
export const draftId = (bodyId: string, version: number): string => `${bodyId} draft ${digits(version)}`;

/** Keeping a draft, which takes the place of the one before. */
export const draftForm = (bodyId: string): EndlessForm => ({
  path: `/bodies/${bodyId}/rules/${draftedRule}/correct`,
  id: (number) => draftId(bodyId, number),
  answers: (number) => ({
    step: 'later',
    seen: '0',
    draftSeen: String(number - 1),
    reason: draftId(bodyId, number),
  }),
  done: `/bodies/${bodyId}/drafts`,
  isPrivate: true,
});
