import type { Route } from '#platform/http';
import type { Services } from '#platform/module';
import { agreementApiRoutes } from './api.ts';
import { agreementDraftRoutes } from './office/draft-routes.ts';
import { agreementOfficeRoutes } from './office/office-routes.ts';
import { publicAgreementRoutes } from './public-routes.ts';

/** Every page and form of agreements. */
export const agreementRoutes = (services: Services): readonly Route[] => [
  ...publicAgreementRoutes(services),
  ...agreementApiRoutes(services),
  ...agreementDraftRoutes(services),
  ...agreementOfficeRoutes(services),
];
