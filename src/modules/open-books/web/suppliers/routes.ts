import type { OfficeRoute, Route } from '#platform/http';
import type { ServicesWithFiles } from '#platform/module';
import { mayJudgeSuppliers } from '../../permissions.ts';
import { supplierChoiceRoutes } from './choices-page.tsx';
import { askJudge, submitJudge } from './judge.tsx';
import { showSuggestions } from './suggestions-page.tsx';

const room = '/office/:body/suppliers';

/** Which names are one supplier: what officers are asked and say, and what everybody may read of it. */
export const supplierRoutes = (services: ServicesWithFiles): readonly Route[] => [
  ...supplierChoiceRoutes(services),
  ...([
    {
      method: 'GET',
      path: room,
      may: mayJudgeSuppliers,
      handle: (visit) => showSuggestions(services, visit),
    },
    {
      method: 'GET',
      path: `${room}/judge`,
      may: mayJudgeSuppliers,
      handle: (visit) => askJudge(services, visit),
    },
    {
      method: 'POST',
      path: `${room}/judge`,
      may: mayJudgeSuppliers,
      handle: (visit) => submitJudge(services, visit),
    },
  ] satisfies readonly OfficeRoute[]),
];
