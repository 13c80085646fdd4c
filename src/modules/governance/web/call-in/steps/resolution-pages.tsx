import type { Answers, FieldErrors } from '#platform/http';
import type { Actor } from '#platform/kernel';
import {
  Button,
  Form,
  FormErrorSummary,
  Prose,
  RadiosField,
  Text,
  TextareaField,
  TextField,
} from '#platform/ui';
import { CheckAnswers } from '#platform/web';
import type { Clause } from '../../../domain/decision/clause.ts';
import type { CallInShown } from '../../../queries/call-in/call-in-shown.ts';
import { entryPage } from '../parts/decisions-page.ts';
import { Lines } from '../parts/lines.tsx';
import { MomentFields } from '../parts/moment-fields.tsx';
import { momentInWords } from '../words.ts';
import { outcomeName, type Resolution, resolutionsInWords } from './resolution-form.ts';
import { saysCharacters } from './step-form.ts';

/** The clauses on which the Council has still to resolve, each with its place in the decision. */
const waitingClauses = ({
  standing,
}: CallInShown): readonly Readonly<{ clause: Clause; position: number }>[] =>
  standing.clauses.flatMap(({ clause, standing: found }, position) =>
    found.standing === 'waits-for-council' ? [{ clause, position }] : [],
  );

export function resolutionPage(actor: Actor, callIn: CallInShown, answers: Answers, errors: FieldErrors) {
  const waiting = waitingClauses(callIn);
  const field = { answers, errors };
  return entryPage(actor, callIn.decision, {
    title: 'Enter the Council’s resolution',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text lead>{callIn.decision.title}</Text>
        {waiting.length === 0 ? (
          <Text>No clause of it waits for the Council.</Text>
        ) : (
          <Form>
            <MomentFields
              legend="On what day did the Council meet?"
              time="At what time was it settled?"
              {...field}
            />
            {waiting.map(({ clause: { number, text }, position }) => (
              <RadiosField
                name={outcomeName(position)}
                legend={`Clause ${number}: ${text}`}
                options={[
                  ...Object.entries(resolutionsInWords).map(([value, words]) => ({ value, text: words })),
                  { value: 'open', text: 'Not resolved yet' },
                ]}
                {...field}
              />
            ))}
            <TextareaField
              name="says"
              label="Changes, or why it was refused"
              rows={5}
              maxLength={saysCharacters}
              {...field}
            />
            <TextField
              name="source"
              label="Where it is recorded (optional)"
              hint="For example, minutes of the Council, 10 September 2026, item 9."
              {...field}
            />
            <Button>Check before publishing</Button>
          </Form>
        )}
      </Prose>
    ),
  });
}

export const checkResolutionPage = (
  actor: Actor,
  callIn: CallInShown,
  resolutions: readonly Resolution[],
  answers: Answers,
) =>
  entryPage(actor, callIn.decision, {
    title: 'Check before it is published',
    main: (
      <Prose>
        <CheckAnswers
          publish="Publish the resolution"
          answers={answers}
          rows={[
            ['Decision', callIn.decision.title],
            ...resolutions.map(
              ({ clause, outcome }) => [`Clause ${clause}`, resolutionsInWords[outcome]] as const,
            ),
            ['When', resolutions[0] === undefined ? '' : momentInWords(resolutions[0].at)],
            ['In writing', resolutions[0] === undefined ? '' : <Lines text={resolutions[0].says} />],
            ['Recorded in', resolutions[0]?.source ?? ''],
          ]}
        >
          <Text>What the Council agreed to has effect from then; it is public at once.</Text>
        </CheckAnswers>
      </Prose>
    ),
  });
