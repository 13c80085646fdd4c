import type { Calendar, IsoDate, Money, WallTime } from '#platform/kernel';
import { type Ruled, valueOf } from '../ruled.ts';
import type { LocalRule } from './notice.ts';
import type { ClearDays, NoticeRules } from './timeliness.ts';

export type NoticeLaw = NonNullable<NoticeRules['law']>;

/** Every rule a notice is judged by, as it is on the day of the decision, and the days the body’s clocks skip. */
export type NoticeGround = Readonly<{
  on: IsoDate;
  law: Ruled<NoticeLaw>;
  threshold: Ruled<Money>;
  wards: Ruled<number>;
  limbs: Ruled<'either' | 'both'>;
  keyDecision: Ruled<ClearDays>;
  generalException: Ruled<ClearDays>;
  forwardPlan: Ruled<ClearDays>;
  privateMeeting: Ruled<ClearDays>;
  privateMeetingAgain: Ruled<ClearDays>;
  specialUrgency: Ruled<string>;
  cutOff: WallTime | undefined;
  calendar: Calendar;
}>;

/** The rules `timeliness` judges by: those of the register, or where it knows none the officer’s own with its source. */
export function rulesOf(ground: NoticeGround, local: LocalRule | undefined): NoticeRules {
  return {
    law: valueOf(ground.law),
    keyDecision: ruleOrLocal(ground.keyDecision, local),
    generalException: valueOf(ground.generalException),
  };
}

function ruleOrLocal(ruled: Ruled<ClearDays>, local: LocalRule | undefined): ClearDays | undefined {
  if (ruled.standing !== 'check-locally') return valueOf(ruled);
  return local && { count: local.count, basis: local.basis };
}

/** Where each law speaks of what. */
export const noticeLaws: Readonly<
  Record<NoticeLaw, Readonly<{ title: string; notice: string; exception: string; urgency: string }>>
> = {
  'si-2000-3272': {
    title: 'SI 2000/3272',
    notice: 'regulations 13 and 14',
    exception: 'regulation 15',
    urgency: 'regulation 16',
  },
  'si-2012-2089': {
    title: 'SI 2012/2089',
    notice: 'regulation 9',
    exception: 'regulation 10',
    urgency: 'regulation 11',
  },
};

/** `SI 2012/2089, regulation 10` */
export const citeNotice = (
  law: NoticeLaw,
  part: 'notice' | 'exception' | 'urgency',
  paragraph = '',
): string => `${noticeLaws[law].title}, ${noticeLaws[law][part]}${paragraph}`;
