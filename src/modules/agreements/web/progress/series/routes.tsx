import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import type { Services } from '#platform/module';
import { followAddresses } from '#platform/ui';
import { fileRoutes, home, onDay } from '#platform/web';
import { seriesPath } from '../../../domain/series/series.ts';
import { comparedOn } from '../../../queries/progress/compared.ts';
import { comparedDataset } from '../../../queries/progress/datasets.ts';
import { momentOf } from '../parts/moment-of.ts';
import { ComparedPage } from './compared-page.tsx';

const noSuchSeries = 'There is no series of this name. The list of indicators leads to all of them.';

/** A series from area to area. */
export function seriesRoutes(services: Services): readonly PublicRoute[] {
  const { database } = services;
  const asked = (visit: Visit) =>
    comparedOn(database, visit.params['series'] ?? '', momentOf(services, visit));
  return [
    {
      method: 'GET',
      path: '/series/:series',
      may: 'anyone',
      handle: async (visit) => {
        const compared = await asked(visit);
        if (compared === undefined) return notFound(noSuchSeries);
        const { series, indicator } = compared;
        return page({
          title: series.title,
          caption: 'Areas compared',
          description: `${series.title}, from area to area: on a map, in order, over time and as a table.`,
          section: 'agreements',
          breadcrumbs: [
            home,
            { text: 'How it goes', href: onDay('/progress', visit) },
            { text: indicator?.title ?? series.title },
          ],
          feed: {
            href: followAddresses({ kind: 'things', id: seriesPath(series.id) }).feed,
            title: series.title,
          },
          main: <ComparedPage compared={compared} visit={visit} />,
        });
      },
    },
    ...fileRoutes(
      '/series/:series/areas',
      async (visit) => {
        const compared = await asked(visit);
        return compared && comparedDataset(compared);
      },
      () => noSuchSeries,
    ),
  ];
}
