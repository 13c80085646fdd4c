import { type DraftOf, findDraft, isOf, keepDraft } from '#platform/drafts';
import { type Answers, askAgain, type OfficeVisit, redirect, type Reply } from '#platform/http';
import { isStale, type Services } from '#platform/module';
import { Button } from '#platform/ui';
import { explainDraft, once, step, takeStep, type ThreeSteps } from '#platform/web';

/** The value of the button that keeps the answers as they are, right or wrong. */
const keep = 'keep-draft';
const ofTheForm: ReadonlySet<string> = new Set(['csrf', 'submission', step.name, 'draft', 'draftSeen']);

/** The answers a form opens with: those of the draft its address names, where it is one of this body’s. */
export async function answersOfDraft(
  { database }: Pick<Services, 'database'>,
  { actor, query }: Pick<OfficeVisit, 'actor' | 'query'>,
  { kind }: Pick<DraftOf, 'kind'>,
): Promise<Answers | undefined> {
  const id = query['draft'];
  if (id === undefined) return undefined;
  const draft = await database.as(actor, (sql) => findDraft(sql, id));
  if (!isOf(draft, { kind, bodyId: actor.bodyId })) return undefined;
  return { ...draft.answers, draft: draft.id, draftSeen: String(draft.version) };
}

/** The draft that a form was filled from; undefined where it was none. */
export const draftOf = (answers: Answers): string | undefined => answers['draft'] || undefined;

/** As `takeStep`, for a form whose answers can be kept as a draft at any time, unfinished or wrong as they may be. */
export async function takeDraftedStep<Read>(
  services: Services,
  visit: OfficeVisit,
  of: DraftOf,
  steps: ThreeSteps<Read>,
): Promise<Reply> {
  const { actor, answers, path } = visit;
  if (answers[step.name] !== keep) return takeStep(visit, steps);
  const asked = {
    id: draftOf(answers),
    answers: Object.fromEntries(Object.entries(answers).filter(([name]) => !ofTheForm.has(name))),
    seen: Number(/^\d{1,9}$/.exec(answers['draftSeen'] ?? '')?.[0] ?? 0),
  };
  const kept = await keepDraft(services, actor, of, asked, once(visit));
  if (kept.ok) {
    const address = new URL(path, 'http://site');
    address.searchParams.set('draft', kept.value.id);
    return redirect(
      `${address.pathname}${address.search}`,
      'The draft is kept. Only your body’s own officers see it.',
    );
  }
  const errors = isStale(kept.error)
    ? {
        form: 'Another officer saved this draft meanwhile. Open it again to see what stands, then enter your changes',
      }
    : explainDraft(kept.error);
  return askAgain(steps.ask(answers, errors));
}

/** The two ways on from a form: to check its answers, or to keep them for later. */
export const CheckOrKeep = ({ answers, check }: Readonly<{ answers: Answers; check: string }>) => (
  <>
    {answers['draft'] !== undefined && <input type="hidden" name="draft" value={answers['draft']} />}
    {answers['draftSeen'] !== undefined && (
      <input type="hidden" name="draftSeen" value={answers['draftSeen']} />
    )}
    <div class="govuk-button-group">
      <Button>{check}</Button>
      <Button name={step.name} value={keep} variant="secondary">
        Keep as a draft
      </Button>
    </div>
  </>
);
