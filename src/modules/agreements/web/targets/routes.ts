import type { Route } from '#platform/http';
import type { Services } from '#platform/module';
import { targetsPageRoutes } from './list-page.tsx';
import { targetPageRoutes } from './target-page.tsx';

/** Every page and form of targets. */
export const targetRoutes = (services: Services): readonly Route[] => [
  ...targetsPageRoutes(services),
  ...targetPageRoutes(services),
];
