import type { Route } from '#platform/http';
import type { Services, Tellers } from '#platform/module';
import { proposalApiRoutes } from './api.ts';
import { draftRoutes } from './office/draft-routes.ts';
import { partyRoutes } from './office/party-routes.ts';
import { publicProposalRoutes } from './public-routes.ts';

/** Every page and form of joint proposals. */
export const proposalRoutes = (services: Services & Readonly<{ told: Tellers }>): readonly Route[] => [
  ...publicProposalRoutes(services),
  ...proposalApiRoutes(services),
  ...draftRoutes(services),
  ...partyRoutes(services),
];
