import { notFound, type OfficeRoute, type OfficeVisit, page, redirect, type Reply } from '#platform/http';
import { ok, refuse } from '#platform/kernel';
import type { Services } from '#platform/module';
import { once, takeStep } from '#platform/web';
import { everyBody } from '#modules/register';
import { recordCommitment } from '../../../actions/commitments/record-commitment.ts';
import { commitmentId, commitmentPath } from '../../../domain/commitment/commitment.ts';
import { acceptCommitment } from '../../../domain/commitment/new-commitment.ts';
import { mayKeepCommitments } from '../../../permissions.ts';
import { collectionsKept } from '../../../queries/commitments/collections.ts';
import { listCommitmentsAt } from '../../../queries/commitments/list.ts';
import { noSuchCommitment } from '../commitment-page.tsx';
import { factRoutes, findWork, keeperForms } from './fact-routes.ts';
import { explainNew, readNew } from './new-form.ts';
import { checkNewPage, newPage } from './new-pages.tsx';
import { ownCommitmentPage, ownListPage } from './own-pages.tsx';

/** Recording promises, and saying what becomes of them. */
export function commitmentOfficeRoutes(services: Services): readonly OfficeRoute[] {
  const { database } = services;
  const path = '/office/:body/commitments';
  const one = `${path}/:collection/:commitment`;
  return [
    {
      method: 'GET',
      path,
      may: mayKeepCommitments,
      handle: async ({ actor, today }) => {
        const [list, bodies] = await Promise.all([
          listCommitmentsAt(database, { owner: actor.bodyId }, today, 'decisive'),
          everyBody(database, { on: today }),
        ]);
        const names = new Map(bodies.map(({ id, name }) => [id, name]));
        return page(ownListPage(actor, list, names, { on: today, today }));
      },
    },
    {
      method: 'GET',
      path: `${path}/new`,
      may: mayKeepCommitments,
      handle: async ({ actor }) => page(newPage(actor, await collectionsKept(database), {}, {})),
    },
    {
      method: 'POST',
      path: `${path}/new`,
      may: mayKeepCommitments,
      handle: (visit) => submitNew(services, visit),
    },
    {
      method: 'GET',
      path: one,
      may: mayKeepCommitments,
      handle: async (visit) => {
        const work = await findWork(services, visit);
        if (work === undefined) return notFound(noSuchCommitment(visit.params));
        return page(ownCommitmentPage(work, keeperForms));
      },
    },
    ...factRoutes(services, one),
  ];
}

async function submitNew(services: Services, visit: OfficeVisit): Promise<Reply> {
  const { actor, today } = visit;
  const collections = await collectionsKept(services.database);
  return takeStep(visit, {
    read: readNew,
    foresee(read) {
      const accepted = acceptCommitment({ ...read, owners: [actor.bodyId] }, today);
      return accepted.ok ? undefined : explainNew(accepted.error);
    },
    ask: (answers, errors) => newPage(actor, collections, answers, errors),
    check: (read, answers) => page(checkNewPage(actor, read, answers)),
    async publish(read) {
      const outcome = await recordCommitment(services, actor, actor.bodyId, read, once(visit));
      if (!outcome.ok) return refuse(explainNew(outcome.error));
      const { collectionId, number } = outcome.value;
      const to = commitmentPath({ id: commitmentId(collectionId, number) });
      return ok(redirect(to, 'The commitment is published.'));
    },
  });
}
