import type { Route } from '#platform/http';
import type { Services } from '#platform/module';
import { callInListRoutes } from './list/routes.ts';
import { callInOfficeRoutes } from './office/routes.ts';
import { signRoutes } from './sign/routes.ts';
import { stepRoutes } from './steps/routes.ts';

/** Every page and form of call-in and what follows it. */
export const callInRoutes = (services: Services): readonly Route[] => [
  ...callInListRoutes(services),
  ...signRoutes(services),
  ...callInOfficeRoutes(services),
  ...stepRoutes(services),
];
