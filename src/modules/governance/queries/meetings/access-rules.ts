import type { Sql } from '#platform/db';
import type { Calendar, IsoDate } from '#platform/kernel';
import {
  type BodyRules,
  calendarFor,
  countingBasis,
  ruleDefinition,
  rulesFor,
  sayPeriod,
} from '#modules/register';
import type { CommitteeKind } from '../../domain/committee.ts';
import { type AccessJudged, type AccessRule, judgeAccess } from '../../domain/meeting/access.ts';

/** The rules on how long an agenda must be open before a meeting of this kind, as they stand on its day. */
export function accessRulesOn(rules: BodyRules, kind: CommitteeKind, on: IsoDate): readonly AccessRule[] {
  const keys =
    kind === 'council' ? (['meeting.access', 'meeting.summons'] as const) : (['meeting.access'] as const);
  return keys.map((key): AccessRule => {
    const { title, law } = ruleDefinition(key);
    const ruling = rules.rule(key, { on });
    if (ruling.standing === 'does-not-apply')
      return { standing: 'does-not-apply', title, because: ruling.because };
    if (ruling.standing === 'check-locally') return { standing: 'not-known', title, law };
    return {
      standing: 'known',
      title,
      law,
      source: ruling.source,
      says: sayPeriod(ruling.value),
      days: ruling.value.count,
      basis: countingBasis(ruling.value),
      checkLocally: ruling.checkLocally,
    };
  });
}

export type AccessAsked = Readonly<{
  bodyId: string;
  kind: CommitteeKind;
  publishedOn: IsoDate;
  sitsOn: IsoDate;
}>;

/** Whether an agenda published on a day is in time for a meeting, by each rule that binds it. */
export async function accessJudged(sql: Sql, asked: AccessAsked): Promise<readonly AccessJudged[]> {
  const [rules, calendar] = await Promise.all([rulesFor(sql, asked.bodyId), calendarFor(sql, asked.bodyId)]);
  return rules === undefined ? [] : judgeBy(rules, calendar, asked);
}

/** The same by rules and a calendar that are read already. */
export const judgeBy = (rules: BodyRules, calendar: Calendar, asked: AccessAsked): readonly AccessJudged[] =>
  accessRulesOn(rules, asked.kind, asked.sitsOn).map((rule) => judgeAccess(rule, calendar, asked));
