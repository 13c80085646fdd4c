import type { IsoDate } from '#platform/kernel';
import type { ReadingPeriod } from '../reading/reading.ts';

/** Designated ones are limited in number by law; statutory ones are set from outside and counted apart. */
export type TargetStanding = 'designated' | 'local' | 'statutory';

export type BaselineStatus = 'estimate' | 'provisional' | 'final' | 'revised' | 'to-be-set';

/** What one version of a target sets. Figures are exact, written as text. */
export type TargetVersion = Readonly<{
  number: number;
  leadBody: string;
  baseline: Readonly<{
    value: string | undefined;
    period: ReadingPeriod;
    status: BaselineStatus;
    /** The day by which it is set, of one that is still to be set. */
    by?: IsoDate | undefined;
  }>;
  /** What was expected without the agreement: reward is for what goes beyond it. */
  without: string | undefined;
  /** One per year of the agreement, in order. */
  values: readonly Readonly<{
    period: ReadingPeriod;
    value: string;
    floor: string | undefined;
    stretch: string | undefined;
  }>[];
  /** The bodies it binds, the lead among them. */
  partners: readonly string[];
  reason: string;
  putOn: IsoDate;
  putBy: string;
  /** The body that put it. */
  byBody: string;
  source: string;
  certainty: string;
}>;

/** A partner’s answer to a version; consent points at that partner’s own decision. */
export type TargetAnswer = Readonly<{
  version: number;
  /** The body that answers: a partner, or whoever stands in the place of one that ended. */
  bodyId: string;
  answer: 'consents' | 'refuses' | 'withdraws';
  decisionId: string | undefined;
  clause: string | undefined;
  on: IsoDate;
  says: string;
  byOffice: string;
  source: string;
}>;

export type Target = Readonly<{
  id: string;
  agreementId: string;
  outcomeId: string | undefined;
  seriesId: string;
  areaId: string;
  standing: TargetStanding;
  number: number;
  /** The county’s target that this one of a district is part of. */
  partOf: string | undefined;
  isIllustrative: boolean;
  versions: readonly TargetVersion[];
  answers: readonly TargetAnswer[];
}>;

/** The page of a target, which is also how every other thing points at it. */
export const targetPath = ({ agreementId, number }: Pick<Target, 'agreementId' | 'number'>): string =>
  `/targets/${agreementId}/${number}`;
