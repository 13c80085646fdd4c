import type { Database, Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { measuresOn, type Outcome, type Theme } from '../../domain/framework/framework.ts';
import type { Going } from '../../domain/series/going.ts';
import type { Concerns } from '../../domain/series/series.ts';
import type { Status } from '../../domain/series/status.ts';
import { listOutcomes, listThemes } from '../../store/frameworks.ts';
import { listMeasures } from '../../store/indicators.ts';
import { curveKey } from './goings.ts';
import { agreedBy, answersFor, type Names, namesOn } from './names.ts';
import { type Goings, type ProgressBook, progressBookOf } from './progress-book.ts';
import type { Moment } from './moment.ts';

/** What a reader narrows progress down to. */
export type ProgressAsked = Readonly<{
  /** A body that answers for it or agreed to its target. */
  bodyId?: string | undefined;
  placeId?: string | undefined;
  /** A theme of a framework, `kent-agreement-two/3`. */
  themeId?: string | undefined;
  outcomeId?: string | undefined;
  seriesId?: string | undefined;
  concerns?: Concerns | undefined;
  colour?: Status['colour'] | undefined;
}>;

/** How a series goes in an area, with what it belongs to. */
export type ProgressLine = Going &
  Readonly<{
    answersFor: string | undefined;
    agreedBy: readonly string[];
    outcomes: readonly Outcome[];
    themes: readonly string[];
    /** Quick local measures that stand for this slow one, in the same area. */
    proxies: readonly Going[];
  }>;

export type Progress = Readonly<{
  lines: readonly ProgressLine[];
  themes: readonly (Theme & Readonly<{ id: string }>)[];
  names: Names;
}>;

/** How things go on a day, the furthest off track first: all that this site knows, or what is asked for. */
export async function progressOn(
  database: Database,
  asked: ProgressAsked,
  moment: Moment,
): Promise<Progress> {
  return progressFrom(progressBookOf(database), database, asked, moment);
}

async function progressFrom(
  book: ProgressBook,
  sql: Sql,
  asked: ProgressAsked,
  moment: Moment,
): Promise<Progress> {
  const { on } = moment;
  const [goings, names, shelf] = await Promise.all([
    book.on(sql, moment),
    namesOn(sql, on),
    shelfOn(sql, on),
  ]);
  const { sorted, quick } = inOrder(goings);
  const lines: ProgressLine[] = [];
  for (const going of sorted) {
    if (names.isOutside(going.areaId)) continue;
    const outcomes = shelf.outcomesOf(going);
    const line = {
      ...going,
      answersFor: answersFor(going),
      agreedBy: agreedBy(going),
      outcomes,
      themes: [...new Set(outcomes.flatMap(themeOf))],
      proxies: quick.get(curveKey({ seriesId: going.series.id, areaId: going.areaId })) ?? [],
    };
    if (isAskedFor(line, asked)) lines.push(line);
  }
  return { lines, themes: shelf.themes, names };
}

type Ordered = Readonly<{ sorted: readonly Going[]; quick: ReadonlyMap<string, readonly Going[]> }>;
const ordered = new WeakMap<Goings, Ordered>();

/** Everything in its order, worked out once for each state of the book. */
function inOrder(goings: Goings): Ordered {
  const found = ordered.get(goings) ?? {
    sorted: [...goings.values()].toSorted(worstFirst),
    quick: quickMeasures(goings.values()),
  };
  ordered.set(goings, found);
  return found;
}

function isAskedFor(line: ProgressLine, asked: ProgressAsked): boolean {
  const { bodyId, placeId, themeId, outcomeId, seriesId, concerns, colour } = asked;
  return (
    (bodyId === undefined || line.answersFor === bodyId || line.agreedBy.includes(bodyId)) &&
    (placeId === undefined || line.areaId === placeId) &&
    (themeId === undefined || line.themes.includes(themeId)) &&
    (outcomeId === undefined || line.outcomes.some(({ id }) => id === outcomeId)) &&
    (seriesId === undefined || line.series.id === seriesId) &&
    (concerns === undefined || line.series.concerns === concerns) &&
    (colour === undefined || line.status.colour === colour)
  );
}

/** The quick measures of each slow curve. */
function quickMeasures(goings: Iterable<Going>): ReadonlyMap<string, readonly Going[]> {
  const found = new Map<string, Going[]>();
  for (const going of goings) {
    if (going.series.proxyFor === undefined) continue;
    const key = curveKey({ seriesId: going.series.proxyFor, areaId: going.areaId });
    found.set(key, [...(found.get(key) ?? []), going]);
  }
  return found;
}

const order: Readonly<Record<Status['colour'], number>> = { red: 0, amber: 1, green: 2, grey: 3 };

const worstFirst = (a: Going, b: Going): number =>
  order[a.status.colour] - order[b.status.colour] ||
  (a.series.title < b.series.title ? -1 : a.series.title > b.series.title ? 1 : 0) ||
  (a.areaId < b.areaId ? -1 : 1);

const themeOf = ({ frameworkId, theme }: Outcome): readonly string[] =>
  theme === undefined ? [] : [`${frameworkId}/${theme}`];

/** Which outcomes a curve tells of: that of its target, and those its indicator was chosen for. */
async function shelfOn(sql: Sql, on: IsoDate) {
  const [outcomes, measures, themes] = await Promise.all([
    listOutcomes(sql),
    listMeasures(sql),
    listThemes(sql),
  ]);
  const outcomeById = new Map(outcomes.map((outcome) => [outcome.id, outcome]));
  const chosen = new Map<string, Outcome[]>();
  for (const { indicatorId, outcomeId, standing } of measuresOn(measures, on)) {
    const outcome = outcomeById.get(outcomeId);
    if (standing === 'chosen' && outcome !== undefined)
      chosen.set(indicatorId, [...(chosen.get(indicatorId) ?? []), outcome]);
  }
  return {
    themes: themes.map((theme) => ({ ...theme, id: `${theme.frameworkId}/${theme.number}` })),
    outcomesOf({ series, target }: Going): readonly Outcome[] {
      const own = outcomeById.get(target?.target.outcomeId ?? '');
      const others = chosen.get(series.indicatorId) ?? [];
      return own === undefined ? others : [own, ...others.filter(({ id }) => id !== own.id)];
    },
  };
}
