import type { Route } from '#platform/http';
import type { Services } from '#platform/module';

/** Every page and form of agreements. */
export const agreementRoutes = (_services: Services): readonly Route[] => [];
