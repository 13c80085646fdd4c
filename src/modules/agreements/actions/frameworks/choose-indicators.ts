import { lockThing } from '#platform/db';
import { may } from '#platform/identity';
import { type Actor, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal, Stale } from '#platform/module';
import { act, type ActOptions, type ActServices, publicEntry } from '#platform/record';
import { indicatorPath, type Measure, measuresOn, outcomePath } from '../../domain/framework/framework.ts';
import { mayDraftAgreements } from '../../permissions.ts';
import { findFramework, findOutcome } from '../../store/frameworks.ts';
import { insertMeasures, listIndicators, listMeasures } from '../../store/indicators.ts';

export type Choice = Readonly<{
  outcomeId: string;
  /** Those that tell of it from today. */
  indicatorIds: readonly string[];
  says: string;
  source: string;
  /** How often anything was said of the outcome’s indicators when the form was opened. */
  seen: number;
}>;

export type ChooseRefusal =
  | CommonRefusal
  | 'no-such-outcome'
  | 'no-such-indicator'
  | 'not-your-outcome'
  | 'nothing-changed'
  | Stale<readonly Measure[]>;

/**
 * Chooses which indicators tell of an outcome of the body’s own framework, from today: a suggestion that is chosen, one that is
 * added, and one that is dropped each stays readable as it was.
 */
export async function chooseIndicators(
  services: ActServices,
  actor: Actor | undefined,
  { outcomeId, indicatorIds, says, source, seen }: Choice,
  options: ActOptions = {},
): Promise<Result<void, ChooseRefusal>> {
  if (actor === undefined) return refuse('signed-out');
  const allowed = may(actor, mayDraftAgreements, actor.bodyId);
  if (!allowed.ok) return allowed;
  const { bodyId, officeTitle: byOffice } = allowed.value;
  const today = services.clock.today();
  return act<void, ChooseRefusal>(services, allowed.value, options, async (sql) => {
    await lockThing(sql, outcomePath({ id: outcomeId }));
    const outcome = await findOutcome(sql, outcomeId);
    if (outcome === undefined) return refuse('no-such-outcome');
    const framework = await findFramework(sql, outcome.frameworkId);
    if (framework?.bodyId !== bodyId) return refuse('not-your-outcome');
    const said = await listMeasures(sql, { outcomeIds: [outcomeId] });
    if (said.length !== seen) return refuse({ stale: measuresOn(said, today) });
    const indicators = await listIndicators(sql, { ids: [...new Set(indicatorIds)] });
    if (indicators.length !== new Set(indicatorIds).size) return refuse('no-such-indicator');

    const stands = measuresOn(said, today);
    const chosen = new Set(
      stands.filter(({ standing }) => standing === 'chosen').map(({ indicatorId }) => indicatorId),
    );
    const added = indicators.filter(({ id }) => !chosen.has(id));
    const dropped = stands.filter(({ indicatorId }) => !indicatorIds.includes(indicatorId));
    if (added.length + dropped.length === 0) return refuse('nothing-changed');
    const now = { outcomeId, on: today, bodyId, byOffice, says, source, certainty: 'confirmed' };
    await insertMeasures(sql, [
      ...added.map(({ id }) => ({ ...now, indicatorId: id, standing: 'chosen' as const })),
      ...dropped.map(({ indicatorId }) => ({ ...now, indicatorId, standing: 'dropped' as const })),
    ]);
    return ok({
      value: undefined,
      entry: publicEntry({
        act: 'agreements.indicators.chosen',
        subject: outcomePath(outcome),
        summary: `Indicators chosen for an outcome: ${outcome.title}`,
        facts: {
          outcome: outcomeId,
          chosen: added.map(({ id }) => id),
          dropped: dropped.map(({ indicatorId }) => indicatorId),
          says,
          source,
        },
        about: { bodies: [bodyId], things: added.map(indicatorPath) },
      }),
    });
  });
}
