import type { Answers, FieldErrors } from '#platform/http';
import { formatDate } from '#platform/kernel';
import {
  Bullets,
  Button,
  DateField,
  Form,
  FormErrorSummary,
  InsetText,
  Prose,
  Text,
  TextareaField,
  TextField,
} from '#platform/ui';
import { officePage } from '#platform/web';
import { commitmentPath } from '../../../domain/commitment/commitment.ts';
import { type CommitmentFact, factKinds } from '../../../domain/commitment/fact.ts';
import { sayStanding } from '../words.ts';
import type { CommitmentWork, FactForm } from './fact-form.ts';

type FactPageProps = Readonly<{
  work: CommitmentWork;
  form: FactForm;
  answers: Answers;
  errors: FieldErrors;
  /** What others said since the form was opened. */
  meanwhile?: readonly CommitmentFact[];
}>;

export const listStep = ({ bodyId }: Readonly<{ bodyId: string }>) => ({
  text: 'Commitments',
  href: `/office/${bodyId}/commitments`,
});

/** A form by which an office says one thing of a promise. */
export function factPage({ work, form, answers, errors, meanwhile = [] }: FactPageProps) {
  const { actor, found } = work;
  const { commitment } = found;
  const { Fields } = form;
  return officePage(
    actor,
    [listStep(actor), { text: `Commitment ${commitment.number}`, href: commitmentPath(commitment) }],
    {
      title: form.title,
      errors,
      main: (
        <Prose>
          <FormErrorSummary errors={errors} />
          {meanwhile.length > 0 && <Meanwhile facts={meanwhile} />}
          <Text>{commitment.promise}</Text>
          <Text>{sayStanding(found.standing, (id) => (id === actor.bodyId ? actor.bodyName : id))}</Text>
          <Form>
            <input type="hidden" name="seen" value={String(found.facts.length)} />
            <Fields work={work} answers={answers} errors={errors} />
            <TextareaField name="says" label={form.saysLabel} rows={4} answers={answers} errors={errors} />
            <DateField name="on" legend="On which day?" answers={answers} errors={errors} />
            <TextField name="source" label="Where is it written?" answers={answers} errors={errors} />
            <Button preventDoubleClick>{form.publish}</Button>
          </Form>
        </Prose>
      ),
    },
  );
}

const Meanwhile = ({ facts }: Readonly<{ facts: readonly CommitmentFact[] }>) => (
  <InsetText>
    Something was said of this commitment while you were writing. Nothing of yours was published, and your
    answers are kept below. It was said:
    <Bullets
      items={facts.map(
        ({ kind, on, says, byOffice }) => `${factKinds[kind]}, ${formatDate(on)}, ${byOffice}. ${says}`,
      )}
    />
  </InsetText>
);
