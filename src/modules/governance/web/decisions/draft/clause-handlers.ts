import { keepStep, printOf, stepOf } from '#platform/drafts';
import { askAgain, notFound, type OfficeVisit, page, redirect, type Reply } from '#platform/http';
import { isStale, type Services } from '#platform/module';
import { explainDraft, once } from '#platform/web';
import { decisionDraftOf } from '../../../actions/drafts.ts';
import { moved, readMove } from './clause-order.ts';
import { clausePage } from './clause-page.tsx';
import { clausesPage } from './clauses-page.tsx';
import { stepPath } from './draft-words.ts';
import type { Opened } from './opened.ts';
import {
  clauseAnswers,
  clauseFields,
  clauseIds,
  inClauseOrder,
  isClauseName,
  isOfClause,
  keptClause,
  readClause,
} from './steps/clause-form.ts';

const meanwhile =
  'A colleague changed the clauses meanwhile, so nothing of yours was saved. They stand below';

export const showClauses = async (
  _services: Services,
  { actor }: OfficeVisit,
  { draft }: Opened,
): Promise<Reply> =>
  page(clausesPage({ actor, draft, seen: printOf(stepOf(draft.answers, isClauseName)), errors: {} }));

/** Moves a clause up or down, or takes it away. */
export async function moveClause(services: Services, visit: OfficeVisit, opened: Opened): Promise<Reply> {
  const { actor, answers } = visit;
  const { draft } = opened;
  const seen = printOf(stepOf(draft.answers, isClauseName));
  const again = (form: string) => askAgain({ ...clausesPage({ actor, draft, seen, errors: { form } }) });
  const move = readMove(answers['move']);
  const order = move && moved(clauseIds(draft.answers), move);
  if (move === undefined || order === undefined)
    return again('Choose a clause of the list to move or remove');
  const others = stepOf(draft.answers, isClauseName);
  const kept =
    move.move === 'remove' ? stepOf(others, (name) => !name.startsWith(`clause.${move.id}.`)) : others;
  const saved = await keepStep(
    services,
    actor,
    decisionDraftOf(actor.bodyId),
    {
      id: draft.id,
      belongs: isClauseName,
      answers: { ...kept, ...inClauseOrder(order) },
      seen: answers['seen'] ?? '',
    },
    once(visit),
  );
  if (saved.ok) return redirect(stepPath(actor.bodyId, draft.id, 'clauses'));
  return again(isStale(saved.error) ? meanwhile : (explainDraft(saved.error)['form'] ?? meanwhile));
}

/** A clause that is there, or the id of the next. */
function clauseAsked(
  { params }: OfficeVisit,
  { draft }: Opened,
): Readonly<{ id: number; isNew: boolean }> | undefined {
  const ids = clauseIds(draft.answers);
  if (params['clause'] === 'new') return { id: Math.max(0, ...ids) + 1, isNew: true };
  const id = ids.find((each) => String(each) === params['clause']);
  return id === undefined ? undefined : { id, isNew: false };
}

const noSuchClause = 'The draft has no such clause. Its list of clauses shows those it has.';

export async function showClause(_services: Services, visit: OfficeVisit, opened: Opened): Promise<Reply> {
  const asked = clauseAsked(visit, opened);
  if (asked === undefined) return notFound(noSuchClause);
  const { draft } = opened;
  const answers = asked.isNew
    ? { number: String(clauseIds(draft.answers).length + 1) }
    : clauseAnswers(draft.answers, asked.id);
  const seen = printOf(stepOf(draft.answers, isOfClause(asked.id)));
  return page(clausePage({ actor: visit.actor, draft, answers, errors: {}, seen, isNew: asked.isNew }));
}

export async function saveClause(services: Services, visit: OfficeVisit, opened: Opened): Promise<Reply> {
  const asked = clauseAsked(visit, opened);
  if (asked === undefined) return notFound(noSuchClause);
  const { actor } = visit;
  const { draft } = opened;
  const { id, isNew } = asked;
  const answers = stepOf(visit.answers, (name) => clauseFields.includes(name));
  const shown = { actor, draft, answers, isNew, seen: visit.answers['seen'] ?? '' };
  const read = readClause(answers);
  if (!read.ok) return askAgain(clausePage({ ...shown, errors: read.error }));

  const ids = clauseIds(draft.answers);
  const belongs = isOfClause(id);
  const kept = stepOf(draft.answers, belongs);
  const saved = await keepStep(
    services,
    actor,
    decisionDraftOf(actor.bodyId),
    {
      id: draft.id,
      belongs,
      answers: { ...keptClause(id, answers), ...inClauseOrder(isNew ? [...ids, id] : ids) },
      seen: shown.seen,
    },
    once(visit),
  );
  if (saved.ok) return redirect(stepPath(actor.bodyId, draft.id, 'clauses'));
  if (!isStale(saved.error)) return askAgain(clausePage({ ...shown, errors: explainDraft(saved.error) }));
  return askAgain(
    clausePage({
      ...shown,
      seen: printOf(kept),
      theirs: clauseAnswers(draft.answers, id),
      errors: { form: meanwhile },
    }),
  );
}
