import type { Route } from '#platform/http';
import type { Services } from '#platform/module';

/** Every page and form of finding things by their words. */
export const findRoutes = (_services: Services): readonly Route[] => [];
