import type { IsoDate } from '#platform/kernel';
import { type Cell, groundKey, type PartnerCell, partnerCell, type TargetFacts } from './partner-cell.ts';
import type { Target, TargetVersion } from './target.ts';

/** What a target is on a day. Derived from its versions, answers and what became of its partners; never stored. */
export type TargetOn = Readonly<{
  /** The version that binds. `despite`: whose consent is gone, where that cannot undo it. */
  inForce: Readonly<{ version: TargetVersion; since: IsoDate; despite: readonly PartnerCell[] }> | undefined;
  /** The last version put by that day, with every partner’s answer to it; undefined: none was put yet. */
  put: PutVersion | undefined;
}>;

export type PutVersion = Readonly<{
  version: TargetVersion;
  cells: readonly PartnerCell[];
  outcome: 'agreed' | 'waiting' | 'vetoed';
}>;

type Life = Pick<Target, 'versions' | 'answers' | 'standing'>;

/**
 * Which version of a target binds at the end of a day, and where the last one put is. A version binds once every partner it binds
 * has consented in effect, in the place of the one before; until then the one before binds. A partner’s withdrawal ends that, and
 * no earlier version comes back; a target that was designated while it was agreed stays (Local Government and Public Involvement
 * in Health Act 2007, section 110: only a revision changes it).
 */
export function targetOn(target: Life, facts: TargetFacts, on: IsoDate): TargetOn {
  const known = target.versions.filter(({ putOn }) => putOn <= on);
  const lives = known.map((version) => ({ version, ...agreedSince(target, version, facts, on) }));
  const standing = lives.findLast(({ wasAgreed }) => wasAgreed);
  const put = known.at(-1);
  return {
    inForce:
      standing?.since === undefined
        ? undefined
        : inForce(target, standing.version, standing.since, facts, on),
    put: put && { version: put, ...answered(cellsOf(target, put, facts, on)) },
  };
}

/** Every partner of a version, in its order, and where it is at the end of a day. */
export const cellsOf = (
  { answers }: Pick<Target, 'answers'>,
  version: TargetVersion,
  facts: TargetFacts,
  on: IsoDate,
): readonly PartnerCell[] =>
  version.partners.map((partner) => partnerCell(partner, version, answers, facts, on));

/** Whether a partner stands against a version, or nobody is left to speak for it. */
export const isVeto = ({ cell }: Cell): boolean =>
  cell === 'refused' || cell === 'withdrawn' || cell === 'nobody-left';

const isAgreed = (cells: readonly PartnerCell[]): boolean =>
  cells.every(({ cell }) => cell.cell === 'consented');

function answered(cells: readonly PartnerCell[]): Omit<PutVersion, 'version'> {
  if (isAgreed(cells)) return { cells, outcome: 'agreed' };
  return { cells, outcome: cells.some(({ cell }) => isVeto(cell)) ? 'vetoed' : 'waiting' };
}

function inForce(
  target: Life,
  version: TargetVersion,
  since: IsoDate,
  facts: TargetFacts,
  on: IsoDate,
): NonNullable<TargetOn['inForce']> {
  const cells = cellsOf(target, version, facts, on);
  return { version, since, despite: cells.filter(({ cell }) => cell.cell !== 'consented') };
}

/** Since when a version has been agreed without a break, and whether it ever was. */
function agreedSince(
  target: Life,
  version: TargetVersion,
  facts: TargetFacts,
  on: IsoDate,
): Readonly<{ wasAgreed: boolean; since: IsoDate | undefined }> {
  const { designatedOn } = facts;
  let since: IsoDate | undefined;
  let [wasAgreed, isFixed] = [false, false];
  for (const day of daysOfChange(target, version, facts, on)) {
    if (isAgreed(cellsOf(target, version, facts, day))) {
      since ??= day;
      wasAgreed = true;
    } else if (!isFixed) since = undefined;
    const isDesignated =
      target.standing === 'designated' && designatedOn !== undefined && designatedOn <= day;
    isFixed ||= isDesignated && since !== undefined;
  }
  return { wasAgreed, since };
}

/** The days on which anything about a version can have changed, in order. */
function daysOfChange(
  { answers }: Life,
  { number, putOn }: TargetVersion,
  { grounds, endings, designatedOn }: TargetFacts,
  on: IsoDate,
): readonly IsoDate[] {
  const own = answers.filter(({ version }) => version === number);
  const effects = own.flatMap((answer) => {
    const ground = answer.answer === 'consents' ? grounds.get(groundKey(answer)) : undefined;
    return ground === undefined || ground.ground === 'stopped' ? [] : [ground.from];
  });
  const days = [
    putOn,
    ...own.map((answer) => answer.on),
    ...effects,
    ...endings.map((ending) => ending.on),
    ...(designatedOn === undefined ? [] : [designatedOn]),
  ];
  return [...new Set(days)].filter((day) => day >= putOn && day <= on).toSorted();
}
