import { acceptedEndings } from '#platform/files';
import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, formatBytes } from '#platform/kernel';
import {
  Button,
  CheckboxesField,
  DateField,
  FileField,
  Form,
  FormErrorSummary,
  Prose,
  RadiosField,
  SelectField,
  TextareaField,
  TextField,
} from '#platform/ui';
import { officePage } from '#platform/web';
import { paperAccesses, paperKindIds, paperKinds } from '../../../domain/papers/paper.ts';
import { exemptParagraphNumbers, sayParagraph } from '../../../domain/schedule-12a.ts';
import { paragraphField } from './paper-form.ts';

type Asked = Readonly<{ answers: Answers; errors: FieldErrors; uploadBytes: number; next: string }>;

export const addPaperPage = (actor: Actor, { answers, errors, uploadBytes, next }: Asked) =>
  officePage(actor, [{ text: 'Papers', href: `/office/${actor.bodyId}/papers` }], {
    title: 'Add a paper',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Form withFiles>
          <input type="hidden" name="next" value={next} />
          <TextField
            name="title"
            label="Title"
            hint="As it should stand in lists. For example, Report of the Head of Environment: waste collection."
            answers={answers}
            errors={errors}
          />
          <SelectField
            name="kind"
            label="Kind of paper"
            answers={answers}
            errors={errors}
            options={paperKindIds.map((kind) => ({ value: kind, text: paperKinds[kind] }))}
          />
          <FileField
            name="file"
            label="The file"
            hint={`PDF, Word (DOCX), OpenDocument, web page, plain text, spreadsheet or picture, no larger than ${formatBytes(uploadBytes)}. Its text is read so that it can be found.`}
            accept={acceptedEndings}
            errors={errors}
          />
          <RadiosField
            name="access"
            legend="Who may read it?"
            answers={answers}
            errors={errors}
            options={[
              { value: 'open', text: paperAccesses.open },
              {
                value: 'exempt',
                text: paperAccesses.exempt,
                conditional: <Exempt answers={answers} errors={errors} />,
              },
              {
                value: 'confidential',
                text: paperAccesses.confidential,
                hint: 'Only what a government department gave in confidence, or a court or a statute forbids to disclose.',
              },
            ]}
          />
          <TextField
            name="source"
            label="Where does it come from?"
            hint="The office that wrote it, or the document it was taken from."
            answers={answers}
            errors={errors}
          />
          <Button preventDoubleClick>Add this paper</Button>
        </Form>
      </Prose>
    ),
  });

const Exempt = ({ answers, errors }: Pick<Asked, 'answers' | 'errors'>) => (
  <>
    <CheckboxesField
      name="paragraphs"
      legend="By which paragraph of schedule 12A?"
      answers={answers}
      errors={errors}
      options={exemptParagraphNumbers.map((paragraph) => ({
        name: paragraphField(paragraph),
        text: sayParagraph(paragraph),
      }))}
    />
    <TextareaField
      name="publicInterest"
      label="Why does the public interest in keeping it outweigh that in disclosing it?"
      answers={answers}
      errors={errors}
    />
    <TextareaField
      name="publicSummary"
      label="What may the public know of it meanwhile?"
      hint="Shown to everybody in the place of the paper."
      answers={answers}
      errors={errors}
    />
    <DateField
      name="reviewOn"
      legend="When is it released?"
      hint="On this day anyone may read it, unless you move the day first. For example, 1 4 2027."
      answers={answers}
      errors={errors}
    />
  </>
);
