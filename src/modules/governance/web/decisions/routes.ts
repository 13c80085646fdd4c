import type { Route } from '#platform/http';
import type { Services, Tellers } from '#platform/module';
import { decisionApiRoutes } from './api/routes.ts';
import { correctionRoutes } from './correct/routes.ts';
import { decisionDraftRoutes } from './draft/routes.ts';
import { allDecisionsRoutes } from './list/all-page.tsx';
import { landingRoutes } from './list/landing-page.tsx';
import { decisionPageRoutes } from './page/decision-page.tsx';

/** Every page and form of records of decisions. */
export const decisionRoutes = (services: Services & Readonly<{ told: Tellers }>): readonly Route[] => [
  ...landingRoutes(services),
  ...allDecisionsRoutes(services),
  ...decisionPageRoutes(services),
  ...decisionApiRoutes(services),
  ...decisionDraftRoutes(services),
  ...correctionRoutes(services),
];
