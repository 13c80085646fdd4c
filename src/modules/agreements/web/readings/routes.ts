import type { Route } from '#platform/http';
import type { Services } from '#platform/module';
import { readingOfficeRoutes } from './office/routes.ts';
import { readingKeyRoutes } from './api/routes.ts';
import { timelinessApiRoutes } from './public/api.ts';
import { tableSchemaRoute } from './public/table-schema-route.ts';
import { timelinessRoutes } from './public/timeliness-page.tsx';
import { togetherRoutes } from './public/together-page.tsx';

/** Every page and form of readings. */
export const readingRoutes = (services: Services): readonly Route[] => [
  tableSchemaRoute,
  ...togetherRoutes(services),
  ...timelinessRoutes(services),
  ...timelinessApiRoutes(services),
  ...readingOfficeRoutes(services),
  ...readingKeyRoutes(services),
];
