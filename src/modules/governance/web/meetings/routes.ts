import type { Route } from '#platform/http';
import type { Services } from '#platform/module';
import { meetingApiRoutes } from './api/routes.ts';
import { keepCommitteeRoutes } from './committees/keep-routes.tsx';
import { publicCommitteeRoutes } from './committees/public-routes.tsx';
import { officeMeetingRoutes } from './office/routes.ts';
import { meetingListRoutes } from './public/list-routes.tsx';
import { meetingPageRoutes } from './public/meeting-routes.tsx';
import { togetherRoutes } from './public/together-routes.tsx';

/** Every page and form of committees, meetings, agendas and minutes. */
export const meetingRoutes = (services: Services): readonly Route[] => [
  ...meetingListRoutes(services),
  ...meetingPageRoutes(services),
  ...togetherRoutes(services),
  ...publicCommitteeRoutes(services),
  ...meetingApiRoutes(services),
  ...keepCommitteeRoutes(services),
  ...officeMeetingRoutes(services),
];
