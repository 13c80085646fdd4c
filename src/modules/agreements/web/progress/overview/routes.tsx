import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import type { Services } from '#platform/module';
import { fileRoutes, home, onDay } from '#platform/web';
import { progressDataset } from '../../../queries/progress/datasets.ts';
import { progressOn } from '../../../queries/progress/overview.ts';
import { momentOf } from '../parts/moment-of.ts';
import { BodyProgressPage } from './body-page.tsx';
import { OverviewPage } from './overview-page.tsx';
import { readAsked } from './read-asked.ts';

/** How everything goes, and what one body answers for. */
export function overviewRoutes(services: Services): readonly PublicRoute[] {
  const { database } = services;
  const found = (visit: Visit) => progressOn(database, readAsked(visit), momentOf(services, visit));
  return [
    {
      method: 'GET',
      path: '/progress',
      may: 'anyone',
      handle: async (visit) =>
        page({
          title: 'How it goes',
          description: 'What was promised and how it goes: what is off track, where, and who agreed to it.',
          section: 'agreements',
          breadcrumbs: [
            home,
            { text: 'Agreements', href: onDay('/agreements', visit) },
            { text: 'How it goes' },
          ],
          main: <OverviewPage progress={await found(visit)} asked={readAsked(visit)} visit={visit} />,
        }),
    },
    ...fileRoutes('/progress', async (visit) => {
      const { lines, names } = await found(visit);
      return progressDataset('progress', lines, names);
    }),
    {
      method: 'GET',
      path: '/progress/:body',
      may: 'anyone',
      handle: async (visit) => {
        const bodyId = visit.params['body'] ?? '';
        const progress = await progressOn(database, { bodyId }, momentOf(services, visit));
        const body = progress.names.bodies.find(({ id }) => id === bodyId);
        if (body === undefined)
          return notFound('There is no body of this name in the register. The list of bodies has them all.');
        return page({
          title: 'How it goes',
          caption: body.name,
          section: 'agreements',
          breadcrumbs: [home, { text: 'How it goes', href: onDay('/progress', visit) }, { text: body.name }],
          main: <BodyProgressPage body={body} progress={progress} visit={visit} />,
        });
      },
    },
  ];
}
