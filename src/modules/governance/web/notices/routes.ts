import type { Route } from '#platform/http';
import type { Services } from '#platform/module';
import { noticeApiRoutes } from './api/routes.ts';
import { officeNoticeRoutes } from './office/routes.ts';
import { changesRoutes } from './public/changes-page.tsx';
import { noticePageRoutes } from './public/notice-page.tsx';
import { planRoutes } from './public/plan-page.tsx';

/** Every page and form of the forward plan: notices of forthcoming decisions. */
export const noticeRoutes = (services: Services): readonly Route[] => [
  ...planRoutes(services),
  ...changesRoutes(services),
  ...noticePageRoutes(services),
  ...noticeApiRoutes(services),
  ...officeNoticeRoutes(services),
];
