import type { Sql } from '#platform/db';
import { type BodyLine, placesOn, successorsOf } from '#modules/register';
import type { PlannedAction } from '../../domain/agreement/action.ts';
import type { Agreement } from '../../domain/agreement/agreement.ts';
import type { Framework, Outcome, Theme } from '../../domain/framework/framework.ts';
import type { Target } from '../../domain/target/target.ts';
import { listActions } from '../../store/actions.ts';
import { findAgreement, findAgreements } from '../../store/agreements.ts';
import { findFramework, listOutcomes, listThemes } from '../../store/frameworks.ts';
import { listSeries } from '../../store/series.ts';
import { listTargets } from '../../store/targets.ts';
import { type AddedUp, chaptersAddedUp } from './adding-up.ts';
import { type AgreementAt, agreementAt, type MomentAsked } from './agreement-at.ts';

/** A party that has ended, and who stands in its place. */
export type EndedParty = Readonly<{ body: BodyLine; successors: readonly BodyLine[] }>;

export type ListedTarget = Readonly<{ target: Target; series: string; area: string }>;

/** An agreement with everything its page shows. */
export type AgreementPage = AgreementAt &
  Readonly<{
    parent: Agreement | undefined;
    whole: Agreement | undefined;
    renewedBy: readonly Agreement[];
    chapters: readonly Readonly<{ chapter: Agreement; place: string }>[];
    place: string | undefined;
    ended: readonly EndedParty[];
    framework: Framework | undefined;
    themes: readonly Theme[];
    /** The outcomes it takes. */
    outcomes: readonly Outcome[];
    targets: readonly ListedTarget[];
    actions: readonly PlannedAction[];
    /** How the targets of its chapters add up to its own. */
    addedUp: readonly AddedUp[];
  }>;

/** Everything the page of an agreement shows as of a day; undefined where it was not published by then. */
export async function agreementPageAt(
  sql: Sql,
  id: string,
  moment: MomentAsked,
): Promise<AgreementPage | undefined> {
  const found = await agreementAt(sql, id, moment);
  if (found === undefined) return undefined;
  const { agreement, version } = found;
  const { on } = moment;
  const [parent, whole, renewedBy, chapters, places, ended, said, targets, actions, addedUp] =
    await Promise.all([
      byId(sql, agreement.renews),
      byId(sql, agreement.partOf),
      findAgreements(sql, { renews: id }),
      findAgreements(sql, { partOf: id }),
      placesOn(sql, { on }),
      endedParties(sql, found, on),
      outcomesOf(sql, found),
      targetsOf(sql, id),
      listActions(sql, { agreementIds: [id] }),
      chaptersAddedUp(sql, id, on),
    ]);
  const placeName = new Map(places.map((place) => [place.id, place.name]));
  const isKnown = (each: Agreement) => each.versions[0].published.on <= on;
  return {
    ...found,
    ...said,
    addedUp,
    parent,
    whole,
    renewedBy: renewedBy.filter(isKnown),
    chapters: chapters
      .filter(isKnown)
      .map((chapter) => ({ chapter, place: placeName.get(chapter.placeId ?? '') ?? '' })),
    place: agreement.placeId === undefined ? undefined : placeName.get(agreement.placeId),
    ended,
    targets: targets
      .filter(({ target: { versions } }) => (versions[0]?.putOn ?? on) <= on)
      .map(({ target, series }) => ({
        target,
        series,
        area: placeName.get(target.areaId) ?? found.bodies.get(target.areaId)?.name ?? target.areaId,
      })),
    actions: actions.filter(({ recordedAt }) => version.proposalId === undefined || recordedAt <= moment.at),
  };
}

const byId = async (sql: Sql, id: string | undefined) =>
  id === undefined ? undefined : findAgreement(sql, id);

async function endedParties(
  sql: Sql,
  { version, bodies }: AgreementAt,
  on: MomentAsked['on'],
): Promise<readonly EndedParty[]> {
  const gone = version.parties.flatMap(({ bodyId }) => {
    const body = bodies.get(bodyId);
    return body?.ended === undefined || body.ended > on ? [] : [body];
  });
  return Promise.all(gone.map(async (body) => ({ body, successors: await successorsOf(sql, body.id, on) })));
}

async function outcomesOf(sql: Sql, { version: { frameworkId, outcomeIds } }: AgreementAt) {
  if (frameworkId === undefined) return { framework: undefined, themes: [], outcomes: [] };
  const [framework, themes, outcomes] = await Promise.all([
    findFramework(sql, frameworkId),
    listThemes(sql, frameworkId),
    listOutcomes(sql, { frameworkIds: [frameworkId] }),
  ]);
  const taken = new Set(outcomeIds);
  return { framework, themes, outcomes: outcomes.filter(({ id }) => taken.size === 0 || taken.has(id)) };
}

async function targetsOf(sql: Sql, id: string) {
  const targets = await listTargets(sql, { agreementIds: [id] });
  const series = await listSeries(sql, { ids: [...new Set(targets.map(({ seriesId }) => seriesId))] });
  const titles = new Map(series.map((each) => [each.id, each.title]));
  return targets.map((target) => ({ target, series: titles.get(target.seriesId) ?? target.seriesId }));
}
