import type { Route } from '#platform/http';
import type { Services } from '#platform/module';

/** Every page and form of reward. */
export const rewardRoutes = (_services: Services): readonly Route[] => [];
