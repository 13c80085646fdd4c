import type { Route } from '#platform/http';
import type { Services } from '#platform/module';

/** Every page and form of reports. */
export const reportRoutes = (_services: Services): readonly Route[] => [];
