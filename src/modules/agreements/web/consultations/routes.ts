import type { Route } from '#platform/http';
import type { Services } from '#platform/module';
import { consultationOfficeRoutes } from './office/routes.ts';
import { publicConsultationRoutes } from './public-routes.ts';
import { respondRoutes } from './respond/routes.ts';

/** Every page and form of consultations. */
export const consultationRoutes = (services: Services): readonly Route[] => [
  ...publicConsultationRoutes(services),
  ...respondRoutes(services),
  ...consultationOfficeRoutes(services),
];
