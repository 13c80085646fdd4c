import type { Route } from '#platform/http';
import type { Services } from '#platform/module';
import { frameworkPageRoutes } from './framework-page.tsx';
import { frameworksPageRoutes } from './frameworks-page.tsx';
import { indicatorPageRoutes } from './indicator-page.tsx';
import { indicatorsPageRoutes } from './indicators-page.tsx';
import { outcomePageRoutes } from './outcome-page.tsx';

/** Every page and form of frameworks. */
export const frameworkRoutes = (services: Services): readonly Route[] => [
  ...frameworksPageRoutes(services),
  ...frameworkPageRoutes(services),
  ...outcomePageRoutes(services),
  ...indicatorsPageRoutes(services),
  ...indicatorPageRoutes(services),
];
