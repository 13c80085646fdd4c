import type { Route } from '#platform/http';
import type { Services } from '#platform/module';
import { openDataRoutes } from '../open-data/routes.tsx';
import { progressApiRoutes } from './api.ts';
import { curveRoutes } from './curve/routes.tsx';
import { overviewRoutes } from './overview/routes.tsx';
import { seriesRoutes } from './series/routes.tsx';
import { storyRoutes } from './story/routes.ts';

/** Every page and form of progress, and everything public as files. */
export const progressRoutes = (services: Services): readonly Route[] => [
  ...overviewRoutes(services),
  ...seriesRoutes(services),
  ...curveRoutes(services),
  ...storyRoutes(services),
  ...progressApiRoutes(services),
  ...openDataRoutes(services),
];
