import type { Route } from '#platform/http';
import type { Services } from '#platform/module';

/** Every page and form of committees, meetings, agendas and minutes. */
export const meetingRoutes = (_services: Services): readonly Route[] => [];
