import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, formatDate, type IsoDate } from '#platform/kernel';
import { Button, Form, FormErrorSummary, Prose, Text, TextareaField } from '#platform/ui';
import { CheckAnswers, officePage, step } from '#platform/web';
import type { Decision } from '../../../domain/decision/decision.ts';
import { roomPath } from '../draft/draft-words.ts';
import { longestCorrection, longestReason } from './correct-form.ts';

type CorrectProps = Readonly<{ actor: Actor; decision: Decision; answers: Answers; errors: FieldErrors }>;

const trail = (actor: Actor) => [{ text: 'Records of decisions', href: roomPath(actor.bodyId) }];

/** What stands beside a published record from today. */
export const correctPage = ({ actor, decision, answers, errors }: CorrectProps) =>
  officePage(actor, trail(actor), {
    title: 'Correct this record',
    caption: decision.title,
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>
          The record of {formatDate(decision.takenOn)} stays as it was published. What you enter is added to
          it with today’s date. Nothing that was decided can be changed this way: that takes another decision.
        </Text>
        <Form>
          <TextareaField
            name="says"
            label="What is to be read differently"
            hint="Say what the record says, and what it should say."
            rows={6}
            maxLength={longestCorrection}
            answers={answers}
            errors={errors}
          />
          <TextareaField
            name="reason"
            label="Why"
            hint="This is public."
            rows={3}
            maxLength={longestReason}
            answers={answers}
            errors={errors}
          />
          <Button name={step.name} value={step.check}>
            Continue
          </Button>
        </Form>
      </Prose>
    ),
  });

type CheckProps = Readonly<{
  actor: Actor;
  decision: Decision;
  correction: Readonly<{ says: string; reason: string }>;
  answers: Answers;
  today: IsoDate;
}>;

export const checkCorrectionPage = ({ actor, decision, correction, answers, today }: CheckProps) =>
  officePage(actor, trail(actor), {
    title: 'Check the correction',
    caption: decision.title,
    main: (
      <Prose>
        <CheckAnswers
          rows={[
            ['Record', `${decision.title}, ${formatDate(decision.takenOn)}`],
            ['Correction', correction.says],
            ['Why', correction.reason],
            ['Stands from', formatDate(today)],
          ]}
          answers={answers}
          publish="Publish this correction"
        />
      </Prose>
    ),
  });
