import type { Sql } from '#platform/db';
import { placesOn } from '#modules/register';
import type { Outcome } from '../../domain/framework/framework.ts';
import type { Target } from '../../domain/target/target.ts';
import { listActions } from '../../store/actions.ts';
import { listOutcomes } from '../../store/frameworks.ts';
import { listTargets } from '../../store/targets.ts';
import { type AddedUp, chaptersAddedUp } from './adding-up.ts';
import { type AgreementAt, agreementAt, agreementsAt, type MomentAsked } from './agreement-at.ts';

/** A district’s part of an agreement as it stood: which outcomes it takes, and how many targets and actions are its own. */
export type Chapter = AgreementAt &
  Readonly<{
    place: string;
    /** The outcomes it takes; none where it takes all of the whole’s. */
    outcomes: readonly Outcome[];
    targets: number;
    /** Of these, those that are part of a target of the whole. */
    targetsOfWhole: number;
    actions: number;
  }>;

export type Chapters = Readonly<{
  whole: AgreementAt;
  chapters: readonly Chapter[];
  addedUp: readonly AddedUp[];
}>;

/** The chapters of an agreement by their places, and how their targets add up; undefined where it was not published by then. */
export async function chaptersOfAgreement(
  sql: Sql,
  id: string,
  moment: MomentAsked,
): Promise<Chapters | undefined> {
  const whole = await agreementAt(sql, id, moment);
  if (whole === undefined) return undefined;
  const { on } = moment;
  const [found, places, addedUp] = await Promise.all([
    agreementsAt(sql, { partOf: id }, moment),
    placesOn(sql, { on }),
    chaptersAddedUp(sql, id, on),
  ]);
  const ids = found.map(({ agreement }) => agreement.id);
  const [targets, actions, outcomes] = await Promise.all([
    listTargets(sql, { agreementIds: ids }),
    ids.length === 0 ? [] : listActions(sql, { agreementIds: ids }),
    listOutcomes(sql, { ids: [...new Set(found.flatMap(({ version }) => version.outcomeIds))] }),
  ]);
  const nameOf = new Map(places.map((place) => [place.id, place.name]));
  const isPut = ({ versions }: Target) => (versions[0]?.putOn ?? on) <= on;
  const chapters = found.map((chapter): Chapter => {
    const { agreement, version } = chapter;
    const own = targets.filter((target) => target.agreementId === agreement.id && isPut(target));
    return {
      ...chapter,
      place: nameOf.get(agreement.placeId ?? '') ?? '',
      outcomes: outcomes.filter((outcome) => version.outcomeIds.includes(outcome.id)),
      targets: own.length,
      targetsOfWhole: own.filter(({ partOf }) => partOf !== undefined).length,
      actions: actions.filter(({ agreementId }) => agreementId === agreement.id).length,
    };
  });
  return { whole, chapters: chapters.toSorted((a, b) => a.place.localeCompare(b.place, 'en-GB')), addedUp };
}
