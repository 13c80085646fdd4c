import type { Route } from '#platform/http';
import type { Services } from '#platform/module';

/** Every page and form of papers as files. */
export const paperRoutes = (_services: Services): readonly Route[] => [];
