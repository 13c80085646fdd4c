import type { PublicRoute } from '#platform/http';
import { bodyRoutes } from './bodies/body.tsx';
import { bodyListRoutes } from './bodies/list.tsx';
import { officeRoutes } from './offices/office.tsx';
import { officesRoutes } from './offices/offices.tsx';
import type { PublicServices } from './parts/services.ts';
import { partnerRoutes } from './partners/partners.tsx';
import { placeRoutes } from './places/place.tsx';
import { placeListRoutes } from './places/places.tsx';
import { ruleRoutes } from './rules/rule.tsx';
import { rulesRoutes } from './rules/rules.tsx';

/** The pages anyone can read. */
export const publicRoutes = (services: PublicServices): readonly PublicRoute[] => [
  ...bodyListRoutes(services),
  ...bodyRoutes(services),
  ...rulesRoutes(services),
  ...ruleRoutes(services),
  ...officesRoutes(services),
  ...officeRoutes(services),
  ...partnerRoutes(services),
  ...placeListRoutes(services),
  ...placeRoutes(services),
];
