import type { Route } from '#platform/http';
import type { Services } from '#platform/module';
import { paperOfficeRoutes } from './office/routes.ts';
import { paperPageRoutes } from './paper-page.tsx';
import { papersPageRoutes } from './papers-page.tsx';

/** Every page and form of papers as files. */
export const paperRoutes = (services: Services): readonly Route[] => [
  ...paperPageRoutes(services),
  ...papersPageRoutes(services),
  ...paperOfficeRoutes(services),
];
