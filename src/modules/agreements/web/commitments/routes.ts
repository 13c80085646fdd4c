import type { Route } from '#platform/http';
import type { Services } from '#platform/module';

/** Every page and form of commitments. */
export const commitmentRoutes = (_services: Services): readonly Route[] => [];
