import type { PublicRoute } from '#platform/http';
import type { PublicServices } from '../public/parts/services.ts';
import { bodyApiRoutes } from './body-api.ts';
import { placeApiRoutes } from './place-api.ts';
import { popoloRoutes } from './popolo-api.ts';

/** The register for programs. */
export const apiRoutes = (services: PublicServices): readonly PublicRoute[] => [
  ...bodyApiRoutes(services),
  ...placeApiRoutes(services),
  ...popoloRoutes(services),
];
