import type { IsoDate } from '#platform/kernel';
import type { Clause } from '../decision/clause.ts';

/** What a record of decision says. Undefined: it does not say; an empty list is the record saying “none”. */
export type DecisionRecord = Readonly<{
  takenOn: IsoDate | undefined;
  takenBy: 'body' | 'member' | 'officer';
  decisionMaker: string;
  isExecutive: boolean;
  isKey: boolean;
  clauses: readonly Clause[];
  reasons: string;
  alternatives: readonly string[] | undefined;
  /** Interests declared: by members of the body, or by members an individual consulted. */
  conflicts: readonly Conflict[] | undefined;
  reports: readonly string[] | undefined;
  backgroundPapers: readonly string[] | undefined;
  /** Annexes and papers the text itself relies on. */
  reliedOn: readonly string[];
  /** Taken under regulation 10 or 11: why. Undefined where full notice was given or none was needed. */
  shorterNotice: Readonly<{ regulation: 10 | 11; reasons: string }> | undefined;
  callIn: CallInBlock | undefined;
}>;

export type Conflict = Readonly<{
  member: string;
  dispensation: Readonly<{ grantedBy: DispensationBy }> | 'none-granted' | undefined;
}>;
export type DispensationBy = 'standards-committee' | 'head-of-paid-service';

/** How the record tells readers to call it in; or that it cannot be, and why. */
export type CallInBlock =
  | Readonly<{ deadline: IsoDate; sentTo: string }>
  | Readonly<{ notOpenBecause: string }>;
