import type { Sql } from '#platform/db';
import { addDays, type IsoDate, isoDate } from '#platform/kernel';
import { everyBody, rulesForEach } from '#modules/register';
import { type Expression, type ExpressionBuilder, sql as raw, type SqlBool } from 'kysely';
import type { ClauseEffect } from '../domain/decision/clause.ts';
import type { MakerKind } from '../domain/decision/decision.ts';
import type { Standing } from '../domain/decision/clause-standing.ts';
import type { Topic } from '../domain/topics.ts';
import type { GovernanceTables } from '../store/tables.ts';
import { valueOn } from './rules-on.ts';
import { decisionsAt, type StoodDecision } from './standings.ts';

/** Which decisions are listed; what is left out is not asked for. */
export type DecisionFilter = Readonly<{
  bodyId?: string | undefined;
  year?: number | undefined;
  isKey?: boolean | undefined;
  makerKind?: MakerKind | undefined;
  effect?: ClauseEffect | undefined;
  topic?: Topic | undefined;
  place?: string | undefined;
  /** Where one of its clauses stands at the moment asked. */
  standing?: ListedStanding | undefined;
}>;
export type ListedStanding = Exclude<Standing['standing'], 'not-published'>;

/** A place in the list, which is in the order of the day decided, the newest first: the decision after which to go on. */
export type ListPlace = Readonly<{ takenOn: IsoDate; id: string }>;

export type DecisionList = Readonly<{
  decisions: readonly StoodDecision[];
  /** Where to go on; undefined at the end. */
  next: ListPlace | undefined;
}>;

type Asked = Readonly<{ at: Date; on: IsoDate; after?: ListPlace | undefined; limit: number }>;

/**
 * Decisions whose record was public on the day, each as it stood at the moment. Where a standing is asked for, at most so
 * many are looked through that a page is answered at once: fewer than asked for may come, with the place to go on from.
 */
export async function listDecisions(sql: Sql, filter: DecisionFilter, asked: Asked): Promise<DecisionList> {
  const found: StoodDecision[] = [];
  let after = asked.after;
  const isLookedThrough = filter.standing !== undefined;
  for (let round = 0; round < (isLookedThrough ? roundsAtMost : 1); round += 1) {
    const atOnce = round === 0 ? asked.limit : Math.max(asked.limit, lookedThroughAtOnce);
    const ids = await placesAfter(sql, filter, { ...asked, after, limit: atOnce + 1 });
    const shown = ids.slice(0, atOnce);
    const stood = await decisionsAt(
      sql,
      shown.map(({ id }) => id),
      asked.at,
    );
    for (const place of shown) {
      const decision = stood.get(place.id);
      if (decision === undefined || !standsAs(decision, filter.standing)) continue;
      if (found.length === asked.limit) return { decisions: found, next: after };
      found.push(decision);
      after = place;
    }
    after = shown.at(-1) ?? after;
    if (ids.length <= atOnce) return { decisions: found, next: undefined };
    if (found.length === asked.limit) break;
  }
  return { decisions: found, next: after };
}

/** First a page of them, since most may do; then, where few do, many at once and no more. */
const roundsAtMost = 2;
const lookedThroughAtOnce = 150;

const standsAs = ({ standing }: StoodDecision, wanted: ListedStanding | undefined): boolean =>
  wanted === undefined || standing.clauses.some((each) => each.standing.standing === wanted);

/** The next decisions in the order of the list that may be what is asked for. */
async function placesAfter(
  sql: Sql,
  filter: DecisionFilter,
  { on, after, limit }: Asked,
): Promise<readonly ListPlace[]> {
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.decision')
    .select(['id', 'taken_on'])
    .where((eb) => eb.and([...plain(eb, filter, on), ...standingHints(eb, filter.standing, on)]))
    .$if(after !== undefined, (query) =>
      query.where((eb) => (after === undefined ? eb.lit(true) : isAfter(eb, after))),
    )
    .orderBy('taken_on', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ id, taken_on }) => ({ id, takenOn: taken_on }));
}

type Eb = ExpressionBuilder<GovernanceTables, 'governance.decision'>;

const isAfter = (eb: Eb, { takenOn, id }: ListPlace): Expression<SqlBool> =>
  eb.and([
    eb('taken_on', '<=', takenOn),
    eb.or([eb('taken_on', '<', takenOn), eb('governance.decision.id', '>', id)]),
  ]);

function plain(eb: Eb, filter: DecisionFilter, on: IsoDate): readonly Expression<SqlBool>[] {
  const { bodyId, year, isKey, makerKind, effect, topic, place } = filter;
  const years = year === undefined ? undefined : yearDates(year);
  return [
    // What is taken later is published later still: the index begins at the day.
    eb('taken_on', '<=', on),
    eb('published_on', '<=', on),
    ...(bodyId === undefined ? [] : [eb('body_id', '=', bodyId)]),
    ...(years === undefined ? [] : [eb('taken_on', '>=', years.first), eb('taken_on', '<=', years.last)]),
    ...(isKey === undefined ? [] : [eb('is_key', '=', isKey)]),
    ...(makerKind === undefined ? [] : [eb('maker_kind', '=', makerKind)]),
    ...(topic === undefined ? [] : [eb('topics', '@>', eb.val([topic]))]),
    ...(place === undefined ? [] : [eb('places', '@>', eb.val([place]))]),
    ...(effect === undefined ? [] : [hasClause(eb, effect)]),
  ];
}

const hasClause = (eb: Eb, effect: ClauseEffect): Expression<SqlBool> =>
  eb.exists(
    eb
      .selectFrom('governance.clause')
      .select('governance.clause.decision_id')
      .whereRef('governance.clause.decision_id', '=', 'governance.decision.id')
      .where('governance.clause.effect', '=', effect),
  );

/** Few decisions are called in or resolved on: those are looked up first, rather than asked of every decision in turn. */
const amongThose = (decisionIds: string): Expression<SqlBool> =>
  raw<SqlBool>`governance.decision.id = any(array(${raw.raw(decisionIds)}))`;

/** What must be so of every decision that stands so: where it stands is worked out, and not kept. */
function standingHints(
  eb: Eb,
  standing: ListedStanding | undefined,
  on: IsoDate,
): readonly Expression<SqlBool>[] {
  switch (standing) {
    case 'open-to-call-in':
    case 'about-to-take-effect':
      return [hasClause(eb, 'executive'), eb('published_on', '>=', addDays(on, -longestWindowDays))];
    case 'called-in':
    case 'referred-back':
    case 'before-council':
      return [amongThose('select decision_id from governance.signature where public_at is not null')];
    case 'waits-for-council':
      return [hasClause(eb, 'recommend-to-council')];
    case 'ended':
      return [amongThose('select decision_id from governance.decision_step')];
    case 'not-known':
      return [hasClause(eb, 'executive')];
    case 'in-effect':
    case undefined:
      return [];
    default:
      return standing satisfies never;
  }
}

/** The longest window a constitution may have is thirty working days: so many days hold it, Christmas and all. */
const longestWindowDays = 60;

/** The first and last day of a year that the calendar has; undefined for any other. */
function yearDates(year: number): Readonly<{ first: IsoDate; last: IsoDate }> | undefined {
  const [first, last] = [isoDate(`${year}-01-01`), isoDate(`${year}-12-31`)];
  return first.ok && last.ok ? { first: first.value, last: last.value } : undefined;
}

/** Decisions that can be called in at the moment, the first to close first. */
export async function openToCallIn(
  sql: Sql,
  { at, on, bodyId }: Readonly<{ at: Date; on: IsoDate; bodyId?: string | undefined }>,
): Promise<readonly OpenDecision[]> {
  const bodies = bodyId === undefined ? (await everyBody(sql, { on })).map(({ id }) => id) : [bodyId];
  const rows = await sql
    .tables<GovernanceTables>()
    .selectFrom('governance.decision')
    .select('id')
    .where('published_on', '<=', on)
    .where('published_on', '>=', addDays(on, -(await longestWindowDaysOf(sql, bodies, on))))
    .$if(bodyId !== undefined, (query) => query.where('body_id', '=', bodyId ?? ''))
    .where((eb) => hasClause(eb, 'executive'))
    .execute();
  const stood = await decisionsAt(
    sql,
    rows.map(({ id }) => id),
    at,
  );
  return [...stood.values()]
    .flatMap((decision) => {
      const found = decision.standing.callIn?.standing;
      return found?.standing === 'open-to-call-in' ? [{ ...decision, closes: found }] : [];
    })
    .toSorted((a, b) => closing(a).localeCompare(closing(b)));
}

/** In how many days before a day everything was published that can be open on it, by the longest window of these bodies. */
async function longestWindowDaysOf(sql: Sql, bodyIds: readonly string[], on: IsoDate): Promise<number> {
  const rules = await rulesForEach(sql, bodyIds);
  const windows = [...rules.values()].flatMap((body) =>
    [on, addDays(on, -longestWindowDays)].map((day) => valueOn(body, 'callIn.window', day)?.count ?? 0),
  );
  const weeks = Math.ceil(Math.max(0, ...windows) / 5);
  return Math.min(longestWindowDays, weeks * 7 + closuresAtMostDays);
}

/** Christmas, Easter and a body’s own closures, all in one window, and more. */
const closuresAtMostDays = 14;

export type OpenDecision = StoodDecision &
  Readonly<{ closes: Extract<Standing, { standing: 'open-to-call-in' }> }>;

const closing = ({ closes: { deadline }, decision }: OpenDecision): string =>
  `${deadline.date} ${deadline.time} ${decision.id}`;
