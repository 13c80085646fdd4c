import type { Route } from '#platform/http';
import type { Services } from '#platform/module';

/** Every page and form of scrutiny’s recommendations, responses and conditions. */
export const scrutinyRoutes = (_services: Services): readonly Route[] => [];
