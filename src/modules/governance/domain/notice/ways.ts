import { addDays, type ComputedDate, earliestEvent, type IsoDate, latestNotice } from '#platform/kernel';
import { citeNotice, type NoticeGround, type NoticeLaw, noticeLaws } from './ground.ts';
import type { NoticeRoute } from './notice.ts';
import type { ClearDays, NoticeRules, Notices, SpecialUrgency } from './timeliness.ts';

/** One way in which a key decision may lawfully be taken: from when, and what it would still need, by whom. */
export type Way = Readonly<{
  route: NoticeRoute;
  regulation: string;
  /** `open`: kept as things stand. `needs`: the day would do, something else is missing. `too-early`: the day is. */
  standing: 'open' | 'needs' | 'too-early' | 'check-locally';
  /** The first day on which the decision may be taken when the notice is published now. */
  earliest: ComputedDate | undefined;
  /** The last day for the notice of a decision on the day it is due. */
  latest: ComputedDate | undefined;
  needs: readonly string[];
}>;

export type WaysAsked = Readonly<{
  /** The first day on which the decision is to be taken. */
  due: IsoDate;
  /** The day from which a notice published now counts. */
  publishedNow: IsoDate;
  notices: Notices;
  rules: NoticeRules;
  ground: Pick<NoticeGround, 'calendar' | 'forwardPlan'>;
}>;

/** The ways open to a key decision by the law of its day, in the order in which the law offers them. */
export function waysToDecide(asked: WaysAsked): readonly Way[] {
  const { law } = asked.rules;
  if (law === undefined) return [];
  const full = law === 'si-2012-2089' ? fullNotice(asked, law) : inForwardPlan(asked, law);
  return [full, generalException(asked, law), specialUrgency(asked, law)];
}

function fullNotice({ rules, notices, ...asked }: WaysAsked, law: NoticeLaw): Way {
  const given = notices.noticePublishedOn ?? asked.publishedNow;
  return counted(asked, rules.keyDecision, given, {
    route: 'full-notice',
    regulation: citeNotice(law, 'notice'),
    needs: [],
  });
}

/** A monthly plan is out some days before the first day it covers (SI 2000/3272, regulations 13 and 14). */
function inForwardPlan({ due, publishedNow, notices, ground }: WaysAsked, law: NoticeLaw): Way {
  const from = notices.inForwardPlanFrom;
  const ahead = ground.forwardPlan;
  const covers = from !== undefined && from <= due;
  const isLate =
    ahead.standing === 'known' && from !== undefined && addDays(publishedNow, ahead.value.count) > from;
  return {
    route: 'forward-plan',
    regulation: citeNotice(law, 'notice'),
    standing: covers ? 'open' : 'needs',
    earliest: undefined,
    latest: undefined,
    needs: [
      ...(covers
        ? []
        : [
            'The executive’s monthly forward plan must hold the matter, from a first day that is not after the decision.',
          ]),
      ...(isLate && ahead.standing === 'known'
        ? [
            `A monthly plan is published ${ahead.says} before the first day it covers${ahead.checkLocally ? ' (check locally)' : ''}; this one was later.`,
          ]
        : []),
    ],
  };
}

function generalException({ rules, notices, ...asked }: WaysAsked, law: NoticeLaw): Way {
  const exception = notices.generalException;
  const given = exception?.publishedOn ?? asked.publishedNow;
  const isTold = exception?.scrutinyToldOn !== undefined && exception.scrutinyToldOn <= given;
  return counted(asked, rules.generalException, given, {
    route: 'general-exception',
    regulation: citeNotice(law, 'exception'),
    needs: [
      ...(isTold
        ? []
        : [
            'The proper officer tells the chairman of the relevant overview and scrutiny committee in writing of the matter, or each of its members where there is no chairman, by the day on which that notice is published.',
          ]),
      ...(exception !== undefined && exception.reasons.trim() !== ''
        ? []
        : [`The proper officer publishes why notice under ${noticeLaws[law].notice} was impracticable.`]),
    ],
  });
}

function specialUrgency({ due, notices }: WaysAsked, law: NoticeLaw): Way {
  const needs = urgencyNeeds(notices.specialUrgency, due);
  return {
    route: 'special-urgency',
    regulation: citeNotice(law, 'urgency'),
    standing: needs.length === 0 ? 'open' : 'needs',
    earliest: undefined,
    latest: undefined,
    needs,
  };
}

/** What an agreement that a thing cannot wait still lacks, in sentences that say who must do what. */
export function urgencyNeeds(urgency: SpecialUrgency | undefined, due: IsoDate): readonly string[] {
  if (urgency === undefined)
    return [
      'The chairman of the relevant overview and scrutiny committee agrees, before the decision, that it is urgent and cannot reasonably be deferred. Only where there is no such chairman able to act does the chairman of the council agree, and failing them the vice-chairman.',
      'The decision maker publishes why it is urgent and cannot reasonably be deferred.',
    ];
  const isOutOfTurn = urgency.agreedBy !== 'scrutiny-chairman' && urgency.insteadBecause.trim() === '';
  return [
    ...(urgency.agreedOn > due ? ['The agreement must come before the decision is taken.'] : []),
    ...(isOutOfTurn
      ? [
          'Why the one who comes first could not agree: the chairman of scrutiny, then the chairman of the council.',
        ]
      : []),
    ...(urgency.reasons.trim() === ''
      ? ['The decision maker publishes why it is urgent and cannot reasonably be deferred.']
      : []),
  ];
}

function counted(
  { due, ground }: Pick<WaysAsked, 'due' | 'ground'>,
  days: ClearDays | undefined,
  given: IsoDate,
  way: Pick<Way, 'route' | 'regulation' | 'needs'>,
): Way {
  if (days === undefined)
    return { ...way, standing: 'check-locally', earliest: undefined, latest: undefined };
  const earliest = earliestEvent(ground.calendar, given, days.count, days.basis);
  const latest = latestNotice(ground.calendar, due, days.count, days.basis);
  const isEarly = earliest.date > due;
  const standing = isEarly ? 'too-early' : way.needs.length === 0 ? 'open' : 'needs';
  return { ...way, standing, earliest, latest };
}
