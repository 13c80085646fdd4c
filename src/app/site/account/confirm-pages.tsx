import type { FieldErrors } from '#platform/http';
import { type AccountKept, type AppointmentKept, invitationDays } from '#platform/identity';
import type { Actor } from '#platform/kernel';
import { Button, Form, FormErrorSummary, Link, Prose, Text, WarningText } from '#platform/ui';
import { officePage } from '#platform/web';
import { accountsStep } from './accounts-page.tsx';
import type { AccountsToKeep } from './accounts-to-keep.ts';
import { accountHref } from './appointment-pages.tsx';

type Question = Readonly<{ title: string; follows: string; button: string; isWarning?: true }>;

const confirmPage = (actor: Actor, account: AccountKept, question: Question, errors: FieldErrors) =>
  officePage(actor, [accountsStep(actor), { text: account.email, href: accountHref(account, actor) }], {
    title: question.title,
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {question.isWarning ? <WarningText>{question.follows}</WarningText> : <Text>{question.follows}</Text>}
        <Form>
          <div class="govuk-button-group">
            <Button variant={question.isWarning ? 'warning' : undefined} preventDoubleClick>
              {question.button}
            </Button>
            <Link href={accountHref(account, actor)}>Leave it as it is</Link>
          </div>
        </Form>
      </Prose>
    ),
  });

export const closePage = (actor: Actor, account: AccountKept, errors: FieldErrors = {}) =>
  confirmPage(
    actor,
    account,
    {
      title: `Close ${account.email}?`,
      follows: 'Nobody can sign in with it any more, and wherever it is signed in now that ends at once.',
      button: 'Close this account',
      isWarning: true,
    },
    errors,
  );

export const endPage = (
  actor: Actor,
  account: AccountKept,
  { officeId }: AppointmentKept,
  { titleOf }: AccountsToKeep,
  errors: FieldErrors = {},
) =>
  confirmPage(
    actor,
    account,
    {
      title: 'End this appointment now?',
      follows: `${account.email} can no longer act as ${titleOf(officeId)}. Where it does so now, its session ends at once.`,
      button: 'End the appointment',
      isWarning: true,
    },
    errors,
  );

export const linkQuestion = (actor: Actor, account: AccountKept, errors: FieldErrors = {}) =>
  confirmPage(
    actor,
    account,
    account.closedAt === undefined
      ? {
          title: 'Make a new link?',
          follows: `The holder sets a new password with it, within ${invitationDays} days. Any link made before stops working; the present password goes on until then.`,
          button: 'Make the link',
        }
      : {
          title: `Open ${account.email} again?`,
          follows: `You will be shown a link with which the holder sets a new password within ${invitationDays} days. The offices it was appointed to count again, unless they have ended.`,
          button: 'Open it and make the link',
        },
    errors,
  );
