import type { Answers, FieldErrors } from '#platform/http';
import { CheckboxesField, SelectField, TextareaField, TextField } from '#platform/ui';
import { line, oneOf, passage } from '#platform/web';
import { localPath } from '#platform/http';
import { isSlug } from '#platform/kernel';
import { z } from 'zod';
import { accesses } from '../../../domain/decision/decision.ts';
import { type AgendaItem, exemptParagraphs, itemPurposes } from '../../../domain/meeting/agenda-item.ts';
import { sayParagraph } from '../../../domain/schedule-12a.ts';
import type { ItemDrafted } from '../../../actions/meetings/draft-item.ts';
import { keysOf, optionsOf } from '../committees/words.ts';

const paragraphAnswers = Object.fromEntries(
  exemptParagraphs.map((paragraph) => [
    `paragraph-${paragraph}`,
    line('paragraph', { most: 3, optional: true }),
  ]),
);

/** What is asked of an item. */
export const itemQuestions = z.object({
  title: line('the title of the item', { most: 300 }),
  summary: passage('the summary', { most: 4000, optional: true }),
  purpose: oneOf(keysOf(itemPurposes), 'Select what the meeting is asked to do'),
  access: oneOf(keysOf(accesses), 'Select how much of it the public may see'),
  ...paragraphAnswers,
  publicInterest: passage('the public interest', { most: 2000, optional: true }),
  subject: line('the page it is about', { most: 200, optional: true }).refine(
    (typed) => typed === '' || (typed.startsWith('/') && localPath(typed, '') === typed),
    { message: 'The page it is about must be an address of this site, like /decisions/maidstone/2008-001' },
  ),
  thread: line('the name of the issue', { most: 80, optional: true }).refine(
    (typed) => typed === '' || isSlug(typed),
    { message: 'The name of the issue must be lower-case words joined by hyphens, like local-plan' },
  ),
  after: line('the item it comes after', { most: 8, optional: true }),
  urgentBecause: passage('the chair’s reason', { most: 1000, optional: true }),
  position: line('its place', { most: 3, optional: true }).refine(
    (typed) => typed === '' || /^[1-9]\d{0,2}$/.test(typed),
    {
      message: 'Its place must be a whole number from 1 to 999',
    },
  ),
  proposedBy: line('what proposed it', { most: 200, optional: true }),
  seen: line('what was seen', { most: 9, optional: true }),
});
export type ItemRead = z.infer<typeof itemQuestions>;

export const itemDrafted = (read: ItemRead): ItemDrafted => ({
  title: read.title,
  summary: read.summary,
  purpose: read.purpose,
  access: read.access,
  paragraphs: read.access === 'open' ? [] : paragraphsOf(read),
  publicInterest: read.publicInterest,
  subject: read.subject === '' ? undefined : read.subject,
  thread: read.thread === '' ? undefined : read.thread,
  proposedBy: read.proposedBy === '' ? undefined : read.proposedBy,
  after: read.after === '' ? undefined : read.after,
  urgentBecause: read.urgentBecause,
});

const paragraphsOf = (read: ItemRead): readonly number[] =>
  exemptParagraphs.filter(
    (paragraph) => (read as Readonly<Record<string, unknown>>)[`paragraph-${paragraph}`] === 'yes',
  );

/** An item as the answers of its form. */
export const itemAnswers = (item: AgendaItem): Answers => ({
  title: item.title,
  summary: item.summary,
  purpose: item.purpose,
  access: item.access,
  ...Object.fromEntries(item.paragraphs.map((paragraph) => [`paragraph-${paragraph}`, 'yes'])),
  publicInterest: item.publicInterest,
  subject: item.subject ?? '',
  thread: item.thread ?? '',
  after: item.after ?? '',
  urgentBecause: item.urgentBecause,
});

type ItemFieldsProps = Readonly<{
  answers: Answers;
  errors: FieldErrors;
  /** The items after which a late one can come; none before the agenda is published. */
  published: readonly AgendaItem[];
}>;

export const ItemFields = ({ published, ...field }: ItemFieldsProps) => (
  <>
    <TextField
      name="title"
      label="Title"
      hint="Everybody reads it once the agenda is published: it must tell nothing that is exempt."
      {...field}
    />
    <TextareaField name="summary" label="Summary (optional)" rows={4} maxLength={4000} {...field} />
    <SelectField
      name="purpose"
      label="What is the meeting asked to do?"
      options={[{ value: '', text: 'Select' }, ...optionsOf(itemPurposes)]}
      {...field}
    />
    <SelectField
      name="access"
      label="How much of it may the public see?"
      options={[{ value: '', text: 'Select' }, ...optionsOf(accesses)]}
      {...field}
    />
    <CheckboxesField
      name="paragraphs"
      legend="If it is exempt: under which paragraphs?"
      hint="Of part 1 of schedule 12A to the Local Government Act 1972."
      options={exemptParagraphs.map((paragraph) => ({
        name: `paragraph-${paragraph}`,
        text: sayParagraph(paragraph),
      }))}
      {...field}
    />
    <TextareaField
      name="publicInterest"
      label="If it is exempt: why does the public interest in keeping it so outweigh disclosing it?"
      rows={3}
      {...field}
    />
    <TextField
      name="subject"
      label="Page it is about (optional)"
      hint="The address here of a notice, decision, proposal or recommendation."
      {...field}
    />
    <TextField
      name="thread"
      label="Issue (optional)"
      hint="One name for the matter at every meeting, like local-plan: readers then see its history."
      {...field}
    />
    {published.length > 0 && (
      <SelectField
        name="after"
        label="After which item does it come?"
        hint="It takes that item’s number with a letter. Numbers that are published never change."
        options={[
          { value: '', text: 'At the end' },
          ...published.map(({ number = '', title }) => ({ value: number, text: `${number}. ${title}` })),
        ]}
        {...field}
      />
    )}
    {published.length === 0 && (
      <TextField
        name="position"
        label="Place on the agenda (optional)"
        hint="1 for first."
        width={3}
        {...field}
      />
    )}
    <TextareaField
      name="urgentBecause"
      label="The chair’s reason for urgency (only for a late item)"
      hint="Needed where it is published later than the rules ask (Local Government Act 1972, section 100B(4))."
      rows={2}
      {...field}
    />
  </>
);

export const itemRows = (read: ItemRead): readonly (readonly [string, string])[] => [
  ['Title', read.title],
  ['Summary', read.summary],
  ['What the meeting is asked to do', itemPurposes[read.purpose]],
  ['Access', accesses[read.access]],
  ['Exempt paragraphs', itemDrafted(read).paragraphs.join(', ')],
  ['Public interest', read.publicInterest],
  ['About', read.subject],
  ['Issue', read.thread],
  ['After item', read.after],
  ['Reason for urgency', read.urgentBecause],
];
