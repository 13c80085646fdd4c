import type { Route } from '#platform/http';
import type { Services } from '#platform/module';

/** Every page and form of bringing in another system’s decisions and meetings. */
export const importRoutes = (_services: Services): readonly Route[] => [];
