import type { Route } from '#platform/http';
import type { Services } from '#platform/module';

/** Every page and form of readings. */
export const readingRoutes = (_services: Services): readonly Route[] => [];
