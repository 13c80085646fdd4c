import type { RoughDay } from './rough-day.ts';

/** What an agreement goes through. Being in force comes of the signatures where it is signed here. */
export const stageTitles = {
  directed: 'Directed',
  draft: 'Drafted',
  consultation: 'Consulted on',
  negotiation: 'Negotiated',
  submitted: 'Submitted',
  approved: 'Approved',
  designated: 'Targets designated',
  signed: 'Signed',
  announced: 'Announced',
  'in-force': 'In force',
  refreshed: 'Refreshed',
  closed: 'Closed',
} as const;
export type Stage = keyof typeof stageTitles;

/** A stage an agreement reached, when, and by whose decision. Never edited: what was wrong is said by another. */
export type ReachedStage = Readonly<{
  position: number;
  stage: Stage;
  when: RoughDay;
  /** Who decided, and what is known of it. */
  says: string;
  decisionId: string | undefined;
  source: string;
  certainty: string;
  byOffice: string;
  recordedAt: Date;
}>;
