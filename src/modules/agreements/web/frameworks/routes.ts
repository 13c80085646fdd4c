import type { Route } from '#platform/http';
import type { Services } from '#platform/module';

/** Every page and form of frameworks. */
export const frameworkRoutes = (_services: Services): readonly Route[] => [];
