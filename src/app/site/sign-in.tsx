import { z } from 'zod';
import { actIn, endSession, signIn, type SignInRefusal } from '#platform/identity';
import {
  type Answers,
  askAgain,
  beginSession,
  type FieldErrors,
  fieldErrors,
  leaveSession,
  localPath,
  type OpenFormRoute,
  page,
  type Page,
  redirect,
  type Visit,
} from '#platform/http';
import { never } from '#platform/kernel';
import {
  Button,
  Form,
  FormErrorSummary,
  Heading,
  Link,
  PasswordField,
  Prose,
  Text,
  TextField,
} from '#platform/ui';
import { officesToChoose } from './offices-to-choose.tsx';
import type { SiteServices } from './site.ts';

const signInForm = z.object({
  email: z
    .string()
    .trim()
    .min(1, 'Enter your e-mail address')
    .max(254, 'E-mail address must be 254 characters or fewer'),
  password: z.string().min(1, 'Enter your password').max(512, 'Password must be 512 characters or fewer'),
});

export function signInRoutes(services: SiteServices): readonly OpenFormRoute[] {
  const { identity } = services;
  return [
    {
      method: 'GET',
      path: '/sign-in',
      may: 'anyone-uncached',
      handle: async ({ actor, query }) =>
        actor === undefined ? page(signInPage(services, query)) : redirect('/work'),
    },
    {
      method: 'POST',
      path: '/sign-in',
      may: 'anyone-uncached',
      handle: (visit) => submitSignIn(services, visit),
    },
    {
      method: 'POST',
      path: '/sign-out',
      may: 'anyone-uncached',
      handle: async ({ signedIn }) => {
        if (signedIn !== undefined) await endSession(identity, signedIn.tokenHash);
        return leaveSession('/', 'You have signed out.');
      },
    },
    {
      method: 'GET',
      path: '/office',
      may: 'anyone-uncached',
      handle: (visit) => showOffices(services, visit),
    },
    {
      method: 'POST',
      path: '/office',
      may: 'anyone-uncached',
      handle: (visit) => submitOffice(services, visit),
    },
  ];
}

async function submitSignIn(services: SiteServices, { answers, client, query, signedIn }: Visit) {
  const form = signInForm.safeParse(answers);
  if (!form.success) return askAgain(signInPage(services, query, answers, fieldErrors(form.error.issues)));

  const outcome = await signIn(services.identity, { ...form.data, ...client });
  if (!outcome.ok) return askAgain(signInPage(services, query, answers, explain(outcome.error)));
  if (signedIn !== undefined) await endSession(services.identity, signedIn.tokenHash);
  return beginSession(localPath(query['next'], '/work'), outcome.value, 'You have signed in.');
}

function explain(refusal: SignInRefusal): FieldErrors {
  switch (refusal) {
    case 'not-recognised':
      return { email: 'The e-mail address or the password is not right. Check both and try again' };
    case 'too-many-tries':
      return { email: 'There were too many tries. Wait 15 minutes and try again' };
    default:
      return never(refusal);
  }
}

function signInPage(
  services: SiteServices,
  query: Visit['query'],
  answers: Answers = {},
  errors: FieldErrors = {},
): Page & { errors: FieldErrors } {
  const next = localPath(query['next'], '/work');
  return {
    title: 'Sign in',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>Anyone can read this site without signing in. Sign in to act in an office of your body.</Text>
        {services.identity.openOffices && (
          <>
            <Heading size="m">Try the example</Heading>
            <Text>
              This is the example, on your own machine: you can act in any office, without a password.{' '}
              <Link href="/office">Choose an office to act in</Link>
            </Text>
            <Heading size="m">Sign in with your account</Heading>
          </>
        )}
        <Form action={`/sign-in?next=${encodeURIComponent(next)}`}>
          <TextField
            name="email"
            label="E-mail address"
            type="email"
            autocomplete="username"
            spellcheck={false}
            answers={answers}
            errors={errors}
          />
          <PasswordField name="password" label="Password" autocomplete="current-password" errors={errors} />
          <Button>Sign in</Button>
        </Form>
      </Prose>
    ),
  };
}

async function showOffices(services: SiteServices, visit: Visit) {
  const { signedIn } = visit;
  if (signedIn === undefined && !services.identity.openOffices) return redirect('/sign-in');
  return page(await officesToChoose(services, visit));
}

async function submitOffice(services: SiteServices, visit: Visit) {
  const { answers, client, signedIn } = visit;
  const officeId = answers['office'] ?? '';
  if (officeId === '') {
    return askAgain(await officesToChoose(services, visit, { office: 'Select the office you act in' }));
  }
  const outcome = await actIn(services.identity, signedIn, officeId, client.device);
  if (!outcome.ok) {
    const error = 'You cannot act in that office today. Select one from the list';
    return askAgain(await officesToChoose(services, visit, { office: error }));
  }
  return beginSession('/work', outcome.value, 'You are now acting in this office.');
}
