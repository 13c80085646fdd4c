import { formatDate, type IsoDate, monthsBeginningWith } from '#platform/kernel';
import type { Agreement } from '../agreement/agreement.ts';
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
export type NotYet = Readonly<{ notYet: 'within-a-month' | 'needs-revision'; says: string }>;

/**
 * Whether a target may be changed on a day. A designated one is changed by a revision proposal alone; any other of a local area
 * agreement not in the first month after approval (Local Government and Public Involvement in Health Act 2007, section 110).
 * That each partner must consent is seen to by its answer.
 */
export function whyNotYet(
  agreement: Pick<Agreement, 'kind' | 'stages'>,
  { standing }: Pick<Target, 'standing'>,
  { on, revision, rules }: Readonly<{ on: IsoDate; revision: string; rules: readonly ChangeRule[] }>,
): NotYet | undefined {
  if (agreement.kind !== 'local-area-agreement') return undefined;
  const reached = (stage: string) =>
    agreement.stages.findLast((each) => each.stage === stage && each.when.on <= on)?.when.on;
  const rule = rules.find(
    ({ from, until }) => (from === undefined || from <= on) && (until === undefined || on < until),
  );
  const designatedOn = reached('designated');
  if (standing === 'designated' && designatedOn !== undefined) {
    if (revision !== '') return undefined;
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
