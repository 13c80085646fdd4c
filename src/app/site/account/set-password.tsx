import {
  askAgain,
  type FieldErrors,
  type OpenFormRoute,
  page,
  type Page,
  redirect,
  type Reply,
  type Visit,
} from '#platform/http';
import { accountOfLink, type LinkRefusal, setPassword } from '#platform/identity';
import { never } from '#platform/kernel';
import { Button, Form, FormErrorSummary, Link, PasswordField, Prose, Text } from '#platform/ui';
import type { SiteServices } from '../site.ts';
import { passwordHint, passwordSentences } from './password-sentences.ts';

/** Where a link that was passed on leads: its holder sets a password. Looking at the page uses nothing up. */
export function setPasswordRoutes({ identity }: SiteServices): readonly OpenFormRoute[] {
  const path = '/set-password/:token';
  const may = 'anyone-uncached';
  return [
    {
      method: 'GET',
      path,
      may,
      handle: async ({ params }) => {
        const link = await accountOfLink(identity, params['token'] ?? '');
        return link.ok ? page(setPasswordPage(link.value.email)) : unusable(link.error);
      },
    },
    { method: 'POST', path, may, handle: submit },
  ];

  async function submit({ params, answers }: Visit): Promise<Reply> {
    const token = params['token'] ?? '';
    const link = await accountOfLink(identity, token);
    if (!link.ok) return unusable(link.error);
    const again = (wanted: string) => askAgain(setPasswordPage(link.value.email, { wanted }));
    const password = answers['wanted'] ?? '';
    if (password === '') return again('Enter a new password');
    const outcome = await setPassword(identity, { token, password });
    if (outcome.ok) return redirect('/sign-in', 'Your password is set. Sign in with it.');
    switch (outcome.error) {
      case 'too-short':
      case 'too-long':
      case 'too-plain':
        return again(passwordSentences[outcome.error]);
      case 'no-such-link':
      case 'link-used':
      case 'link-expired':
        return unusable(outcome.error);
      default:
        return never(outcome.error);
    }
  }
}

const setPasswordPage = (email: string, errors: FieldErrors = {}): Page & { errors: FieldErrors } => ({
  title: 'Set your password',
  errors,
  main: (
    <Prose>
      <FormErrorSummary errors={errors} />
      <Text>This is for the account {email}. Nobody but you will know the password.</Text>
      <Form>
        <PasswordField
          name="wanted"
          label="New password"
          hint={passwordHint}
          autocomplete="new-password"
          errors={errors}
        />
        <Button preventDoubleClick>Set password</Button>
      </Form>
    </Prose>
  ),
});

const whyUnusable: Readonly<Record<LinkRefusal, string>> = {
  'no-such-link':
    'It is not a link of this site, or a newer one took its place. Check that you copied all of it.',
  'link-used':
    'A password was set with it already. If that was you, sign in. If not, tell the monitoring officer of your body at once.',
  'link-expired': 'It was made more than seven days ago.',
};

const unusable = (refusal: LinkRefusal): Reply =>
  page(
    {
      title: 'This link does not work',
      main: (
        <Prose>
          <Text>{whyUnusable[refusal]}</Text>
          <Text>The monitoring officer of your body can give you a new one.</Text>
          <Text>
            <Link href="/sign-in">Sign in</Link>
          </Text>
        </Prose>
      ),
    },
    refusal === 'no-such-link' ? 404 : 410,
  );
