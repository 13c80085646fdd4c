import type { Route } from '#platform/http';
import type { Services } from '#platform/module';

/** Every page and form of consultations. */
export const consultationRoutes = (_services: Services): readonly Route[] => [];
