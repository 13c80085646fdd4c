import {
  keyLivesDays,
  listKeys,
  makeKey,
  type MakeKeyRefusal,
  mostKeys,
  officesOf,
  revokeKey,
  type SignedIn,
} from '#platform/identity';
import {
  type Answers,
  askAgain,
  type FieldErrors,
  fieldErrors,
  type OpenFormRoute,
  page,
  redirect,
  type Reply,
  type Visit,
} from '#platform/http';
import { never } from '#platform/kernel';
import { line, oneOf, once } from '#platform/web';
import { z } from 'zod';
import type { SiteServices } from '../site.ts';
import { keyShownPage, keysPage, type OfficeToChoose } from './keys-page.tsx';
import { ownVisit, type OwnVisit } from './own-visit.ts';

const keysPath = '/account/keys';
const keyForm = z.object({
  name: line('a name for the key', { most: 60 }),
  office: z.string({ error: 'Select the office it acts in' }).min(1, 'Select the office it acts in'),
  life: oneOf(['30', '90', '365'], 'Select how long it works'),
});

/** The keys with which programs act in an account’s offices: made, seen once, revoked. */
export function keyRoutes(site: SiteServices): readonly OpenFormRoute[] {
  const services = { ...site.identity, head: site.head };

  const shown = async ({ signedIn, today }: OwnVisit, answers: Answers = {}, errors: FieldErrors = {}) => ({
    ...keysPage({
      hasAccount: signedIn.account !== undefined,
      keys: await listKeys(services, signedIn),
      offices: await officesToChoose(signedIn, today),
      answers,
      errors,
    }),
    errors,
  });
  const officesToChoose = async (
    { account }: SignedIn,
    today: Visit['today'],
  ): Promise<readonly OfficeToChoose[]> =>
    account === undefined ? [] : officesOf(services, account.id, today);

  async function submitKey(visit: OwnVisit): Promise<Reply> {
    const { answers, signedIn } = visit;
    const again = async (errors: FieldErrors) => askAgain(await shown(visit, answers, errors));
    const form = keyForm.safeParse(answers);
    if (!form.success) return again(fieldErrors(form.error.issues));
    const { name, office, life } = form.data;
    const lifeDays = keyLivesDays.find((each) => String(each) === life) ?? keyLivesDays[0];
    const made = await makeKey(services, signedIn, { name, officeId: office, lifeDays }, once(visit));
    if (!made.ok) return again(explain(made.error));
    if (made.value === undefined)
      return redirect(
        keysPath,
        'This form was sent twice, and its key was shown the first time. If you do not have it, revoke it and make another.',
      );
    return page(keyShownPage({ key: made.value, name }));
  }

  async function submitRevoke({ signedIn, answers }: OwnVisit): Promise<Reply> {
    const revoked = await revokeKey(services, signedIn, answers['key'] ?? '');
    return redirect(
      keysPath,
      revoked.ok ? 'The key is revoked: it opens nothing any more.' : 'You have no such key.',
    );
  }

  return [
    {
      method: 'GET',
      path: keysPath,
      may: 'anyone-uncached',
      handle: ownVisit(keysPath, async (visit) => page(await shown(visit))),
    },
    { method: 'POST', path: keysPath, may: 'anyone-uncached', handle: ownVisit(keysPath, submitKey) },
    {
      method: 'POST',
      path: `${keysPath}/revoke`,
      may: 'anyone-uncached',
      handle: ownVisit(keysPath, submitRevoke),
    },
  ];
}

function explain(refusal: MakeKeyRefusal): FieldErrors {
  switch (refusal) {
    case 'no-account':
      return { form: 'You act in an office of the example without an account, and keys belong to accounts' };
    case 'not-your-office':
      return { office: 'You do not hold that office today. Select one from the list' };
    case 'too-many-keys':
      return { form: `An account has ${mostKeys} keys at most. Revoke one that no program uses` };
    case 'already-submitted':
      return { form: 'This form was sent before with other answers. Look at the list, then send it again' };
    default:
      return never(refusal);
  }
}
