import { formatDate, type IsoDate, monthsBeginningWith } from '#platform/kernel';
import type { Agreement } from '../agreement/agreement.ts';
import { sayRoughDay } from '../agreement/rough-day.ts';
import type { Target } from './target.ts';

/** How long after approval the targets of a local area agreement stay as they are, as the law of a time has it. */
export type ChangeRule = Readonly<{
  from: IsoDate | undefined;
  until: IsoDate | undefined;
  months: number;
  law: string;
  source: string;
  certainty: string;
}>;

/** Why a target may not be changed on a day, with the rule and the way out. */
export type NotYet = Readonly<{
  notYet: 'within-a-month' | 'needs-revision' | 'no-such-revision';
  says: string;
}>;

/** What an officer named as the revision proposal, and the decision on record that has this address, where one has. */
export type RevisionNamed = Readonly<{
  name: string;
  decision:
    | Readonly<{
        bodyId: string;
        takenOn: IsoDate;
        clauses: readonly Readonly<{ canBind: boolean; standing: Readonly<{ is: string }> }>[];
      }>
    | undefined;
}>;

/**
 * Whether a target may be changed on a day. A designated one is changed by a revision proposal alone, which is on record: a
 * decision of a party, or a refresh, since the designation (Local Government and Public Involvement in Health Act 2007, sections
 * 111 and 112); any other of a local area agreement not in the first month after approval (section 110).
 * That each partner must consent is seen to by its answer.
 */
export function whyNotYet(
  agreement: Pick<Agreement, 'kind' | 'stages' | 'bodyId'> &
    Readonly<{ versions: readonly Pick<Agreement['versions'][number], 'parties'>[] }>,
  { standing }: Pick<Target, 'standing'>,
  { on, revision, rules }: Readonly<{ on: IsoDate; revision: RevisionNamed; rules: readonly ChangeRule[] }>,
): NotYet | undefined {
  if (agreement.kind !== 'local-area-agreement') return undefined;
  const reached = (stage: string) =>
    agreement.stages.findLast((each) => each.stage === stage && each.when.on <= on)?.when.on;
  const rule = rules.find(
    ({ from, until }) => (from === undefined || from <= on) && (until === undefined || on < until),
  );
  const designatedOn = reached('designated');
  if (standing === 'designated' && designatedOn !== undefined) {
    if (isOnRecord(agreement, revision, { from: designatedOn, until: on })) return undefined;
    if (revision.name !== '')
      return {
        notYet: 'no-such-revision',
        says: `No such revision is on record. Enter the address of the decision on it, which a party to the agreement took on or after ${formatDate(designatedOn)} and which has effect, or the day of a refresh since then, as the page of the agreement has it`,
      };
    return {
      notYet: 'needs-revision',
      says: `The targets were designated on ${formatDate(designatedOn)}, and a designated target is changed only by a revision proposal${rule === undefined ? '' : ` (${rule.law})`}. Name the revision proposal, or leave the target as it is`,
    };
  }
  const approvedOn = reached('approved');
  if (approvedOn === undefined || rule === undefined || standing === 'designated') return undefined;
  const lastDay = monthsBeginningWith(approvedOn, rule.months).date;
  if (on > lastDay) return undefined;
  return {
    notYet: 'within-a-month',
    says: `The agreement was approved on ${formatDate(approvedOn)}, and its targets stay as they are until ${formatDate(lastDay)} (${rule.law}). Put the change after that day`,
  };
}

/** Whether what was named is a decision by which a party bound itself in a time, or a refresh of it, by its day. */
function isOnRecord(
  { bodyId, versions, stages }: Parameters<typeof whyNotYet>[0],
  { name, decision }: RevisionNamed,
  { from, until }: Readonly<{ from: IsoDate; until: IsoDate }>,
): boolean {
  const isBetween = (day: IsoDate) => from <= day && day <= until;
  const isParty = (id: string) =>
    id === bodyId || versions.some(({ parties }) => parties.some((party) => party.bodyId === id));
  if (decision !== undefined && isParty(decision.bodyId) && isBetween(decision.takenOn))
    return decision.clauses.some(({ canBind, standing }) => canBind && standing.is === 'in-effect');
  const typed = name.trim().toLowerCase();
  return stages.some(
    ({ stage, when }) =>
      stage === 'refreshed' &&
      isBetween(when.on) &&
      [when.on, sayRoughDay(when).toLowerCase()].includes(typed),
  );
}
