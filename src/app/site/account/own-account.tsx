import { z } from 'zod';
import {
  changePassword,
  type ChangePasswordRefusal,
  endOwnSessions,
  listSessions,
  type SessionListed,
} from '#platform/identity';
import {
  askAgain,
  type FieldErrors,
  fieldErrors,
  type OpenFormRoute,
  page,
  type Page,
  redirect,
  type Visit,
} from '#platform/http';
import { formatDate, londonTime, never } from '#platform/kernel';
import {
  Button,
  Form,
  FormErrorSummary,
  Heading,
  Link,
  PasswordField,
  Prose,
  Text,
  Unseen,
} from '#platform/ui';
import type { SiteServices } from '../site.ts';
import { ownVisit } from './own-visit.ts';
import { passwordHint, passwordSentences } from './password-sentences.ts';

const passwordForm = z.object({
  present: z.string().min(1, 'Enter your present password'),
  wanted: z.string().min(1, 'Enter a new password'),
});

/** Your account: where you are signed in, and your password. */
export function accountRoutes(services: SiteServices): readonly OpenFormRoute[] {
  return [
    {
      method: 'GET',
      path: '/account',
      may: 'anyone-uncached',
      handle: ownVisit('/account', async ({ signedIn }) =>
        page(accountPage(signedIn, await listSessions(services, signedIn))),
      ),
    },
    {
      method: 'POST',
      path: '/account/sessions',
      may: 'anyone-uncached',
      handle: ownVisit('/account', async ({ signedIn, answers }) => {
        const session = answers['session'] ?? '';
        await endOwnSessions(services, signedIn, session === '' ? 'all-others' : { id: session });
        return redirect(
          '/account',
          session === '' ? 'All your other sessions have ended.' : 'That session has ended.',
        );
      }),
    },
    {
      method: 'POST',
      path: '/account/password',
      may: 'anyone-uncached',
      handle: ownVisit('/account', async ({ signedIn, answers, client }) => {
        const form = passwordForm.safeParse(answers);
        const again = async (errors: FieldErrors) =>
          askAgain({ ...accountPage(signedIn, await listSessions(services, signedIn), errors), errors });
        if (!form.success) return again(fieldErrors(form.error.issues));
        const outcome = await changePassword(services.identity, signedIn, {
          ...form.data,
          address: client.address,
        });
        if (!outcome.ok) return again(explain(outcome.error));
        return redirect('/account', 'Your password has changed. All your other sessions have ended.');
      }),
    },
  ];
}

function explain(refusal: ChangePasswordRefusal): FieldErrors {
  switch (refusal) {
    case 'wrong-password':
      return { present: 'This is not your present password' };
    case 'too-many-tries':
      return { present: 'There were too many tries. Wait 15 minutes and try again' };
    case 'too-short':
    case 'too-long':
    case 'too-plain':
      return { wanted: passwordSentences[refusal] };
    case 'no-account':
      return {
        form: 'You act in an office of the example without an account, so there is no password to change',
      };
    default:
      return never(refusal);
  }
}

function accountPage(
  signedIn: NonNullable<Visit['signedIn']>,
  sessions: readonly SessionListed[],
  errors: FieldErrors = {},
): Page {
  const { account } = signedIn;
  return {
    title: 'Your account',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        {account === undefined ? (
          <Text>
            You act in an office of the example, without an account.{' '}
            <Link href="/office">Act in another office</Link>
          </Text>
        ) : (
          <>
            <Text>
              Signed in as {account.email}. <Link href="/office">Act in another office</Link>
            </Text>
            <Text>
              <Link href="/account/reminders">Reminders by e-mail</Link>
            </Text>
            <Text>
              <Link href="/account/keys">Keys for programs</Link>
            </Text>
            <Heading size="m">Where you are signed in</Heading>
            {sessions.map((session) => (
              <Session session={session} />
            ))}
            {sessions.length > 1 && (
              <Form action="/account/sessions">
                <Button variant="secondary">End all my other sessions</Button>
              </Form>
            )}
            <Heading size="m">Change your password</Heading>
            <Form action="/account/password">
              <PasswordField
                name="present"
                label="Present password"
                autocomplete="current-password"
                errors={errors}
              />
              <PasswordField
                name="wanted"
                label="New password"
                hint={passwordHint}
                autocomplete="new-password"
                errors={errors}
              />
              <Button>Change password</Button>
            </Form>
          </>
        )}
      </Prose>
    ),
  };
}

function Session({ session }: { session: SessionListed }) {
  const seen = londonTime(session.seenAt);
  return (
    <Form action="/account/sessions">
      <p class="govuk-body">
        <strong>{session.device}</strong>
        {session.current ? ', this session' : ''}. Last used {formatDate(seen.date)}, {seen.time}.
      </p>
      {!session.current && (
        <>
          <input type="hidden" name="session" value={session.id} />
          <Button variant="secondary">
            End this session<Unseen> ({session.device})</Unseen>
          </Button>
        </>
      )}
    </Form>
  );
}
