import type { Route } from '#platform/http';
import type { Services } from '#platform/module';

/** Every page and form of the clock league. */
export const leagueRoutes = (_services: Services): readonly Route[] => [];
