import type { Route } from '#platform/http';
import type { Services } from '#platform/module';

/** Every page and form of call-in and what follows it. */
export const callInRoutes = (_services: Services): readonly Route[] => [];
