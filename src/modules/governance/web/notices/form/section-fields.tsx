import type { Answers, FieldErrors } from '#platform/http';
import {
  CheckboxesField,
  DateField,
  InsetText,
  RadiosField,
  SelectField,
  TextareaField,
  TextField,
} from '#platform/ui';
import type { PlaceLine } from '#modules/register';
import type { ComponentChildren } from 'preact';
import { accesses, makers } from '../../../domain/decision/decision.ts';
import { exemptParagraphNumbers, sayParagraph } from '../../../domain/schedule-12a.ts';
import { topicIds, topics } from '../../../domain/topics.ts';
import { NoticeGivenFields } from './notice-fields.tsx';
import { longest } from './read-sections.ts';
import type { SectionId } from './sections.ts';
import { AgreementFields } from './agreement-fields.tsx';

export type SectionProps = Readonly<{
  answers: Answers;
  errors: FieldErrors;
  places: readonly PlaceLine[];
  /** True for the second notice of a private meeting, and where it was given before. */
  isSecondNotice: boolean;
}>;

/** The questions of one part of the form. */
export const SectionFields = ({ id, ...props }: SectionProps & Readonly<{ id: SectionId }>) => {
  const Fields = fields[id];
  return <Fields {...props} />;
};

function Change(field: SectionProps) {
  return (
    <>
      <RadiosField
        name="change"
        legend="What happens?"
        options={[
          {
            value: 'changed',
            text: 'The notice says something else',
            hint: 'Its matter, maker, documents or access.',
          },
          { value: 'postponed', text: 'The decision is due on another day' },
          {
            value: 'private-again',
            text: 'The second notice of a private meeting',
            hint: 'With the representations received and the answer to them (SI 2012/2089, regulation 5).',
          },
        ]}
        {...field}
      />
      <TextareaField
        name="reason"
        label="What changes, and why?"
        hint="This is public and stands beside the version."
        rows={3}
        {...field}
      />
      <CheckboxesField
        name="countsAnew"
        legend="Is it another matter now?"
        hint="Where what is to be decided is no longer what the public was told, the clear days count from this version."
        options={[{ name: 'countsAnew', text: 'Yes, the clear days begin anew' }]}
        {...field}
      />
    </>
  );
}

function Matter({ places, ...field }: SectionProps) {
  return (
    <>
      <TextField name="title" label="Title" hint="For example, Contract for waste collection." {...field} />
      <TextareaField
        name="matter"
        label="What is to be decided?"
        hint="Enough for a resident to know whether it concerns them. A notice is public in all its parts: it holds no exempt or confidential information."
        rows={5}
        maxLength={longest.passage}
        {...field}
      />
      <TextField
        name="leadOffice"
        label="Lead office (optional)"
        hint="The office that prepares it, not a person."
        {...field}
      />
      <CheckboxesField
        name="places"
        legend="Places it concerns (optional)"
        hint="Tick none where it concerns everywhere the body serves."
        options={places.map(({ id, name }) => ({ name: `place-${id}`, text: name }))}
        {...field}
      />
      <CheckboxesField
        name="topics"
        legend="Topics (optional)"
        options={topicIds.map((id) => ({ name: `topic-${id}`, text: topics[id] }))}
        {...field}
      />
    </>
  );
}

function Maker(field: SectionProps) {
  return (
    <>
      <SelectField
        name="makerKind"
        label="Who decides?"
        options={[
          { value: '', text: 'Choose one' },
          ...Object.entries(makers).map(([value, { title }]) => ({ value, text: title })),
        ]}
        {...field}
      />
      <TextField
        name="decisionMaker"
        label="Name of the decision maker"
        hint="The body, or the name and title of the individual."
        {...field}
      />
      <TextareaField
        name="members"
        label="Members of the body"
        hint="One on each line. Leave empty where an individual decides."
        rows={5}
        {...field}
      />
      <DateField
        name="due"
        legend="When is the decision due?"
        hint="The day, or the first day of the period. For example, 21 3 2027."
        {...field}
      />
      <DateField name="dueUntil" legend="Last day of the period (optional)" {...field} />
    </>
  );
}

function Key(field: SectionProps) {
  return (
    <>
      <RadiosField
        name="isKey"
        legend="Is it a key decision?"
        options={[
          { value: 'yes', text: 'Yes' },
          { value: 'no', text: 'No' },
        ]}
        inline
        {...field}
      />
      <TextField
        name="spend"
        label="Spending (optional)"
        prefix="£"
        inputmode="decimal"
        width={10}
        {...field}
      />
      <TextField
        name="saving"
        label="Saving (optional)"
        prefix="£"
        inputmode="decimal"
        width={10}
        {...field}
      />
      <TextField
        name="wards"
        label="Wards or divisions affected significantly (optional)"
        inputmode="numeric"
        width={3}
        {...field}
      />
      <TextareaField
        name="keyReasons"
        label="Why it is a key decision, or why not (optional)"
        hint="Needed where your answer is another than your body’s rules give. Scrutiny may question it (SI 2012/2089, regulation 18)."
        rows={3}
        {...field}
      />
    </>
  );
}

function Papers(field: SectionProps) {
  return (
    <>
      <TextareaField
        name="documents"
        label="Documents submitted to the decision maker"
        hint="One on each line."
        rows={5}
        {...field}
      />
      <CheckboxesField
        name="noDocuments"
        legend="None yet?"
        legendHidden
        options={[{ name: 'noDocuments', text: 'There are none yet' }]}
        {...field}
      />
      <TextareaField
        name="availableAt"
        label="Where can they be had?"
        hint="An address, of a building or a page."
        rows={2}
        {...field}
      />
      <CheckboxesField
        name="othersMayFollow"
        legend="Further documents"
        options={[
          { name: 'othersMayFollow', text: 'Other documents may be submitted to the decision maker' },
        ]}
        {...field}
      />
      <TextareaField
        name="howToAsk"
        label="How can people ask for documents as they become available?"
        rows={2}
        {...field}
      />
      <TextareaField
        name="consultation"
        label="Who is consulted, and how and by when can people make representations?"
        hint="Asked by law for decisions before 10 September 2012; useful in every notice."
        rows={3}
        {...field}
      />
    </>
  );
}

function Access(field: SectionProps) {
  return (
    <>
      <RadiosField
        name="access"
        legend="Will the reports be open to the public?"
        options={Object.entries(accesses).map(([value, text]) => ({ value, text }))}
        {...field}
      />
      <CheckboxesField
        name="paragraphs"
        legend="Exempt under which paragraphs of schedule 12A?"
        options={exemptParagraphNumbers.map((each) => ({
          name: `paragraph-${each}`,
          text: sayParagraph(each),
        }))}
        {...field}
      />
      <TextareaField
        name="publicInterest"
        label="Why is it not open?"
        hint="Where exempt, why the public interest in that outweighs the public interest in disclosing it. Where confidential, who forbids disclosure."
        rows={3}
        {...field}
      />
      <CheckboxesField
        name="private"
        legend="Meeting in private"
        options={[{ name: 'private', text: 'The executive will meet in private for this matter' }]}
        {...field}
      />
      <TextareaField name="privateReasons" label="Why in private? (where it is)" rows={3} {...field} />
      {field.isSecondNotice && (
        <>
          <TextareaField
            name="representations"
            label="Representations received about meeting in private"
            hint="Or say that there were none."
            rows={3}
            {...field}
          />
          <TextareaField name="response" label="Answer to them" rows={3} {...field} />
        </>
      )}
      <AgreementFields
        summary="The meeting is urgent: somebody agreed that it cannot reasonably be deferred"
        names={{
          by: 'privateAgreedBy',
          on: 'privateAgreedOn',
          instead: 'privateInsteadBecause',
          reasons: 'privateUrgencyReasons',
        }}
        {...field}
      />
      <InsetText>
        A meeting of the executive in private needs a notice 28 clear days before it, with the reasons, and
        another five clear days before it, with the representations received and the answer (SI 2012/2089,
        regulation 5).
      </InsetText>
    </>
  );
}

const fields: Readonly<Record<SectionId, (props: SectionProps) => ComponentChildren>> = {
  change: Change,
  matter: Matter,
  maker: Maker,
  key: Key,
  papers: Papers,
  access: Access,
  notice: NoticeGivenFields,
};
