import type { Answers, FieldErrors } from '#platform/http';
import type { Draft } from '#platform/drafts';
import { type Actor, formatDate, plural } from '#platform/kernel';
import {
  Button,
  CheckboxesField,
  DateField,
  Fieldset,
  Form,
  FormErrorSummary,
  InsetText,
  Link,
  Prose,
  RadiosField,
  SelectField,
  SummaryList,
  Text,
  TextareaField,
  TextField,
} from '#platform/ui';
import { officePage, step } from '#platform/web';
import { audienceKinds, questionKinds } from '../../../domain/consultation/consultation.ts';
import type { NewConsultation } from '../../../domain/consultation/new-consultation.ts';
import type { Subject } from '../../../queries/consultations/subjects.ts';
import { sayQuestion } from '../consultation-page.tsx';
import { moment, sayAudience } from '../words.tsx';
import { draftPath, officeStep } from './addresses.ts';
import { boxesOf, hasRoom, longestText, type Part, partNames, parts } from './read-draft.ts';

export const oneMore = 'more';
export const later = 'later';

type Shown = Readonly<{
  actor: Actor;
  draft: Pick<Draft, 'id' | 'version' | 'preparedBy'>;
  subjects: readonly Subject[];
  places: readonly Readonly<{ id: string; name: string }>[];
  answers: Answers;
  errors: FieldErrors;
  /** Somebody else saved the draft meanwhile. */
  overtaken?: Pick<Draft, 'version' | 'preparedBy'> | undefined;
}>;

/** One page of a draft. */
export function draftPage(part: Part, { actor, draft, overtaken, ...shown }: Shown) {
  const { errors } = shown;
  const Fields = { text: TextFields, questions: QuestionFields, dates: DateFields }[part];
  return officePage(actor, [officeStep(actor)], {
    title: parts[part],
    caption: 'A new consultation',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {overtaken !== undefined && (
          <InsetText>
            The {overtaken.preparedBy} saved this draft while you were writing. Nothing of yours was kept yet.
            To put this page in the place of theirs, send it again; or{' '}
            <Link href={`${draftPath(actor, draft.id)}/${part}`}>see theirs</Link>.
          </InsetText>
        )}
        <Text>
          Page {partNames.indexOf(part) + 1} of {partNames.length}. Only your body sees it until it is opened.
        </Text>
        <Form>
          <input type="hidden" name="draftSeen" value={String(overtaken?.version ?? draft.version)} />
          <Fields {...shown} />
          <div class="govuk-button-group">
            <Button>Save and continue</Button>
            <Button name={step.name} value={later} variant="secondary">
              Save and finish later
            </Button>
          </div>
        </Form>
      </Prose>
    ),
  });
}

type FieldsProps = Omit<Shown, 'actor' | 'draft' | 'overtaken'>;

const TextFields = ({ subjects, places, ...field }: FieldsProps) => (
  <>
    <TextField name="title" label="Title" hint="For example, A fair start for every child." {...field} />
    <TextareaField
      name="asks"
      label="What is asked, and why, in a few sentences"
      rows={4}
      maxLength={longestText.asks}
      {...field}
    />
    <SelectField
      name="subject"
      label="On which text? (optional)"
      options={[
        { value: '', text: 'A text given here, or none' },
        ...subjects.map(({ key, title }) => ({ value: key, text: title })),
      ]}
      {...field}
    />
    <TextareaField
      name="text"
      label="The text, if it is given here (optional)"
      hint="One sentence or passage in each line."
      rows={6}
      maxLength={longestText.text}
      {...field}
    />
    <CheckboxesField
      name="audience"
      legend="Who is asked?"
      options={Object.entries(audienceKinds).map(([kind, text]) => ({ name: `audience-${kind}`, text }))}
      {...field}
    />
    <CheckboxesField
      name="places"
      legend="Where? (none: everywhere)"
      options={places.map(({ id, name }) => ({ name: `place-${id}`, text: name }))}
      {...field}
    />
    <TextField name="office" label="Which office answers for it?" {...field} />
  </>
);

function QuestionFields({ subjects: _subjects, places: _places, ...field }: FieldsProps) {
  const boxes = boxesOf(field.answers);
  return (
    <>
      <RadiosField
        name="each"
        legend="Ask of each passage of the text whether people agree?"
        options={[
          { value: 'yes', text: 'Yes, of each' },
          { value: 'no', text: 'No, ask the questions below alone' },
        ]}
        {...field}
      />
      <input type="hidden" name="boxes" value={String(boxes)} />
      {Array.from({ length: boxes }, (_, index) => index + 1).map((box) => (
        <Fieldset legend={{ children: `Question ${box}`, class: 'govuk-fieldset__legend--m' }}>
          <TextareaField name={`question-${box}`} label="What is asked? (optional)" rows={2} {...field} />
          <SelectField
            name={`kind-${box}`}
            label="How is it answered?"
            options={[
              { value: '', text: 'Select' },
              ...Object.entries(questionKinds).map(([value, text]) => ({ value, text })),
            ]}
            {...field}
          />
          <TextareaField
            name={`options-${box}`}
            label="The answers to choose from, one in each line (for a choice)"
            rows={3}
            {...field}
          />
        </Fieldset>
      ))}
      {hasRoom(field.answers) && (
        <Button name={step.name} value={oneMore} variant="secondary">
          Add another question
        </Button>
      )}
    </>
  );
}

const DateFields = ({ subjects: _subjects, places: _places, ...field }: FieldsProps) => (
  <>
    <DateField
      name="opens"
      legend="On which day does it open? (optional)"
      hint="Left empty, it opens as soon as it is published."
      {...field}
    />
    <TextField
      name="opensTime"
      label="At what time? (optional)"
      hint="Left empty, at midnight."
      width={5}
      {...field}
    />
    <DateField name="closes" legend="On which day does it close?" {...field} />
    <TextField
      name="closesTime"
      label="At what time does it close? (optional)"
      hint="Left empty, at 5pm. It can be put later once it is open, and never earlier."
      width={5}
      {...field}
    />
    <DateField
      name="resultsBy"
      legend="By which day is every response told what became of it?"
      hint="It is published, and shown as late once it is past."
      {...field}
    />
    <DateField
      name="keepUntil"
      legend="Until which day are the answers kept?"
      hint="After it they are deleted. What was published of them stays."
      {...field}
    />
    <TextField
      name="source"
      label="Where was it decided to ask?"
      hint="For example, Report to the Cabinet, 3 June 2026."
      {...field}
    />
  </>
);

type CheckProps = Readonly<{
  actor: Actor;
  draft: Pick<Draft, 'id' | 'version'>;
  read: NewConsultation | undefined;
  errors: FieldErrors;
}>;

/** The draft once more before it is opened for good. */
export function checkDraftPage({ actor, draft, read, errors }: CheckProps) {
  const path = draftPath(actor, draft.id);
  const row = (key: string, children: string) => ({ key, value: { children } });
  return officePage(actor, [officeStep(actor)], {
    title: 'Check the consultation before it is opened',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {read === undefined ? (
          <Text>The draft is not complete yet. What is wrong with it is said above.</Text>
        ) : (
          <>
            <SummaryList
              rows={[
                row('Title', read.title),
                row('What is asked', read.asks),
                row('On', read.subject === '' ? plural(read.passages.length, 'passage') : read.subject),
                row('Who is asked', sayAudience(read)),
                row('Office', read.office),
                ...read.questions.map((question) =>
                  row(`Question ${question.number}`, sayQuestion(question, read.passages)),
                ),
                row('Opens', read.opensAt === undefined ? 'At once' : moment(read.opensAt)),
                row('Closes', moment(read.closesAt)),
                row('Results promised by', formatDate(read.resultsBy)),
                row('Answers kept until', formatDate(read.keepUntil)),
                row('Source', read.source),
              ]}
            />
            <Text>
              Once it is published it is never edited. A dated notice can be added, and its closing put later.
            </Text>
          </>
        )}
        <Text>
          Change:{' '}
          {partNames.map((part) => (
            <>
              <Link href={`${path}/${part}`}>{parts[part]}</Link>{' '}
            </>
          ))}
        </Text>
        <Form>
          <input type="hidden" name="draftSeen" value={String(draft.version)} />
          <div class="govuk-button-group">
            {read !== undefined && <Button preventDoubleClick>Publish this consultation</Button>}
            <Button name={step.name} value="discard" variant="secondary">
              Throw the draft away
            </Button>
          </div>
        </Form>
      </Prose>
    ),
  });
}
