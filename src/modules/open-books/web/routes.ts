import type { Route } from '#platform/http';
import { exploreRoutes } from './explore/routes.tsx';
import { completenessRoutes } from './completeness/routes.tsx';
import { outturnRoutes } from './outturn/routes.tsx';
import { publishingRoutes } from './publishing/routes.ts';
import type { OpenBooksServices } from './services.ts';
import { supplierRoutes } from './suppliers/routes.ts';

/** One part’s pages and forms. */
type RoutesOf = (services: OpenBooksServices) => readonly Route[];

/** A part that has pages adds them here. */
const parts: readonly RoutesOf[] = [
  exploreRoutes,
  publishingRoutes,
  outturnRoutes,
  completenessRoutes,
  supplierRoutes,
];

/** Every page and form of this module. */
export const routes = (services: OpenBooksServices): readonly Route[] =>
  parts.flatMap((part) => part(services));
