import {
  type Answers,
  askAgain,
  notFound,
  type OfficeRoute,
  type OfficeVisit,
  page,
  redirect,
  type Reply,
} from '#platform/http';
import { isStale, type Services } from '#platform/module';
import { dateAnswers, once, versionSeen } from '#platform/web';
import { officesOnDay } from '#modules/register';
import { tellOfCommitment } from '../../../actions/commitments/tell-of-commitment.ts';
import { commitmentPath } from '../../../domain/commitment/commitment.ts';
import { mayKeepCommitments, mayReplyOnCommitments } from '../../../permissions.ts';
import { commitmentShown } from '../../../queries/commitments/page.ts';
import { namedBy, noSuchCommitment } from '../commitment-page.tsx';
import { explainFact } from './explain-fact.ts';
import type { CommitmentWork, FactForm } from './fact-form.ts';
import { factPage } from './fact-page.tsx';
import { milestoneForm, progressForm } from './milestone-forms.tsx';
import { joinForm, linkForm, ownerForm, replyForm, unlinkForm } from './other-forms.tsx';
import { evidenceForm, reopenForm, statusForm } from './status-forms.tsx';

/** What an office that keeps commitments can say, by the last word of its address. */
export const keeperForms: Readonly<Record<string, FactForm>> = {
  owner: ownerForm,
  milestone: milestoneForm,
  evidence: evidenceForm,
  status: statusForm,
  reopen: reopenForm,
  link: linkForm,
  unlink: unlinkForm,
  join: joinForm,
};

type FormFor = (work: CommitmentWork, params: OfficeVisit['params']) => FactForm | undefined;

const keeperForm: FormFor = (_work, params) => {
  const name = params['factForm'] ?? '';
  return Object.hasOwn(keeperForms, name) ? keeperForms[name] : undefined;
};
const milestoneProgress: FormFor = ({ found }, params) => {
  const milestone = found.standing.milestones.find(({ number }) => String(number) === params['milestone']);
  return milestone && progressForm(milestone);
};

/** Saying something of a promise: every form asks, checks and publishes in the same way. */
export function factRoutes(services: Services, one: string): readonly OfficeRoute[] {
  return [
    ...formRoutes(services, `${one}/reply`, mayReplyOnCommitments, () => replyForm),
    ...formRoutes(services, `${one}/milestones/:milestone`, mayKeepCommitments, milestoneProgress),
    ...formRoutes(services, `${one}/:factForm`, mayKeepCommitments, keeperForm),
  ];
}

function formRoutes(
  services: Services,
  path: string,
  may: OfficeRoute['may'],
  formFor: FormFor,
): readonly OfficeRoute[] {
  const opened =
    (handle: (work: CommitmentWork, form: FactForm, visit: OfficeVisit) => Promise<Reply> | Reply) =>
    async (visit: OfficeVisit) => {
      const work = await findWork(services, visit);
      if (work === undefined) return notFound(noSuchCommitment(visit.params));
      const form = formFor(work, visit.params);
      if (form === undefined) return notFound('There is nothing of this name to say of a commitment.');
      return handle(work, form, visit);
    };
  return [
    {
      method: 'GET',
      path,
      may,
      handle: opened((work, form, { today }) =>
        page(
          factPage({ work, form, answers: { precision: 'day', ...dateAnswers('on', today) }, errors: {} }),
        ),
      ),
    },
    {
      method: 'POST',
      path,
      may,
      handle: opened((work, form, visit) => submit(services, work, form, visit)),
    },
  ];
}

/** The promise an address names, where the office’s own body made it. */
export async function findWork(
  { database }: Services,
  { actor, params, today }: OfficeVisit,
): Promise<CommitmentWork | undefined> {
  const found = await commitmentShown(database, namedBy(params), today);
  if (found === undefined || !found.commitment.owners.includes(actor.bodyId)) return undefined;
  return { actor, found, offices: await officesOnDay(database, actor.bodyId, today) };
}

async function submit(
  services: Services,
  work: CommitmentWork,
  form: FactForm,
  visit: OfficeVisit,
): Promise<Reply> {
  const { actor, answers } = visit;
  const { commitment } = work.found;
  const read = form.read(answers, work);
  if (!read.ok) return askAgain(factPage({ work, form, answers, errors: read.error }));
  const { collectionId, number } = commitment;
  const named = { collectionId, number, bodyId: actor.bodyId };
  const outcome = await tellOfCommitment(services, actor, named, read.value, seenIn(answers), once(visit));
  if (outcome.ok) return redirect(commitmentPath(commitment), 'It is published.');
  if (!isStale(outcome.error))
    return askAgain(factPage({ work, form, answers, errors: explainFact(outcome.error) }));
  const now = (await findWork(services, visit)) ?? work;
  const meanwhile = now.found.facts.filter((fact) => fact.number > seenIn(answers));
  const errors = { form: 'Something was said of this commitment meanwhile. Look again, then publish' };
  return askAgain(factPage({ work: now, form, answers, errors, meanwhile }));
}

const seenIn = (answers: Answers): number => versionSeen(answers['seen']);
