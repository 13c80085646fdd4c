import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import type { Services } from '#platform/module';
import { followAddresses } from '#platform/ui';
import { fileRoutes, home, onDay } from '#platform/web';
import { seriesAreaPath } from '../../../domain/reading/reading-paths.ts';
import { seriesPath } from '../../../domain/series/series.ts';
import { curveOn } from '../../../queries/progress/curve.ts';
import { readingsDataset } from '../../../queries/progress/datasets.ts';
import { momentOf } from '../parts/moment-of.ts';
import { CurvePage } from './curve-page.tsx';

const path = '/series/:series/:area';
export const noSuchCurve =
  'There is no series of this name in this area. The list of indicators leads to all of them.';

/** One series in one area. */
export function curveRoutes(services: Services): readonly PublicRoute[] {
  const { database } = services;
  const asked = (visit: Visit) =>
    curveOn(
      database,
      { seriesId: visit.params['series'] ?? '', areaId: visit.params['area'] ?? '' },
      momentOf(services, visit),
    );
  return [
    {
      method: 'GET',
      path,
      may: 'anyone',
      handle: async (visit) => {
        const curve = await asked(visit);
        if (curve === undefined) return notFound(noSuchCurve);
        const { series, areaId } = curve.going;
        const area = curve.names.area(series, areaId);
        const id = seriesAreaPath({ seriesId: series.id, areaId });
        return page({
          title: series.title,
          caption: area,
          description: `${series.title} in ${area}: the readings, the target, who agreed to it, and why it stands where it does.`,
          section: 'agreements',
          breadcrumbs: [
            home,
            { text: 'How it goes', href: onDay('/progress', visit) },
            { text: series.title, href: onDay(seriesPath(series.id), visit) },
            { text: area },
          ],
          feed: {
            href: followAddresses({ kind: 'things', id }).feed,
            title: `${series.title}, ${area}`,
          },
          changesAt: curve.changesAt,
          main: <CurvePage curve={curve} visit={visit} />,
        });
      },
    },
    ...fileRoutes(
      `${path}/readings`,
      async (visit) => {
        const curve = await asked(visit);
        return curve && readingsDataset(curve);
      },
      () => noSuchCurve,
    ),
  ];
}
