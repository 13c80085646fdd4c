import type { Route } from '#platform/http';
import type { Services } from '#platform/module';
import { reportOfficeRoutes } from './office-routes.ts';
import { reportPublicRoutes } from './public-routes.tsx';

/** Every page and form of reports. */
export const reportRoutes = (services: Services): readonly Route[] => [
  ...reportPublicRoutes(services),
  ...reportOfficeRoutes(services),
];
