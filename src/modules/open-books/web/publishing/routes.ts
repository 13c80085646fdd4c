import type { Route } from '#platform/http';
import type { OpenBooksServices } from '../services.ts';
import { spendingKeyRoutes } from './api/routes.ts';
import { spendingOfficeRoutes } from './office/routes.ts';
import { releaseRoutes } from './public/release-page.tsx';
import { releasesRoutes } from './public/releases-page.tsx';

/** Every page and form of bringing payments and publishing them, and the pages of what was published. */
export const publishingRoutes = (services: OpenBooksServices): readonly Route[] => [
  ...releasesRoutes(services),
  ...releaseRoutes(services),
  ...spendingOfficeRoutes(services),
  ...spendingKeyRoutes(services),
];
