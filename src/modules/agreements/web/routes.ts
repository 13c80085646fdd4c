import type { Route } from '#platform/http';
import type { Services } from '#platform/module';
import { agreementRoutes } from './agreements/routes.ts';
import { commitmentRoutes } from './commitments/routes.ts';
import { consultationRoutes } from './consultations/routes.ts';
import { frameworkRoutes } from './frameworks/routes.ts';
import { progressRoutes } from './progress/routes.ts';
import { readingRoutes } from './readings/routes.ts';
import { reportRoutes } from './reports/routes.ts';
import { rewardRoutes } from './reward/routes.ts';
import { targetRoutes } from './targets/routes.ts';

/** Every page and form of this module. */
export const routes = (services: Services): readonly Route[] => [
  ...agreementRoutes(services),
  ...frameworkRoutes(services),
  ...targetRoutes(services),
  ...readingRoutes(services),
  ...progressRoutes(services),
  ...rewardRoutes(services),
  ...commitmentRoutes(services),
  ...consultationRoutes(services),
  ...reportRoutes(services),
];
