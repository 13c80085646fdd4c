import type { Route } from '#platform/http';
import type { Services } from '#platform/module';

/** Every page and form of joint proposals. */
export const proposalRoutes = (_services: Services): readonly Route[] => [];
