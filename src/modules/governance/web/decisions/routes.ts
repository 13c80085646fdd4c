import type { Route } from '#platform/http';
import type { Services } from '#platform/module';

/** Every page and form of records of decisions. */
export const decisionRoutes = (_services: Services): readonly Route[] => [];
