import type { Answers, FieldErrors } from '#platform/http';
import type { Actor } from '#platform/kernel';
import { Button, Form, FormErrorSummary, Prose, Text, TextareaField } from '#platform/ui';
import type { Holding } from '../../../domain/holding.ts';
import type { Office } from '../../../domain/office.ts';
import type { OfficesToManage } from '../../../queries/offices-to-manage.ts';
import { BothVersions, CheckAnswers, officePage } from '#platform/web';
import { HoldingFields, holdingRows } from './holding-fields.tsx';
import { type CorrectionRead, type HoldingRead, longest } from './holding-form.ts';
import { officesStep } from './office-words.ts';

/** What the pages about one office's holders are told. */
export type About = Readonly<{ actor: Actor; office: Office; choices: OfficesToManage }>;

export const recordHoldingPage = (about: About, answers: Answers, errors: FieldErrors) =>
  officePage(about.actor, [officesStep(about.actor)], {
    title: 'Record who holds this office',
    caption: about.office.title,
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Form>
          <HoldingFields choices={about.choices} answers={answers} errors={errors} />
          <Button>Check before publishing</Button>
        </Form>
      </Prose>
    ),
  });

export const checkHoldingPage = (about: About, read: HoldingRead, answers: Answers) =>
  officePage(about.actor, [officesStep(about.actor)], {
    title: 'Check who holds the office before it is published',
    main: (
      <Prose>
        <CheckAnswers
          publish="Publish this"
          answers={answers}
          rows={[['Office', about.office.title], ...holdingRows(about.choices, read)]}
        >
          <Text>
            A person’s name is shown on the office’s page, but never enters the permanent record of acts.
          </Text>
        </CheckAnswers>
      </Prose>
    ),
  });

/** `mine` is what was asked for when somebody else had changed the holding meanwhile. */
export const correctHoldingPage = (
  about: About,
  holding: Holding,
  answers: Answers,
  errors: FieldErrors,
  mine?: CorrectionRead,
) =>
  officePage(about.actor, [officesStep(about.actor)], {
    title: 'End or correct who holds this office',
    caption: about.office.title,
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {mine === undefined ? (
          <Text>
            To end it, enter the first day it is no longer held. What stood before stays readable as what was
            known until now.
          </Text>
        ) : (
          <Conflict about={about} holding={holding} mine={mine} />
        )}
        <Form>
          <input
            type="hidden"
            name="seen"
            value={mine === undefined ? (answers['seen'] ?? '') : String(holding.version)}
          />
          <HoldingFields choices={about.choices} answers={answers} errors={errors} />
          <TextareaField
            name="reason"
            label="Why is it ended or corrected?"
            rows={3}
            maxLength={longest.reason}
            answers={answers}
            errors={errors}
          />
          <Button>Check before publishing</Button>
        </Form>
      </Prose>
    ),
  });

function Conflict({
  about,
  holding,
  mine,
}: Readonly<{ about: About; holding: Holding; mine: CorrectionRead }>) {
  const theirs = new Map(holdingRows(about.choices, holding));
  return (
    <BothVersions
      what={`Another officer changed this (version ${holding.version}) while you were correcting it.`}
      rows={holdingRows(about.choices, mine.holding).map(([field, yours]) => ({
        field,
        theirs: theirs.get(field),
        yours,
      }))}
    >
      To publish yours, change what you want to change below and send the form again. To keep what stands,
      leave this page.
    </BothVersions>
  );
}

export const checkCorrectionPage = (about: About, read: CorrectionRead, answers: Answers) =>
  officePage(about.actor, [officesStep(about.actor)], {
    title: 'Check the correction before it is published',
    main: (
      <Prose>
        <CheckAnswers
          publish="Publish this correction"
          answers={answers}
          rows={[
            ['Office', about.office.title],
            ...holdingRows(about.choices, read.holding),
            ['Why', read.reason],
          ]}
        />
      </Prose>
    ),
  });
