import type { Route } from '#platform/http';
import { aboutRoutes } from './about.tsx';
import { accountRoutes } from './account/own-account.tsx';
import { keyRoutes } from './account/keys.ts';
import { reminderRoutes } from './account/reminders.ts';
import { accountsRoutes } from './account/routes.ts';
import { setPasswordRoutes } from './account/set-password.tsx';
import { apiDocumentRoutes } from './api.tsx';
import { findRoutes } from './find.tsx';
import { followRoutes } from './follow/routes.ts';
import { galleryRoutes } from './gallery.tsx';
import { homeRoutes } from './home.tsx';
import { recordRoutes } from './record/routes.tsx';
import { robotsRoute } from './robots.ts';
import { signInRoutes } from './sign-in.tsx';
import type { SiteServices } from './site.ts';
import { tellersOf } from './tellers.ts';
import { workRoutes } from './work.tsx';

/** Every route there is: the site's own, then each module's. */
export function routesOf(services: SiteServices): readonly Route[] {
  const routes: readonly Route[] = [
    ...homeRoutes(services),
    ...findRoutes(services),
    ...recordRoutes(services),
    ...followRoutes(services),
    ...signInRoutes(services),
    ...accountRoutes(services),
    ...keyRoutes(services),
    ...reminderRoutes(services),
    ...setPasswordRoutes(services),
    ...accountsRoutes(services),
    ...workRoutes(services),
    ...aboutRoutes,
    robotsRoute,
    ...(services.configuration.mode === 'development' ? galleryRoutes : []),
    ...services.modules.flatMap((module) => module.routes({ ...services, told: tellersOf(services) })),
  ];
  return [...routes, ...apiDocumentRoutes(routes, services.address)];
}
