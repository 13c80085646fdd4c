import type { Route } from '#platform/http';
import type { Services } from '#platform/module';
import { apiRoutes } from './api/routes.ts';
import { officeRoutes } from './office/routes.ts';
import type { PublicServices } from './public/parts/services.ts';
import { publicRoutes } from './public/routes.ts';

/** Everything of the register that has an address: pages for anyone, the API, and its officers’ forms. */
export const registerRoutes = (services: Services & PublicServices): readonly Route[] => [
  ...publicRoutes(services),
  ...apiRoutes(services),
  ...officeRoutes(services),
];
