import type { Route } from '#platform/http';
import type { Services } from '#platform/module';
import { commitmentApiRoutes } from './api.ts';
import { commitmentPageRoutes } from './commitment-page.tsx';
import { commitmentListRoutes } from './list-page.tsx';
import { commitmentOfficeRoutes } from './office/routes.ts';

/** Every page and form of commitments. */
export const commitmentRoutes = (services: Services): readonly Route[] => [
  ...commitmentListRoutes(services),
  ...commitmentPageRoutes(services),
  ...commitmentApiRoutes(services),
  ...commitmentOfficeRoutes(services),
];
