import { notFound, page, type PublicRoute } from '#platform/http';
import { Link, Text } from '#platform/ui';
import { groups } from '../../domain/explore/asked.ts';
import type { ExploreServices } from '../../queries/explore/explored.ts';
import { viewShown } from '../../queries/explore/view-page.ts';
import { askedIn, viewPath } from './asked-in.ts';
import { MadeUp, sourceOf } from './money-words.tsx';
import { noSuchBody } from './no-such.ts';
import { SumsChart } from './sums-chart.tsx';

/** A chart by itself, for a frame in anybody’s page. It says where it comes from and leads to the whole of it. */
export const embedRoutes = (services: ExploreServices): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: '/money/embed',
    may: 'anyone',
    handle: async (visit) => {
      const view = askedIn(visit.query);
      const by = view.by === 'payment' ? 'month' : view.by;
      const shown = await viewShown(services, view.asked, { by, page: 1, on: visit.on });
      if (shown === undefined) return notFound(noSuchBody);
      const source = sourceOf({ standing: shown.counted });
      const of =
        view.asked.bodyId === undefined
          ? 'Council payments'
          : `Payments of ${shown.names.get(view.asked.bodyId)}`;
      return page({
        title: `${of}, by ${groups[by].toLowerCase()}: chart`,
        isEmbedded: true,
        main: (
          <>
            <MadeUp when={source.isIllustrative} />
            {shown.total === undefined || shown.total.payments === 0 ? (
              <Text>No payment is published that is such a one.</Text>
            ) : (
              <SumsChart sums={shown.sums} by={by} total={shown.total} view={view} source={source} />
            )}
            <Text>
              <Link href={viewPath({ asked: view.asked, by })}>
                These payments on Accord, down to each one
              </Link>
            </Text>
          </>
        ),
      });
    },
  },
];
