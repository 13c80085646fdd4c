import type { Answers, FieldErrors } from '#platform/http';
import { type AccountKept, invitationDays } from '#platform/identity';
import type { Actor } from '#platform/kernel';
import { Button, DateField, Form, FormErrorSummary, Prose, SelectField, Text, TextField } from '#platform/ui';
import { officePage } from '#platform/web';
import { accountsStep } from './accounts-page.tsx';
import type { AccountsToKeep } from './accounts-to-keep.ts';

type FormProps = Readonly<{
  offices: AccountsToKeep['offices'];
  answers: Answers;
  errors: FieldErrors;
}>;

export const openAccountPage = (actor: Actor, form: FormProps) =>
  officePage(actor, [accountsStep(actor)], {
    title: 'Open an account',
    errors: form.errors,
    main: (
      <Prose>
        <FormErrorSummary errors={form.errors} />
        <Text>
          You will be shown a link to pass on. The holder sets a password with it, which nobody else ever
          knows. It works once, for {invitationDays} days.
        </Text>
        <Form>
          <TextField
            name="email"
            label="E-mail address of the holder"
            hint="One person’s own address, not a shared mailbox."
            type="email"
            autocomplete="off"
            spellcheck={false}
            answers={form.answers}
            errors={form.errors}
          />
          <TermFields {...form} />
          <Button preventDoubleClick>Open the account</Button>
        </Form>
      </Prose>
    ),
  });

export const appointPage = (actor: Actor, account: AccountKept, form: FormProps) =>
  officePage(actor, [accountsStep(actor), { text: account.email, href: accountHref(account, actor) }], {
    title: 'Appoint to another office',
    errors: form.errors,
    main: (
      <Prose>
        <FormErrorSummary errors={form.errors} />
        <Text>{account.email} chooses between its offices when signing in, and acts in one at a time.</Text>
        <Form>
          <TermFields {...form} />
          <Button preventDoubleClick>Appoint</Button>
        </Form>
      </Prose>
    ),
  });

export const accountHref = ({ id }: Pick<AccountKept, 'id'>, actor: Actor): string =>
  `${accountsStep(actor).href}/${id}`;

function TermFields({ offices, answers, errors }: FormProps) {
  return (
    <>
      <SelectField
        name="office"
        label="Office"
        options={[
          { value: '', text: 'Select an office' },
          ...offices.map(({ officeId, officeTitle }) => ({ value: officeId, text: officeTitle })),
        ]}
        answers={answers}
        errors={errors}
      />
      <DateField
        name="from"
        legend="First day"
        hint="For example, 27 3 2026."
        answers={answers}
        errors={errors}
      />
      <DateField
        name="to"
        legend="Last day (optional)"
        hint="Leave empty where no end is known. You can end it at any time."
        answers={answers}
        errors={errors}
      />
    </>
  );
}
