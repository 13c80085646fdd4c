import type { Route } from '#platform/http';
import type { Services } from '#platform/module';

/** Every page and form of the forward plan: notices of forthcoming decisions. */
export const noticeRoutes = (_services: Services): readonly Route[] => [];
