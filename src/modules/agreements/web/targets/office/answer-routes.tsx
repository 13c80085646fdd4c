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
import { formatDate, ok, refuse, type Result } from '#platform/kernel';
import { isStale, type Services } from '#platform/module';
import {
  Button,
  DateField,
  Form,
  FormErrorSummary,
  InsetText,
  Link,
  Prose,
  RadiosField,
  SelectField,
  Text,
  TextareaField,
  TextField,
} from '#platform/ui';
import {
  CheckAnswers,
  dateAnswers,
  day,
  line,
  officePage,
  once,
  oneOf,
  passage,
  readAnswers,
  takeStep,
  versionSeen,
} from '#platform/web';
import { z } from 'zod';
import { answerTarget, type ToAnswer } from '../../../actions/targets/answer-target.ts';
import { explainBlocker } from '../../../domain/target/explain-blocker.ts';
import { targetPath } from '../../../domain/target/target.ts';
import { mayAnswerTargets } from '../../../permissions.ts';
import { type TargetAnswering, targetAnswering } from '../../../queries/target-answering.ts';
import { noSuchTarget, targetIdOf } from '../target-page.tsx';
import { answerWords, CellTag, targetTitle } from '../words.tsx';
import { explainAnswer } from './explain.ts';
import { versionRows } from './version-rows.ts';

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

type Work = TargetAnswering & Readonly<{ actor: OfficeVisit['actor']; title: string }>;

async function find(services: Services, visit: OfficeVisit): Promise<Work | undefined> {
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

function readAnswer(answers: Answers, { stood, version, boundBy }: Work): Result<ToAnswer, FieldErrors> {
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

const steps = ({ stood, title }: Work) => [{ text: title, href: targetPath(stood.target) }];

function askPage(work: Work, answers: Answers, errors: FieldErrors) {
  const { actor, stood, version, cell, boundBy, decisions, shown } = work;
  const field = { answers, errors };
  const blocker = cell && explainBlocker(cell, version.byBody, shown.names.body);
  return officePage(actor, steps(work), {
    title: 'Answer the target',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {stood.target.isIllustrative && (
          <InsetText>
            This target is made up to show how the page works. An answer to it binds nobody.
          </InsetText>
        )}
        <Text>{`Version ${version.number}, put by ${shown.names.body(version.byBody)} on ${formatDate(version.putOn)}. ${version.reason}`}</Text>
        <ul class="govuk-list govuk-list--bullet">
          {versionRows(version, { series: [stood.series], names: shown.names }, stood.series.id).map(
            ([name, value]) => (
              <li>{`${name}: ${value === '' ? 'not set' : value}`}</li>
            ),
          )}
        </ul>
        {cell === undefined ? (
          <InsetText>This version does not bind your body, so there is nothing for it to answer.</InsetText>
        ) : (
          <p class="govuk-body">
            <CellTag cell={cell.cell} /> {blocker?.what ?? 'Your body is bound by it.'}
          </p>
        )}
        <Form>
          <input type="hidden" name="seen" value={answers['seen'] ?? String(stood.target.answers.length)} />
          {boundBy !== undefined && (
            <RadiosField
              name="version"
              legend="Which version does your body answer?"
              options={[
                { value: String(version.number), text: `Version ${version.number}, put last` },
                {
                  value: String(boundBy.number),
                  text: `Version ${boundBy.number}, in force: to withdraw its consent`,
                },
              ]}
              answers={{ version: String(version.number), ...answers }}
              errors={errors}
            />
          )}
          <RadiosField
            name="answer"
            legend="What does your body answer?"
            options={[
              {
                value: 'consents',
                text: 'It consents',
                hint: 'By a decision of its own, which counts from the day it takes effect',
              },
              {
                value: 'refuses',
                text: 'It refuses',
                hint: 'A veto: the version binds nobody while it stands',
              },
              { value: 'withdraws', text: 'It withdraws its consent', hint: 'From the day of the answer' },
            ]}
            {...field}
          />
          <SelectField
            name="decision"
            label="By which decision? (needed to consent)"
            hint="Your body’s own published decisions since the version was put."
            options={[
              { value: '', text: 'None is named' },
              ...decisions.flatMap(({ id, title, takenOn, clauses }) =>
                clauses
                  .filter(({ canBind }) => canBind)
                  .map(({ number }) => ({
                    value: `${id}#${number}`,
                    text: `${formatDate(takenOn)}, clause ${number}: ${title}`,
                  })),
              ),
            ]}
            {...field}
          />
          {decisions.length === 0 && (
            <p class="govuk-body">
              Your body has published no decision since then.{' '}
              <Link href={`/office/${actor.bodyId}/decisions`}>Publish the record of its decision first</Link>
              .
            </p>
          )}
          <TextareaField
            name="says"
            label="Why? (needed to refuse or withdraw)"
            hint="The other partners read it. Say what would let your body consent."
            rows={3}
            {...field}
          />
          <DateField name="on" legend="On which day is the answer given?" {...field} />
          <TextField name="source" label="Where is the answer written?" {...field} />
          <Button>Check before recording</Button>
        </Form>
      </Prose>
    ),
  });
}

const checkPage = (work: Work, read: ToAnswer, answers: Answers) =>
  officePage(work.actor, steps(work), {
    title: 'Check the answer before it is recorded',
    main: (
      <Prose>
        <CheckAnswers
          publish="Record this answer"
          answers={answers}
          rows={[
            ['Target', work.title],
            ['Version', String(read.version)],
            ['Answer', answerWords[read.answer]],
            ['Decision', work.decisions.find(({ id }) => id === read.decision?.id)?.title ?? ''],
            ['Why', read.says],
            ['On', formatDate(read.on, { weekday: 'long' })],
            ['Source', read.source],
          ]}
        >
          <Text>
            {read.answer === 'consents'
              ? 'Anybody can see which decision your body consented by. It counts from the day that decision takes effect.'
              : 'Anybody can see that your body stands against this version, and why.'}
          </Text>
        </CheckAnswers>
      </Prose>
    ),
  });

/** Somebody answered meanwhile: where everybody stands now is shown, and the answer can be sent again. */
function stalePage(work: Work, answers: Answers) {
  const { stood, shown } = work;
  const asked = askPage(work, { ...answers, seen: String(stood.target.answers.length) }, {});
  return {
    ...asked,
    main: (
      <>
        <InsetText>
          Another answer was recorded while you were writing yours. Nothing of yours was recorded, and your
          answers are kept below. What stands now:{' '}
          {(stood.standing.put?.cells ?? [])
            .map(
              (cell) =>
                explainBlocker(cell, work.version.byBody, shown.names.body)?.what ??
                `${shown.names.body(cell.partner)} has consented.`,
            )
            .join(' ')}
        </InsetText>
        {asked.main}
      </>
    ),
  };
}
