import type { Route } from '#platform/http';
import type { Services } from '#platform/module';
import { calculatorApiRoutes } from './dates/api.ts';
import { datesRoutes } from './dates/dates-page.tsx';

/** Every page and form of this module. */
export const routes = (services: Services): readonly Route[] => [
  ...datesRoutes(services),
  ...calculatorApiRoutes(services),
];
