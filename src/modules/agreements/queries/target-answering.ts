import type { Services } from '#platform/module';
import type { IsoDate } from '#platform/kernel';
import { bindingDecisionsOf, type GroundDecision } from '#modules/governance';
import type { PartnerCell } from '../domain/target/partner-cell.ts';
import type { TargetVersion } from '../domain/target/target.ts';
import { targetsShown, type TargetsShown } from './targets-shown.ts';

/** What a body has to answer of a target. */
export type TargetAnswering = Readonly<{
  stood: TargetsShown['targets'][number];
  shown: TargetsShown;
  /** The version it answers: the last one put. */
  version: TargetVersion;
  /** Where the body is with it; undefined where it does not bind the body. */
  cell: PartnerCell | undefined;
  /** The version in force that it is bound by, where that is another: it can withdraw from it. */
  boundBy: TargetVersion | undefined;
  /** The body’s own decisions since the version was put, by which it may consent. */
  decisions: readonly GroundDecision[];
}>;

/** One target as a body answers it; undefined where there is none. */
export async function targetAnswering(
  services: Pick<Services, 'database' | 'clock'>,
  targetId: string,
  bodyId: string,
  today: IsoDate,
): Promise<TargetAnswering | undefined> {
  const shown = await targetsShown(services, { ids: [targetId] }, { on: today, today });
  const [stood] = shown.targets;
  const put = stood?.standing.put;
  if (stood === undefined || put === undefined) return undefined;
  const { inForce } = stood.standing;
  return {
    stood,
    shown,
    version: put.version,
    cell: put.cells.find(({ answeredBy }) => answeredBy.includes(bodyId)),
    boundBy:
      inForce !== undefined && inForce.version.number !== put.version.number ? inForce.version : undefined,
    decisions: await bindingDecisionsOf(services.database, bodyId, put.version.putOn, services.clock.now()),
  };
}

/** The targets on which a body’s answer is awaited. */
export async function targetsAwaiting(
  services: Pick<Services, 'database' | 'clock'>,
  bodyId: string,
  today: IsoDate,
): Promise<TargetsShown> {
  const shown = await targetsShown(services, {}, { on: today, today });
  return {
    ...shown,
    targets: shown.targets.filter(({ standing }) =>
      standing.put?.cells.some(
        ({ answeredBy, cell }) => cell.cell === 'not-answered' && answeredBy.includes(bodyId),
      ),
    ),
  };
}
