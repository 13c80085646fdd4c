import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, never, ok, refuse, type Result } from '#platform/kernel';
import type { InOneWord } from '#platform/module';
import {
  Button,
  Form,
  FormErrorSummary,
  InsetText,
  Link,
  Prose,
  RadiosField,
  SummaryList,
  Text,
  TextareaField,
  TextField,
} from '#platform/ui';
import {
  explainCommon,
  isCommon,
  line,
  officePage,
  oneOf,
  passage,
  readAnswers,
  Section,
  versionSeen,
} from '#platform/web';
import { z } from 'zod';
import type { ModerateRefusal } from '../../../actions/consultations/moderate-text.ts';
import { choicesOf, responseName } from '../../../domain/consultation/consultation.ts';
import {
  itsName,
  moderationOutcomes,
  type PublishedText,
  removed,
} from '../../../domain/consultation/moderation.ts';
import { longest } from '../../../domain/consultation/sheet.ts';
import type { ConsultationAt } from '../../../queries/consultations/consultation-at.ts';
import type { ResponseSeen } from '../../../queries/consultations/responses-seen.ts';
import { sayQuestion } from '../consultation-page.tsx';
import type { NameOf } from '../consultation-page.tsx';
import { moment, sayNumbers } from '../words.tsx';
import { consultationOffice, consultationSteps } from './addresses.ts';

const form = z.object({
  outcome: oneOf(['published', 'redacted', 'withheld'], 'Select whether the text is published'),
  says: passage('the text with parts removed', { most: longest.says + 1000, optional: true }),
  reason: line('the reason', { most: 300, optional: true }),
});
export type ModerationRead = Readonly<{
  question: number;
  outcome: keyof typeof moderationOutcomes;
  says: string;
  reason: string;
  seen: number;
}>;

export function readModeration(answers: Answers): Result<ModerationRead, FieldErrors> {
  const read = readAnswers(form, answers);
  const question = versionSeen(answers['question']);
  if (question < 0)
    return refuse({ form: 'Open the response again: the question it answers was not sent along' });
  return read.ok ? ok({ ...read.value, question, seen: versionSeen(answers['seen']) }) : read;
}

type Asked = Readonly<{
  /** The question whose text was decided on, when the form comes back. */
  question?: number | undefined;
  answers: Answers;
  errors: FieldErrors;
  isStale?: boolean;
}>;

/** One response, and a form for the name of an organisation and for each text of it. */
export function responsePage(
  actor: Actor,
  { consultation }: ConsultationAt,
  { response, texts, alike }: ResponseSeen,
  names: NameOf,
  { question: asked, answers, errors, isStale = false }: Asked = { answers: {}, errors: {} },
) {
  const row = (key: string, children: string) => ({ key, value: { children } });
  return officePage(actor, consultationSteps(actor, consultation), {
    title: `Response ${responseName(response.number)}`,
    errors,
    main: (
      <>
        <Prose>
          <FormErrorSummary errors={errors} />
          {isStale && (
            <InsetText>
              Another officer decided on this text while you were reading it. What stands now is shown with
              it. Nothing of yours was published; send yours again if it should take its place.
            </InsetText>
          )}
          <SummaryList
            rows={[
              row('From', response.organisation ?? 'A resident'),
              row('Place', response.placeId === undefined ? 'Not given' : names.place(response.placeId)),
              row(
                'Came',
                response.cameBy === 'paper'
                  ? `On paper, ${response.paperReference ?? ''}, entered by ${response.enteredBy ?? ''}`
                  : 'Online',
              ),
              row('On', moment(response.sentAt)),
              row('The same words in', alike.length === 0 ? 'No other response' : sayNumbers(alike)),
            ]}
          />
        </Prose>
        {response.organisation !== undefined && (
          <Section title="Its name" id="name">
            <Prose>
              <Text>
                Anybody can answer under any name. Until it is let, this one is counted as an organisation and
                its name withheld.
              </Text>
              <Decide
                question={itsName}
                says={response.organisation}
                stands={texts.find((text) => text.question === itsName)}
                answers={asked === itsName ? answers : {}}
                errors={asked === itsName ? errors : {}}
              />
            </Prose>
          </Section>
        )}
        {consultation.questions.map((question) => {
          const given = response.answers.find((answer) => answer.question === question.number);
          if (given === undefined) return null;
          const choice = new Map(choicesOf(question)).get(given.choice ?? '');
          const stands = texts.find((text) => text.question === question.number);
          const own = asked === question.number;
          return (
            <Section
              title={`${question.number}. ${sayQuestion(question, consultation.passages)}`}
              id={`question-${question.number}`}
            >
              <Prose>
                {choice !== undefined && <Text>Answered: {choice}</Text>}
                {given.says !== '' && (
                  <Decide
                    question={question.number}
                    says={given.says}
                    stands={stands}
                    answers={own ? answers : {}}
                    errors={own ? errors : {}}
                  />
                )}
              </Prose>
            </Section>
          );
        })}
        <Text>
          <Link href={`${consultationOffice(consultation)}/responses`}>All responses</Link>
        </Text>
      </>
    ),
  });
}

type DecideProps = Readonly<{
  question: number;
  says: string;
  stands: PublishedText | undefined;
  answers: Answers;
  errors: FieldErrors;
}>;

function Decide({ question, says, stands, answers, errors }: DecideProps) {
  const decided = stands === undefined ? {} : { outcome: stands.outcome, reason: stands.reason };
  const given: Answers = { ...decided, says: stands?.says ?? says, ...answers };
  // Several texts have a form each on this page: what is wrong is said at the form that was sent.
  const isSent = Object.keys(errors).length > 0 || Object.keys(answers).length > 0;
  const prefix = isSent ? '' : `text-${question}-`;
  const which = question === itsName ? 'its name' : `question ${question}`;
  return (
    <>
      <InsetText>{says}</InsetText>
      {stands !== undefined && (
        <Text>
          Decided by the {stands.byOffice} at {moment(stands.at)}:{' '}
          {moderationOutcomes[stands.outcome].toLowerCase()}
          {stands.reason === '' ? '' : ` (${stands.reason})`}.
        </Text>
      )}
      <Form>
        <input type="hidden" name="question" value={String(question)} />
        <input type="hidden" name="prefix" value={prefix} />
        <input type="hidden" name="seen" value={String(stands?.revision ?? 0)} />
        <RadiosField
          name={`${prefix}outcome`}
          legend={
            question === itsName
              ? 'May its name be read by everybody?'
              : `May this be read by everybody? Question ${question}`
          }
          options={Object.entries(moderationOutcomes).map(([value, text]) => ({ value, text }))}
          answers={{ [`${prefix}outcome`]: given['outcome'] ?? '' }}
          errors={errors}
        />
        <TextareaField
          name={`${prefix}says`}
          label={`The text with parts removed (${which})`}
          hint={`Put ${removed} in the place of each part. Nothing may be added. Used only where parts are removed.`}
          rows={4}
          answers={{ [`${prefix}says`]: given['says'] ?? '' }}
          errors={errors}
        />
        <TextField
          name={`${prefix}reason`}
          label={`Why are parts, or all of it, kept back? (${which})`}
          hint="Published beside the text. For example, It named a member of staff."
          answers={{ [`${prefix}reason`]: given['reason'] ?? '' }}
          errors={errors}
        />
        <Button preventDoubleClick>
          {question === itsName ? 'Decide on its name' : 'Decide on this text'}
        </Button>
      </Form>
    </>
  );
}

/** The answers of the one form that was sent, under the plain names of its fields. */
export function withoutPrefix(answers: Answers): Answers {
  const prefix = answers['prefix'] ?? '';
  return Object.fromEntries(
    Object.entries(answers).map(([name, value]) => [
      prefix !== '' && name.startsWith(prefix) ? name.slice(prefix.length) : name,
      value,
    ]),
  );
}

export function explainModeration(refusal: InOneWord<ModerateRefusal>): FieldErrors {
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'no-such-consultation':
    case 'no-such-text':
      return {
        form: 'There is no such text any more: the answers are deleted after the day they are kept until',
      };
    case 'reason-missing':
      return { reason: 'Enter why parts, or all of it, are kept back' };
    case 'nothing-removed':
      return { says: `Put ${removed} in the place of each part, or publish it as it was written` };
    case 'nothing-left':
      return { says: 'Nothing is left of the text. Select that it is not published' };
    case 'words-added':
      return {
        says: `The text must be as it was written apart from ${removed}: no word may be added or moved`,
      };
    default:
      return never(refusal);
  }
}
