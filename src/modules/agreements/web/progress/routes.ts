import type { Route } from '#platform/http';
import type { Services } from '#platform/module';

/** Every page and form of progress. */
export const progressRoutes = (_services: Services): readonly Route[] => [];
