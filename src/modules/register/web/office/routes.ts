import type { Route } from '#platform/http';
import type { Services } from '#platform/module';
import { closuresRoutes } from './closures/routes.ts';
import { detailsRoutes } from './details/routes.ts';
import { nameRoutes } from './name/routes.ts';
import { officesRoutes } from './offices/routes.ts';
import { rulesRoutes } from './rules/routes.ts';
import { successionRoutes } from './succession/routes.ts';

/** What a body's own officers do in the register: its details, offices, rules, closed days, its name and its end. */
export function officeRoutes(services: Services): readonly Route[] {
  return [
    ...detailsRoutes(services),
    ...officesRoutes(services),
    ...rulesRoutes(services),
    ...closuresRoutes(services),
    ...nameRoutes(services),
    ...successionRoutes(services),
  ];
}
