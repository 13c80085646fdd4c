import type { Route } from '#platform/http';
import type { Services } from '#platform/module';

/** Every page and form of targets. */
export const targetRoutes = (_services: Services): readonly Route[] => [];
