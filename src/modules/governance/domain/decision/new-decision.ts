import type { IsoDate, WallTime } from '#platform/kernel';
import type { UrgencyWaiver } from '../call-in/urgency-waiver.ts';
import type { AdoptionLink } from '../proposal/adoption-link.ts';
import type { Decision } from './decision.ts';

/** What is given to a decision when its record is published, and not before. */
type GivenByPublication =
  | 'id'
  | 'reference'
  | 'publishedOn'
  | 'publishedAt'
  | 'isHistoric'
  | 'publishedBy'
  | 'recordedAt';

/**
 * A decision that was taken and whose record is about to be published. The same for a form, a meeting whose minutes record
 * it, and a line of another system.
 */
export type NewDecision = Omit<Decision, GivenByPublication> &
  Readonly<{
    /** The number it has already; otherwise its body gives it the next of the year it was taken in: `2026-014`. */
    reference?: string | undefined;
    /**
     * A record of before Accord: when it was published elsewhere. It is published here as it was, with its gaps. Left out:
     * it is published now, and must be complete by the law of the day it was taken.
     */
    published?: Readonly<{ on: IsoDate; at: WallTime | undefined }> | undefined;
    /** That call-in was waived for urgency, with who agreed. */
    waiver?: UrgencyWaiver | undefined;
    /** Its papers held as files, in their order, each published with it: a report, an appendix. */
    papers?: readonly Readonly<{ id: string; role?: string }>[] | undefined;
    /** The joint proposal it adopts or refuses. */
    adopts?: AdoptionLink | undefined;
  }>;

/** One of before Accord, as another system or an old document has it. */
export type HistoricDecision = NewDecision &
  Readonly<{ reference: string; published: NonNullable<NewDecision['published']> }>;
