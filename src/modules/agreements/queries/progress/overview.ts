import { type Database, remembered, type Sql } from '#platform/db';
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
  const lines = linesOf(goings, names, shelf).filter((line) => isAskedFor(line, asked));
  return { lines, themes: shelf.themes, names };
}

type Lines = Readonly<{ names: Names; shelf: Shelf; lines: readonly ProgressLine[] }>;
const linesMade = new WeakMap<Goings, Lines>();

/** Everything in its order with what it belongs to, worked out once for each state of the book and of what things are called. */
function linesOf(goings: Goings, names: Names, shelf: Shelf): readonly ProgressLine[] {
  const made = linesMade.get(goings);
  if (made?.names === names && made.shelf === shelf) return made.lines;
  const quick = quickMeasures(goings.values());
  const lines = [...goings.values()]
    .filter(({ areaId }) => !names.isOutside(areaId))
    .toSorted(worstFirst)
    .map((going): ProgressLine => {
      const outcomes = shelf.outcomesOf(going);
      return {
        ...going,
        answersFor: answersFor(going),
        agreedBy: agreedBy(going),
        outcomes,
        themes: [...new Set(outcomes.flatMap(themeOf))],
        proxies: quick.get(curveKey({ seriesId: going.series.id, areaId: going.areaId })) ?? [],
      };
    });
  linesMade.set(goings, { names, shelf, lines });
  return lines;
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
const shelfOn = (sql: Sql, on: IsoDate): Promise<Shelf> =>
  remembered(sql, `agreements.shelf ${on}`, () => readShelf(sql, on));

type Shelf = Readonly<{
  themes: Progress['themes'];
  outcomesOf(going: Going): readonly Outcome[];
}>;

async function readShelf(sql: Sql, on: IsoDate): Promise<Shelf> {
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
    outcomesOf({ series, target }) {
      const own = outcomeById.get(target?.target.outcomeId ?? '');
      const others = chosen.get(series.indicatorId) ?? [];
      return own === undefined ? others : [own, ...others.filter(({ id }) => id !== own.id)];
    },
  };
}
