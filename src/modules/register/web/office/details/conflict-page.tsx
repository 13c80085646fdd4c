import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, formatDate, normaliseTypedPassage } from '#platform/kernel';
import { Button, Form, FormErrorSummary, InsetText, Link, Prose, RadiosField, Text } from '#platform/ui';
import type { BodyDetails } from '../../../domain/body-details.ts';
import { Kept, officePage } from '#platform/web';
import { contactQuestions } from './details-form.ts';

/**
 * Somebody published other details while this form was open. Both stand side by side, and the officer chooses field by
 * field: each choice is an answer of the ordinary form, which is then checked and published as ever.
 */
export function conflictPage(
  actor: Actor,
  theirs: BodyDetails | undefined,
  seen: number,
  answers: Answers,
  errors: FieldErrors,
) {
  // Browsers send lines with other ends than the register keeps.
  const mine = (name: string) => normaliseTypedPassage(answers[`mine-${name}`] ?? answers[name] ?? '');
  const differing = contactQuestions.filter(({ name }) => (theirs?.[name] ?? '') !== mine(name));
  const asked = new Set<string>(differing.map(({ name }) => name));
  const kept = Object.fromEntries(Object.entries(answers).filter(([name]) => !asked.has(name)));
  const both = Object.fromEntries(differing.map(({ name }) => [`mine-${name}`, mine(name)]));
  return officePage(actor, [], {
    title: 'These details changed while you were editing them',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <InsetText>
          Another officer of your body published version {seen}
          {theirs !== undefined && (
            <>, true from {theirs.from === undefined ? 'the start' : formatDate(theirs.from)}</>
          )}
          . Your answers are kept and nothing of yours was published.
        </InsetText>
        {differing.length === 0 ? (
          <Text>
            What they published says the same as you typed, so there is nothing left to do.{' '}
            <Link href={`/bodies/${actor.bodyId}`}>See the details as they are published</Link>
          </Text>
        ) : (
          <Form>
            <Kept answers={{ ...kept, ...both, seen: String(seen), choosing: 'yes' }} />
            {differing.map(({ name, label }) => (
              <RadiosField
                name={name}
                legend={`${label}: which one should stand?`}
                options={[
                  { value: theirs?.[name] ?? '', text: shown(theirs?.[name]), hint: 'Theirs, published now' },
                  { value: mine(name), text: shown(mine(name)), hint: 'Yours' },
                ]}
                answers={answers['choosing'] === 'yes' ? answers : {}}
                errors={errors}
              />
            ))}
            <div class="govuk-button-group">
              <Button>Check what you chose</Button>
              <Link href={`/bodies/${actor.bodyId}`}>Keep all of theirs</Link>
            </div>
          </Form>
        )}
      </Prose>
    ),
  });
}

const shown = (text: string | undefined): string => (text === undefined || text === '' ? 'Nothing' : text);
