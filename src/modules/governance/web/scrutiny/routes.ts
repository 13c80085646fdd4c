import type { Route } from '#platform/http';
import type { Services } from '#platform/module';
import { scrutinyApiRoutes } from './api.ts';
import { scrutinyOfficeRoutes } from './office-routes.ts';
import { reportPageRoutes } from './report-page.tsx';
import { scrutinyPageRoutes } from './scrutiny-page.tsx';

/** Every page and form of scrutiny’s recommendations, responses and conditions. */
export const scrutinyRoutes = (services: Services): readonly Route[] => [
  ...scrutinyPageRoutes(services),
  ...reportPageRoutes(services),
  ...scrutinyApiRoutes(services),
  ...scrutinyOfficeRoutes(services),
];
