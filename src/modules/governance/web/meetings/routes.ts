import type { Route } from '#platform/http';
import type { Services } from '#platform/module';
import { keepCommitteeRoutes } from './committees/keep-routes.tsx';
import { publicCommitteeRoutes } from './committees/public-routes.tsx';

/** Every page and form of committees, meetings, agendas and minutes. */
export const meetingRoutes = (services: Services): readonly Route[] => [
  ...publicCommitteeRoutes(services),
  ...keepCommitteeRoutes(services),
];
