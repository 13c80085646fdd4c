import type { Route } from '#platform/http';
import type { Services } from '#platform/module';
import { targetApiRoutes } from './api.ts';
import { targetsPageRoutes } from './list-page.tsx';
import { answerRoutes } from './office/answer-routes.ts';
import { changeRoutes } from './office/change-routes.tsx';
import { listRoutes } from './office/list-routes.tsx';
import { putRoutes } from './office/put-routes.tsx';
import { targetPageRoutes } from './target-page.tsx';

/** Every page and form of targets. */
export const targetRoutes = (services: Services): readonly Route[] => [
  ...targetsPageRoutes(services),
  ...targetPageRoutes(services),
  ...targetApiRoutes(services),
  ...listRoutes(services),
  ...putRoutes(services),
  ...changeRoutes(services),
  ...answerRoutes(services),
];
