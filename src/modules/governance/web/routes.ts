import type { Route } from '#platform/http';
import type { Services, Tellers } from '#platform/module';
import { callInRoutes } from './call-in/routes.ts';
import { decisionRoutes } from './decisions/routes.ts';
import { findRoutes } from './find/routes.ts';
import { importRoutes } from './import/routes.ts';
import { leagueRoutes } from './league/routes.ts';
import { meetingRoutes } from './meetings/routes.ts';
import { noticeRoutes } from './notices/routes.ts';
import { oparlRoutes } from './oparl/routes.ts';
import { paperRoutes } from './papers/routes.ts';
import { proposalRoutes } from './proposals/routes.ts';
import { scrutinyRoutes } from './scrutiny/routes.ts';
import { calculatorApiRoutes } from './dates/api.ts';
import { datesRoutes } from './dates/dates-page.tsx';

/** Every page and form of this module. */
export const routes = (services: Services & Readonly<{ told: Tellers }>): readonly Route[] => [
  ...datesRoutes(services),
  ...calculatorApiRoutes(services),
  ...noticeRoutes(services),
  ...decisionRoutes(services),
  ...callInRoutes(services),
  ...meetingRoutes(services),
  ...scrutinyRoutes(services),
  ...proposalRoutes(services),
  ...paperRoutes(services),
  ...findRoutes(services),
  ...leagueRoutes(services),
  ...importRoutes(services),
  ...oparlRoutes(services),
];
