import type { Route } from '#platform/http';
import type { SiteServices } from '../site.ts';
import { askRoutes } from './ask.tsx';
import { confirmRoutes } from './confirm.tsx';
import { feedRoutes } from './feeds.ts';
import { stopRoutes } from './stop.tsx';
import { yoursRoutes } from './yours.tsx';

/** Being told of what one follows: feeds, calendars, and letters without an account. */
export const followRoutes = (services: SiteServices): readonly Route[] => [
  ...askRoutes(services),
  ...confirmRoutes(services),
  ...stopRoutes(services),
  ...yoursRoutes(services),
  ...feedRoutes(services),
];
