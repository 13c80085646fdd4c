import {
  askAgain,
  file,
  localPath,
  notFound,
  type OfficeRoute,
  type OfficeVisit,
  page,
  redirect,
  type Reply,
} from '#platform/http';
import { may as allows } from '#platform/identity';
import { isoDate } from '#platform/kernel';
import { isStale, type Services } from '#platform/module';
import { day, once, passage, readAnswers } from '#platform/web';
import { z } from 'zod';
import { addPaper } from '../../../actions/papers/add-paper.ts';
import { removePaper } from '../../../actions/papers/remove-paper.ts';
import { reviewPaper } from '../../../actions/papers/review-paper.ts';
import { mayPrepareDecisions, mayPublishDecisions } from '../../../permissions.ts';
import { papersToManage } from '../../../queries/papers/own-papers.ts';
import { ownPaperPage as findOwnPaper, type PaperPage } from '../../../queries/papers/paper-page.ts';
import { findPublicFile } from '../../../queries/papers/public-file.ts';
import { addPaperPage } from './add-paper-page.tsx';
import { managePapersPage } from './manage-page.tsx';
import { ownPaperPage } from './own-paper-page.tsx';
import { explainAdding, explainRemoving, explainReview, readPaperForm } from './paper-form.ts';
import { nothingToReviewPage, reviewPaperPage } from './review-page.tsx';

const path = '/office/:body/papers';
const one = `${path}/:paper`;
const noSuchPaper = 'Your body has no such paper.';

/** What officers do with their own body’s papers. */
export function paperOfficeRoutes(services: Services): readonly OfficeRoute[] {
  const { database } = services;
  const may = mayPrepareDecisions;
  return [
    {
      method: 'GET',
      path,
      may,
      handle: async ({ actor, today }) =>
        page(
          managePapersPage(
            actor,
            await database.as(actor, (sql) => papersToManage(sql, actor.bodyId, today)),
          ),
        ),
    },
    {
      method: 'GET',
      path: `${path}/add`,
      may,
      handle: async ({ actor, query, uploadBytes }) =>
        page(
          addPaperPage(actor, { answers: {}, errors: {}, uploadBytes, next: localPath(query['next'], '') }),
        ),
    },
    {
      method: 'POST',
      path: `${path}/add`,
      may,
      uploads: { most: 1 },
      handle: (visit) => submitPaper(services, visit),
    },
    {
      method: 'GET',
      path: one,
      may,
      handle: async (visit) => {
        const shown = await ownPaper(services, visit);
        return shown === undefined ? notFound(noSuchPaper) : page(shownTo(visit, shown, {}));
      },
    },
    {
      method: 'GET',
      path: `${one}/file`,
      may,
      handle: async ({ actor, params }) => {
        const isOwn = (paper: Readonly<{ bodyId: string }>) => paper.bodyId === actor.bodyId;
        const found = await database.as(actor, (sql) => findPublicFile(sql, params['paper'] ?? '', isOwn));
        return found === undefined
          ? notFound(noSuchPaper)
          : file(found.mediaType, found.bytes, found.filename);
      },
    },
    { method: 'POST', path: `${one}/remove`, may, handle: (visit) => submitRemoval(services, visit) },
    {
      method: 'GET',
      path: `${one}/review`,
      may: mayPublishDecisions,
      handle: async (visit) => {
        const shown = await ownPaper(services, visit);
        if (shown === undefined) return notFound(noSuchPaper);
        return page(
          shown.isReadable || shown.paper.access !== 'exempt'
            ? nothingToReviewPage(visit.actor, shown.paper)
            : reviewPaperPage(visit.actor, shown.paper, { answers: {}, errors: {} }),
        );
      },
    },
    {
      method: 'POST',
      path: `${one}/review`,
      may: mayPublishDecisions,
      handle: (visit) => submitReview(services, visit),
    },
  ];
}

const ownPaper = (
  { database }: Services,
  { actor, params, on }: OfficeVisit,
): Promise<PaperPage | undefined> =>
  database.as(actor, (sql) => findOwnPaper(sql, actor.bodyId, { id: params['paper'] ?? '', on }));

const shownTo = ({ actor }: OfficeVisit, shown: PaperPage, errors: Readonly<Record<string, string>>) =>
  ownPaperPage(actor, shown, { errors, mayRelease: allows(actor, mayPublishDecisions, actor.bodyId).ok });

async function submitPaper(services: Services, visit: OfficeVisit): Promise<Reply> {
  const { actor, answers, files, unread, uploadBytes } = visit;
  const next = localPath(answers['next'], '');
  const again = (errors: Readonly<Record<string, string>>) =>
    askAgain(addPaperPage(actor, { answers, errors, uploadBytes, next }));
  const read = readPaperForm(actor.bodyId, answers);
  const given = files.find(({ field }) => field === 'file');
  const missing = given === undefined ? { file: unread['file'] ?? 'Select the file of the paper' } : {};
  if (!read.ok) return again({ ...read.error, ...missing });
  if (given === undefined) return again(missing);

  const done = await addPaper(services, actor, read.value, given, once(visit));
  if (!done.ok) return again(explainAdding(given.filename, done.error));
  const notice = `${read.value.title} was added. Only your body can see it until it is published.`;
  if (next === '') return redirect(`/office/${actor.bodyId}/papers/${done.value.id}`, notice);
  return redirect(`${next}${next.includes('?') ? '&' : '?'}paper=${done.value.id}`, notice);
}

async function submitRemoval(services: Services, visit: OfficeVisit): Promise<Reply> {
  const { actor, params } = visit;
  const paperId = params['paper'] ?? '';
  const done = await removePaper(services, actor, { bodyId: actor.bodyId, paperId }, once(visit));
  if (done.ok) return redirect(`/office/${actor.bodyId}/papers`, 'The paper was removed.');
  const shown = await ownPaper(services, visit);
  return shown === undefined
    ? notFound(noSuchPaper)
    : askAgain(shownTo(visit, shown, explainRemoving(done.error)));
}

const reviewForm = z.object({
  reviewOn: day('the day on which it is released'),
  reason: passage('why the day is moved', { most: 1000 }),
});

async function submitReview(services: Services, visit: OfficeVisit): Promise<Reply> {
  const { actor, answers } = visit;
  const shown = await ownPaper(services, visit);
  if (shown === undefined) return notFound(noSuchPaper);
  const { paper } = shown;
  const read = readAnswers(reviewForm, answers, ['reviewOn']);
  if (!read.ok) return askAgain(reviewPaperPage(actor, paper, { answers, errors: read.error }));

  const seen = isoDate(answers['seen'] ?? '');
  const review = {
    bodyId: actor.bodyId,
    paperId: paper.id,
    ...read.value,
    seen: seen.ok ? seen.value : undefined,
  };
  const done = await reviewPaper(services, actor, review, once(visit));
  if (done.ok)
    return redirect(`/office/${actor.bodyId}/papers/${paper.id}`, 'The day of its release is set.');
  if (!isStale(done.error))
    return askAgain(reviewPaperPage(actor, paper, { answers, errors: explainReview(done.error) }));
  if (done.error.stale === undefined) return notFound(noSuchPaper);
  const errors = { form: 'Another officer moved the day while you were deciding' };
  return askAgain(reviewPaperPage(actor, done.error.stale, { answers, errors, isStale: true }));
}
