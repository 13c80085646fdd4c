import {
  type Answers,
  askAgain,
  type FieldErrors,
  type OfficeVisit,
  page,
  redirect,
  type Reply,
} from '#platform/http';
import { never } from '#platform/kernel';
import { isStale, type ServicesWithFiles } from '#platform/module';
import {
  Button,
  Form,
  FormErrorSummary,
  InsetText,
  Prose,
  RadiosField,
  Text,
  TextareaField,
  TextField,
} from '#platform/ui';
import { explainCommon, isCommon, line, officePage, once, oneOf, passage, readAnswers } from '#platform/web';
import { z } from 'zod';
import { judgeSuppliers, type JudgeRefusal } from '../../actions/suppliers/judge-suppliers.ts';
import { readPayee } from '../../domain/suppliers/payee.ts';
import { pairOf } from '../../domain/suppliers/supplier-choice.ts';
import { type ChoiceShown, chosenInWords, supplierChoices } from '../../queries/suppliers/choices.ts';
import { suppliersRoom } from './office-paths.ts';

const answered = z.object({
  one: line('one name', { most: 300 }),
  other: line('the other name', { most: 300 }),
  oneBody: line('the body of one', { most: 100, optional: true }),
  otherBody: line('the body of the other', { most: 100, optional: true }),
  kind: oneOf(['together', 'apart'], 'Select whether they are one supplier'),
  reason: passage('why', { most: 1000 }),
});

/** Asks whether two names are one supplier: two that were given, or two that the officer types. */
export async function askJudge(services: ServicesWithFiles, visit: OfficeVisit): Promise<Reply> {
  const { one = '', oneBody = '', other = '', otherBody = '' } = visit.query;
  const answers = { one, oneBody, other, otherBody };
  return page(judgePage(visit, await withStanding(services, answers), {}));
}

/** Takes what the officer says of two names. */
export async function submitJudge(services: ServicesWithFiles, visit: OfficeVisit): Promise<Reply> {
  const { actor, answers } = visit;
  const read = readAnswers(answered, answers);
  if (!read.ok) return askAgain(judgePage(visit, await withStanding(services, answers), read.error));
  const { one, other, oneBody, otherBody, kind, reason } = read.value;
  const payee = (name: string, body: string) => (body === '' ? { name } : { name, body });
  const outcome = await judgeSuppliers(
    services,
    actor,
    {
      bodyId: actor.bodyId,
      kind,
      one: payee(one, oneBody),
      other: payee(other, otherBody),
      reason,
      seen: (answers['seen'] ?? '') === '' ? undefined : answers['seen'],
    },
    once(visit),
  );
  if (!outcome.ok)
    return askAgain(judgePage(visit, await withStanding(services, answers), explain(outcome.error)));
  return redirect(suppliersRoom(actor.bodyId), 'What you said is on record, and the account follows it.');
}

type Asked = Readonly<{ answers: Answers; stands: ChoiceShown | undefined }>;

/** What was said of these two before, so that an officer answers it knowingly. */
async function withStanding({ database }: ServicesWithFiles, answers: Answers): Promise<Asked> {
  const ref = (name: string, body: string) => ({
    key: readPayee(answers[name] ?? '').key,
    ...((answers[body] ?? '') === '' ? {} : { body: answers[body] ?? '' }),
  });
  const pair = pairOf({ one: ref('one', 'oneBody'), other: ref('other', 'otherBody') });
  const all = await supplierChoices(database);
  return { answers, stands: all.find((choice) => choice.stands && pairOf(choice) === pair) };
}

function judgePage({ actor }: OfficeVisit, { answers, stands }: Asked, errors: FieldErrors) {
  const field = { answers, errors };
  return officePage(actor, [{ text: 'Names that may be one supplier', href: suppliersRoom(actor.bodyId) }], {
    title: 'Are these names one supplier?',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {stands !== undefined && (
          <InsetText>
            {`${stands.byOffice} said before: ${chosenInWords[stands.kind].toLowerCase()}. ${stands.reason}`}
          </InsetText>
        )}
        <Form>
          <TextField name="one" label="One name" {...field} />
          <TextField name="other" label="The other name" {...field} />
          <input type="hidden" name="oneBody" value={answers['oneBody'] ?? ''} />
          <input type="hidden" name="otherBody" value={answers['otherBody'] ?? ''} />
          <input type="hidden" name="seen" value={stands?.id ?? ''} />
          <RadiosField
            name="kind"
            legend="Are they one supplier?"
            options={[
              { value: 'together', text: 'Yes, they are one supplier' },
              { value: 'apart', text: 'No, they are two' },
            ]}
            {...field}
          />
          <TextareaField
            name="reason"
            label="How do you know?"
            hint="Everybody can read this. Do not put personal data here."
            rows={3}
            {...field}
          />
          <Text>
            Your answer holds for what is published already and for every release to come, until an officer
            answers otherwise.
          </Text>
          <Button preventDoubleClick>Put it on record</Button>
        </Form>
      </Prose>
    ),
  });
}

const notAFirm =
  'This is the name of a person, was taken out, or is no name. Individuals are never linked; enter the name of a firm';

function explain(refusal: JudgeRefusal | 'already-submitted'): FieldErrors {
  if (isStale(refusal))
    return {
      form: `${refusal.stale?.byOffice ?? 'Another office'} said of these two meanwhile: ${
        refusal.stale === undefined ? 'something else' : chosenInWords[refusal.stale.kind].toLowerCase()
      }. Read it above, and answer again if it is wrong`,
    };
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'one-not-a-firm':
      return { one: notAFirm };
    case 'other-not-a-firm':
      return { other: notAFirm };
    case 'same-name':
      return { other: 'Enter another name: these two are read as one and the same' };
    case 'reason-missing':
      return { reason: 'Say how you know' };
    default:
      return never(refusal);
  }
}
