import { lockThing, type Sql } from '#platform/db';
import { removeDraft } from '#platform/drafts';
import { may } from '#platform/identity';
import { type Actor, isSlug, ok, refuse, type Result } from '#platform/kernel';
import type { CommonRefusal } from '#platform/module';
import { act, type ActOptions, type ActServices, publicEntry } from '#platform/record';
import { bodyOn } from '#modules/register';
import { frameworkPath, type Indicator, indicatorPath } from '../../domain/framework/framework.ts';
import { type NewSeries, type SeriesFault, seriesFaults } from '../../domain/series/series-faults.ts';
import type { Series } from '../../domain/series/series.ts';
import { mayDraftAgreements } from '../../permissions.ts';
import { insertFramework } from '../../store/frameworks.ts';
import { findIndicator, insertIndicators } from '../../store/indicators.ts';
import { insertSeries, listSeries } from '../../store/series.ts';

/** A local indicator with its first series, or another series of one that stands. */
export type Definition = Readonly<{
  /** The indicator that gets another series; undefined: a new one. */
  indicatorId: string | undefined;
  /** Of a new one. */
  code: string;
  title: string;
  says: string;
  series: NewSeries;
}>;

export type DefineRefusal =
  | CommonRefusal
  | 'code-taken'
  | 'code-unusable'
  | 'no-such-indicator'
  | 'not-your-indicator'
  | Readonly<{ faults: readonly SeriesFault[] }>;

type Defined = Readonly<{ indicatorId: string; seriesId: string }>;

/** The set in which a body keeps its own indicators; it begins with the first. */
export const localSetOf = (bodyId: string): string => `${bodyId}-indicators`;

/**
 * Defines a local indicator of a body with its series, or another series of it. What is published never changes: another unit
 * or polarity is another series, which says which one it replaces and from when.
 */
export async function defineIndicator(
  services: ActServices,
  actor: Actor | undefined,
  given: Definition,
  { draftId, ...options }: ActOptions & Readonly<{ draftId?: string | undefined }> = {},
): Promise<Result<Defined, DefineRefusal>> {
  if (actor === undefined) return refuse('signed-out');
  const allowed = may(actor, mayDraftAgreements, actor.bodyId);
  if (!allowed.ok) return allowed;
  const { bodyId, officeTitle } = allowed.value;
  const published = { by: officeTitle, at: services.clock.now() };
  return act<Defined, DefineRefusal>(services, allowed.value, options, async (sql) => {
    await lockThing(sql, frameworkPath({ id: localSetOf(bodyId) }));
    const found = await indicatorFor(sql, given, bodyId);
    if (!found.ok) return found;
    const { indicator, isNew } = found.value;
    const every = await listSeries(sql);
    const own = every.filter(({ indicatorId }) => indicatorId === indicator.id);
    const faults = seriesFaults(given.series, own, every);
    if (faults.length > 0) return refuse({ faults });

    const series: Series = {
      ...given.series,
      id: own.length === 0 ? indicator.id : `${indicator.id}-${own.length + 1}`,
      indicatorId: indicator.id,
      isIllustrative: false,
    };
    if (isNew) {
      const body = await bodyOn(sql, bodyId, { on: services.clock.today() });
      if (body === undefined) return refuse('no-such-body');
      await insertFramework(
        sql,
        {
          id: indicator.frameworkId,
          title: `Indicators of ${body.name}`,
          kind: 'indicator-set',
          bodyId,
          summary: `What ${body.name} measures of its own.`,
          from: services.clock.today(),
          until: undefined,
          isIllustrative: false,
          source: body.name,
          certainty: 'confirmed',
        },
        {},
        published,
      );
      await insertIndicators(sql, [indicator], published);
    }
    await insertSeries(sql, [series], published);
    if (draftId !== undefined) await removeDraft(sql, draftId);
    return ok({
      value: { indicatorId: indicator.id, seriesId: series.id },
      entry: publicEntry({
        act: 'agreements.series.defined',
        subject: indicatorPath(indicator),
        summary: `${isNew ? 'Indicator defined' : 'Another series of an indicator defined'}: ${series.title}`,
        facts: {
          indicator: indicator.id,
          series: series.id,
          polarity: { ...series.polarity },
          unit: series.unit,
          replaces: series.replaces ?? null,
          source: series.source,
        },
        about: {
          bodies: [bodyId],
          things: [
            `/series/${series.id}`,
            ...(series.replaces === undefined ? [] : [`/series/${series.replaces}`]),
          ],
        },
      }),
    });
  });
}

type Found = Readonly<{ indicator: Indicator; isNew: boolean }>;

async function indicatorFor(
  sql: Sql,
  { indicatorId, code, title, says, series }: Definition,
  bodyId: string,
): Promise<Result<Found, 'code-taken' | 'code-unusable' | 'no-such-indicator' | 'not-your-indicator'>> {
  if (indicatorId !== undefined) {
    const indicator = await findIndicator(sql, indicatorId);
    if (indicator === undefined) return refuse('no-such-indicator');
    if (indicator.frameworkId !== localSetOf(bodyId)) return refuse('not-your-indicator');
    return ok({ indicator, isNew: false });
  }
  const id = `${bodyId}-${code
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')}`;
  if (!isSlug(id)) return refuse('code-unusable');
  if ((await findIndicator(sql, id)) !== undefined) return refuse('code-taken');
  const { source, certainty } = series;
  const frameworkId = localSetOf(bodyId);
  return ok({
    isNew: true,
    indicator: { id, frameworkId, code, title, says, kind: 'local', isPlaceholder: false, source, certainty },
  });
}
