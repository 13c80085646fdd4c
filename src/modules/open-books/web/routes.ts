import type { Route } from '#platform/http';
import type { ServicesWithFiles, Tellers } from '#platform/module';
import { exploreRoutes } from './explore/routes.tsx';
import { completenessRoutes } from './completeness/routes.tsx';
import { outturnRoutes } from './outturn/routes.tsx';
import { publishingRoutes } from './publishing/routes.ts';
import { supplierRoutes } from './suppliers/routes.ts';

/** What the pages of open books are served with. */
export type OpenBooksServices = ServicesWithFiles & Readonly<{ told: Tellers; address: string }>;

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
