import { page, type PublicRoute } from '#platform/http';
import { Gallery } from '#platform/ui';

/** Every component in every state, for whoever builds pages. Served in development only. */
export const galleryRoutes: readonly PublicRoute[] = [
  {
    method: 'GET',
    path: '/dev/components',
    may: 'anyone',
    handle: async () => page({ title: 'Components', main: <Gallery /> }),
  },
];
