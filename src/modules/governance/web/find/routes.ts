import type { Route } from '#platform/http';
import type { Services } from '#platform/module';
import { findApiRoutes } from './api.ts';
import { findPageRoutes } from './find-page.tsx';

/** Every page and form of finding things by their words. */
export const findRoutes = (services: Services): readonly Route[] => [
  ...findPageRoutes(services),
  ...findApiRoutes(services),
];
