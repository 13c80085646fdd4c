import {
  type Answers,
  askAgain,
  type FieldErrors,
  notFound,
  type OfficeRoute,
  type OfficeVisit,
  page,
  redirect,
} from '#platform/http';
import { ok, refuse, type Result } from '#platform/kernel';
import { isStale, type Services } from '#platform/module';
import {
  dateAnswers,
  day,
  line,
  once,
  oneOf,
  passage,
  readAnswers,
  takeStep,
  versionSeen,
} from '#platform/web';
import { z } from 'zod';
import { answerTarget, type ToAnswer } from '../../../actions/targets/answer-target.ts';
import { targetPath } from '../../../domain/target/target.ts';
import { mayAnswerTargets } from '../../../permissions.ts';
import { targetAnswering } from '../../../queries/target-answering.ts';
import { noSuchTarget, targetIdOf } from '../target-page.tsx';
import { targetTitle } from '../words.tsx';
import { type AnswerWork, askPage, checkPage, stalePage } from './answer-pages.tsx';
import { explainAnswer } from './explain.ts';

const path = '/office/:body/targets/:targetAgreement/:target/answer';

/** A partner’s answer to a target: its consent by a decision of its own, its refusal, or that it withdraws. */
export const answerRoutes = (services: Services): readonly OfficeRoute[] => [
  {
    method: 'GET',
    path,
    may: mayAnswerTargets,
    handle: async (visit) => {
      const work = await find(services, visit);
      return work === undefined
        ? notFound(noSuchTarget)
        : page(askPage(work, dateAnswers('on', visit.today), {}));
    },
  },
  { method: 'POST', path, may: mayAnswerTargets, handle: (visit) => submit(services, visit) },
];

async function find(services: Services, visit: OfficeVisit): Promise<AnswerWork | undefined> {
  const { actor, today } = visit;
  const found = await targetAnswering(services, targetIdOf(visit), actor.bodyId, today);
  if (found === undefined) return undefined;
  return { ...found, actor, title: targetTitle(found.stood.series, found.stood.target, found.shown.names) };
}

const form = z.object({
  answer: oneOf(['consents', 'refuses', 'withdraws'], 'Select what your body answers'),
  decision: line('the decision', { most: 200, optional: true }),
  on: day('the day of the answer'),
  says: passage('the reason', { most: 2000, optional: true }),
  source: line('where it is written', { most: 300 }),
});

function readAnswer(
  answers: Answers,
  { stood, version, boundBy }: AnswerWork,
): Result<ToAnswer, FieldErrors> {
  const read = readAnswers(form, answers, ['on']);
  if (!read.ok) return read;
  const { decision, ...given } = read.value;
  const [id = '', clause = ''] = decision.split('#');
  const chosen = Number(/^\d{1,6}$/.exec(answers['version'] ?? '')?.[0] ?? version.number);
  const isOlder = boundBy !== undefined && chosen === boundBy.number;
  return ok({
    ...given,
    targetId: stood.target.id,
    version: isOlder ? boundBy.number : version.number,
    decision: decision === '' ? undefined : { id, clause },
    seen: versionSeen(answers['seen']),
  });
}

async function submit(services: Services, visit: OfficeVisit) {
  const { actor } = visit;
  const work = await find(services, visit);
  if (work === undefined) return notFound(noSuchTarget);
  return takeStep<ToAnswer>(visit, {
    read: (answers) => readAnswer(answers, work),
    ask: (answers, errors) => askPage(work, answers, errors),
    check: (read, answers) =>
      read.seen === work.stood.target.answers.length
        ? page(checkPage(work, read, answers))
        : askAgain(stalePage(work, answers)),
    async publish(read) {
      const done = await answerTarget(services, actor, read, once(visit));
      if (done.ok) return ok(redirect(targetPath(work.stood.target), 'The answer is recorded.'));
      if (!isStale(done.error)) return refuse(explainAnswer(done.error));
      return ok(askAgain(stalePage((await find(services, visit)) ?? work, visit.answers)));
    },
  });
}
