import type { Route } from '#platform/http';
import type { Services } from '#platform/module';
import { rewardOfficeRoutes } from './office/routes.tsx';
import { rewardPageRoutes } from './reward-page.tsx';

/** Every page and form of reward. */
export const rewardRoutes = (services: Services): readonly Route[] => [
  ...rewardPageRoutes(services),
  ...rewardOfficeRoutes(services),
];
