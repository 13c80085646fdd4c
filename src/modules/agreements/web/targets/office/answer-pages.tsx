import type { Answers, FieldErrors, OfficeVisit } from '#platform/http';
import { formatDate } from '#platform/kernel';
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
import { CheckAnswers, officePage } from '#platform/web';
import type { ToAnswer } from '../../../actions/targets/answer-target.ts';
import { explainBlocker } from '../../../domain/target/explain-blocker.ts';
import { targetPath } from '../../../domain/target/target.ts';
import type { TargetAnswering } from '../../../queries/target-answering.ts';
import { answerWords, CellTag } from '../words.tsx';
import { versionRows } from './version-rows.ts';

/** What a body answers, and the office that does it. */
export type AnswerWork = TargetAnswering & Readonly<{ actor: OfficeVisit['actor']; title: string }>;

const steps = ({ stood, title }: AnswerWork) => [{ text: title, href: targetPath(stood.target) }];

/** Asks what a body answers, with what the version sets and where the body is with it. */
export function askPage(work: AnswerWork, answers: Answers, errors: FieldErrors) {
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
            <CellTag cell={cell.cell} /> {blocker?.what ?? 'Its consent is in effect.'}
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

/** Shows the answer once more before it is recorded. */
export const checkPage = (work: AnswerWork, read: ToAnswer, answers: Answers) =>
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
export function stalePage(work: AnswerWork, answers: Answers) {
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
