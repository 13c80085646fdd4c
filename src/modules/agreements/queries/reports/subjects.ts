import type { Sql } from '#platform/db';
import type { IsoDate } from '#platform/kernel';
import { placesOn } from '#modules/register';
import type { ReportSubject } from '../../domain/report/report.ts';
import type { Series } from '../../domain/series/series.ts';
import { listFrameworks, listThemes } from '../../store/frameworks.ts';
import { listSeries } from '../../store/series.ts';

/** What an office of a body may report on: its own body, any place, any theme. */
export async function reportSubjects(
  sql: Sql,
  body: Readonly<{ bodyId: string; bodyName: string }>,
  on: IsoDate,
): Promise<readonly ReportSubject[]> {
  const [places, frameworks, themes] = await Promise.all([
    placesOn(sql, { on }),
    listFrameworks(sql),
    listThemes(sql),
  ]);
  const titles = new Map(frameworks.map(({ id, title }) => [id, title]));
  return [
    { of: 'body', id: body.bodyId, name: body.bodyName },
    ...places.map(({ id, name }): ReportSubject => ({ of: 'place', id, name })),
    ...themes.map(({ frameworkId, number, title }): ReportSubject => ({
      of: 'theme',
      id: `${frameworkId}/${number}`,
      name: `${title} (${titles.get(frameworkId) ?? frameworkId})`,
    })),
  ];
}

/** The series of some figures, by id. */
export async function seriesOfFigures(
  sql: Sql,
  figures: readonly Readonly<{ seriesId: string }>[],
): Promise<ReadonlyMap<string, Series>> {
  const series = await listSeries(sql, { ids: [...new Set(figures.map(({ seriesId }) => seriesId))] });
  return new Map(series.map((each) => [each.id, each]));
}
