import {
  askAgain,
  type FieldErrors,
  type OpenFormRoute,
  page,
  redirect,
  type Reply,
  type Visit,
} from '#platform/http';
import { never } from '#platform/kernel';
import {
  askForReminders,
  type AskRefusal,
  confirmReminders,
  reminded,
  reminderRequest,
  stopReminders,
} from '#platform/reminders';
import type { SiteServices } from '../site.ts';
import { ownVisit, type OwnVisit } from './own-visit.ts';
import { confirmedPage, confirmPage, linkEndedPage, remindersPage } from './reminders-page.tsx';

const path = '/account/reminders';

/** Reminders by e-mail to the holder of an account: asked for, confirmed by a link, ended. */
export function reminderRoutes({ reminders, configuration }: SiteServices): readonly OpenFormRoute[] {
  const { services } = reminders;
  const shown = async (
    { signedIn: { account } }: OwnVisit,
    answers: Visit['answers'] = {},
    errors: FieldErrors = {},
  ) => ({
    ...remindersPage({
      account: account && { ...account, ...(await reminded(services, account.id)) },
      daysBefore: configuration.remindDays,
      hasMailServer: configuration.smtpUrl !== undefined,
      answers,
      errors,
    }),
    errors,
  });

  async function submitAddress(visit: OwnVisit): Promise<Reply> {
    const { answers, signedIn } = visit;
    const again = async (errors: FieldErrors) => askAgain(await shown(visit, answers, errors));
    if (signedIn.account === undefined)
      return again({ address: 'You act in an office of the example without an account' });
    const asked = await askForReminders(services, signedIn.account.id, answers['address'] ?? '');
    if (!asked.ok) return again({ address: explain(asked.error) });
    return redirect(path, 'A letter is on its way. Open the link in it and press the button to begin.');
  }

  return [
    {
      method: 'GET',
      path,
      may: 'anyone-uncached',
      handle: ownVisit(path, async (visit) => page(await shown(visit))),
    },
    { method: 'POST', path, may: 'anyone-uncached', handle: ownVisit(path, submitAddress) },
    {
      method: 'POST',
      path: `${path}/stop`,
      may: 'anyone-uncached',
      handle: ownVisit(path, async ({ signedIn: { account } }) => {
        if (account !== undefined) await stopReminders(services, account.id);
        return redirect(path, 'You get no more reminders by e-mail, and the address is forgotten.');
      }),
    },
    {
      method: 'GET',
      path: `${path}/confirm/:reminder`,
      may: 'anyone-uncached',
      handle: async ({ params }) => {
        const request = await reminderRequest(services, params['reminder'] ?? '');
        return request.ok ? page(confirmPage(request.value)) : page(linkEndedPage, 404);
      },
    },
    {
      method: 'POST',
      path: `${path}/confirm/:reminder`,
      may: 'anyone-uncached',
      handle: async ({ params }) => {
        const confirmed = await confirmReminders(services, params['reminder'] ?? '');
        if (!confirmed.ok) return page(linkEndedPage, 404);
        reminders.wake();
        return page(confirmedPage(confirmed.value));
      },
    },
  ];
}

function explain(refusal: AskRefusal): string {
  switch (refusal) {
    case 'not-an-address':
      return 'Enter an e-mail address in the correct format, like name@example.gov.uk';
    case 'already-confirmed':
      return 'Reminders go to this address already';
    case 'asked-enough':
      return 'Five letters were asked for today. Try again tomorrow';
    default:
      return never(refusal);
  }
}
