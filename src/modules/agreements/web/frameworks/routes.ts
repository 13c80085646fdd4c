import type { Route } from '#platform/http';
import type { Services } from '#platform/module';
import { frameworkApiRoutes } from './api.ts';
import { frameworkPageRoutes } from './framework-page.tsx';
import { frameworksPageRoutes } from './frameworks-page.tsx';
import { indicatorPageRoutes } from './indicator-page.tsx';
import { indicatorsPageRoutes } from './indicators-page.tsx';
import { chooseRoutes } from './office/choose-routes.tsx';
import { defineRoutes } from './office/indicator-routes.tsx';
import { indicatorListRoutes } from './office/list-routes.tsx';
import { handOverRoutes } from './office/hand-over-routes.tsx';
import { ownerRoutes } from './office/owner-routes.tsx';
import { outcomePageRoutes } from './outcome-page.tsx';

/** Every page and form of frameworks. */
export const frameworkRoutes = (services: Services): readonly Route[] => [
  ...frameworksPageRoutes(services),
  ...frameworkPageRoutes(services),
  ...outcomePageRoutes(services),
  ...indicatorsPageRoutes(services),
  ...indicatorPageRoutes(services),
  ...frameworkApiRoutes(services),
  ...indicatorListRoutes(services),
  ...defineRoutes(services),
  ...ownerRoutes(services),
  ...handOverRoutes(services),
  ...chooseRoutes(services),
];
