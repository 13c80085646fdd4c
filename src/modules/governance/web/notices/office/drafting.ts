import { keepDraft } from '#platform/drafts';
import {
  type Answers,
  askAgain,
  notFound,
  type OfficeVisit,
  page,
  redirect,
  type Reply,
} from '#platform/http';
import { isStale, type Services } from '#platform/module';
import { placesOn } from '#modules/register';
import { explainDraft, once, step, versionSeen } from '#platform/web';
import { noticeDraftOf } from '../../../actions/drafts.ts';
import type { NoticeDraft } from '../../../queries/notice-drafts.ts';
import { faultsIn } from '../form/read-notice.ts';
import { isAskedIn, isSection, sectionAfter, type SectionId, sectionsOf } from '../form/sections.ts';
import { draftPath, type HandleDraft, roomPath } from './room.ts';
import { later, sectionPage } from './section-page.tsx';

/** A new notice begins with its first part; nothing is kept before that is saved. */
export async function showNew({ database }: Services, { actor, today }: OfficeVisit): Promise<Reply> {
  const places = await placesOn(database, { on: today });
  return page(sectionPage({ actor, id: 'matter', answers: {}, errors: {}, places, draft: undefined }));
}

export async function submitNew(services: Services, visit: OfficeVisit): Promise<Reply> {
  const places = await placesOn(services.database, { on: visit.today });
  return save(services, visit, { id: 'matter', places, draft: undefined });
}

export const showSection: HandleDraft = async (_services, { actor, params }, { draft, places }) => {
  const id = sectionAsked(params, draft);
  if (id === undefined) return notFound(noSuchPart);
  return page(sectionPage({ actor, id, answers: draft.answers, errors: {}, places, draft }));
};

export const submitSection: HandleDraft = async (services, visit, { draft, places }) => {
  const id = sectionAsked(visit.params, draft);
  return id === undefined ? notFound(noSuchPart) : save(services, visit, { id, places, draft });
};

/** The part an address names, of those this draft has. */
function sectionAsked(
  { section = '' }: OfficeVisit['params'],
  { about }: NoticeDraft['draft'],
): SectionId | undefined {
  return isSection(section) && sectionsOf(about !== undefined).includes(section) ? section : undefined;
}

const noSuchPart = 'A notice has no such part. The page of the draft lists them all.';

type Saved = Readonly<{
  id: SectionId;
  places: Parameters<typeof sectionPage>[0]['places'];
  draft: Parameters<typeof sectionPage>[0]['draft'];
}>;

/** Keeps one part’s answers in the draft, in the place of those it had. */
async function save(services: Services, visit: OfficeVisit, { id, places, draft }: Saved): Promise<Reply> {
  const { actor, answers } = visit;
  const about = { actor, id, answers, places, draft };
  const isLater = answers[step.name] === later;
  const merged = { ...without(id, draft?.answers ?? {}), ...only(id, answers) };
  const faults = faultsIn(id, merged);
  if (!isLater && Object.keys(faults).length > 0) return askAgain(sectionPage({ ...about, errors: faults }));
  const seen = draft === undefined ? 0 : versionSeen(answers['draftSeen']);
  const kept = { id: draft?.id, answers: merged, seen };
  const outcome = await keepDraft(services, actor, noticeDraftOf(actor.bodyId), kept, once(visit));
  if (outcome.ok) {
    const path = draftPath(actor.bodyId, outcome.value.id);
    if (isLater) return redirect(roomPath(actor.bodyId), 'The draft is saved. Only your body can see it.');
    const next = sectionAfter(id, draft?.about !== undefined);
    return redirect(next === undefined ? `${path}/check` : `${path}/${next}`);
  }
  if (!isStale(outcome.error))
    return askAgain(sectionPage({ ...about, errors: explainDraft(outcome.error) }));
  return askAgain(sectionPage({ ...about, errors: {}, theirs: outcome.error.stale }));
}

const only = (id: SectionId, answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => isAskedIn(id, name)));
const without = (id: SectionId, answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([name]) => !isAskedIn(id, name)));
