import { keepStep, printOf, stepOf } from '#platform/drafts';
import { askAgain, notFound, type OfficeVisit, page, redirect, type Reply } from '#platform/http';
import { isStale, type Services } from '#platform/module';
import { explainDraft, once, step as button } from '#platform/web';
import { decisionDraftOf } from '../../../actions/drafts.ts';
import { pickedAnswers } from '../../papers/paper-picker.tsx';
import { draftPath } from './draft-words.ts';
import type { Opened } from './opened.ts';
import { later, stepPage } from './step-page.tsx';
import { isStepId, type StepId, steps } from './steps/steps.ts';
import { taskListPage } from './task-list-page.tsx';

/** The steps of a draft, each with what it lacks. */
export const showTaskList = async (
  _services: Services,
  { actor }: OfficeVisit,
  opened: Opened,
): Promise<Reply> => page(taskListPage({ actor, ...opened }));

const noSuchStep = 'The form of a record has no such step. Its first page lists them all.';

const stepAsked = ({ params }: OfficeVisit): StepId | undefined => {
  const id = params['recordStep'] ?? '';
  return isStepId(id) ? id : undefined;
};

export async function showStep(_services: Services, visit: OfficeVisit, opened: Opened): Promise<Reply> {
  const step = stepAsked(visit);
  if (step === undefined) return notFound(noSuchStep);
  const kept = stepOf(opened.draft.answers, steps[step].belongs);
  // Whoever added a paper from here comes back with it, and finds it ticked.
  const paper = visit.query['paper'];
  const answers = step === 'papers' && paper !== undefined ? { ...kept, ...pickedAnswers([paper]) } : kept;
  return page(stepPage({ actor: visit.actor, ...opened, step, answers, errors: {}, seen: printOf(kept) }));
}

/** Keeps a step: what is wrong in it is said first, unless it is to be finished later. */
export async function saveStep(services: Services, visit: OfficeVisit, opened: Opened): Promise<Reply> {
  const step = stepAsked(visit);
  if (step === undefined) return notFound(noSuchStep);
  const { actor } = visit;
  const { belongs, read } = steps[step];
  const answers = stepOf(visit.answers, belongs);
  const kept = stepOf(opened.draft.answers, belongs);
  const shown = { actor, ...opened, step, answers, seen: visit.answers['seen'] ?? '' };
  const given = read(answers);
  if (!given.ok && visit.answers[button.name] !== later)
    return askAgain(stepPage({ ...shown, errors: given.error }));

  const asked = { id: opened.draft.id, belongs, answers, seen: shown.seen };
  const saved = await keepStep(services, actor, decisionDraftOf(actor.bodyId), asked, once(visit));
  if (saved.ok) return redirect(draftPath(actor.bodyId, opened.draft.id), `Saved: ${steps[step].title}.`);
  if (!isStale(saved.error)) return askAgain(stepPage({ ...shown, errors: explainDraft(saved.error) }));
  return askAgain(
    stepPage({
      ...shown,
      seen: printOf(kept),
      theirs: kept,
      errors: { form: 'A colleague saved this part meanwhile, so yours was not saved. See both below' },
    }),
  );
}
