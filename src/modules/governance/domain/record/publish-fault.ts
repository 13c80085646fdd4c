import type { IsoDate } from '#platform/kernel';
import type { WaiverFault } from '../call-in/urgency-waiver.ts';
import type { MayNotTake } from '../decision/may-take.ts';
import type { AdoptionRefusal } from '../proposal/adoption-link.ts';
import type { RecordGap, RecordRules } from './completeness.ts';

/** Why a record cannot be published as it stands. Each says what would mend it; nothing is published in part. */
export type PublishFault =
  /** Statutory items it lacks, each by the regulation of the day it was taken. */
  | Readonly<{ fault: 'incomplete'; gaps: readonly RecordGap[] }>
  | Readonly<{ fault: 'law-not-known'; missing: readonly (keyof RecordRules)[] }>
  | Readonly<{ fault: 'may-not-take'; because: MayNotTake }>
  | Readonly<{ fault: 'no-function'; clauses: readonly string[] }>
  | Readonly<{ fault: 'appointing-councils-not-known' }>
  /** Councils that had not delegated the function of a clause on that day, by the names they went by. */
  | Readonly<{ fault: 'not-delegated'; missing: readonly MissingDelegation[] }>
  | Readonly<{ fault: 'waiver'; because: WaiverFault }>
  | Readonly<{ fault: 'adoption'; because: AdoptionRefusal }>
  /** One of its papers is not there, or is another body’s. */
  | Readonly<{ fault: 'paper'; because: 'no-such-paper' | 'of-another-body' }>
  | Readonly<{ fault: 'number-twice'; number: string }>
  /** The same decision, by the same maker on the same day, is published already. */
  | Readonly<{ fault: 'published-already'; reference: string }>
  /** It is entered as an old record, of a day on which its body published its records here already. */
  | Readonly<{ fault: 'not-an-old-record'; since: IsoDate }>
  | Readonly<{ fault: PlainFault }>;

export type PlainFault =
  | 'body-did-not-exist'
  | 'taken-in-the-future'
  | 'published-before-it-was-taken'
  | 'published-in-the-future'
  | 'no-source'
  | 'reference-taken'
  | 'no-such-committee'
  | 'no-such-reconsidered'
  | 'did-not-come-back'
  | 'decided-anew-already'
  | 'no-such-notice'
  | 'no-such-meeting'
  | 'no-such-item'
  | 'executive-clauses'
  | 'executive-resolves'
  | 'nothing-decided';

export type MissingDelegation = Readonly<{ clause: string; function: string; councils: readonly string[] }>;
