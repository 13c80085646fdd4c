import {
  type Answers,
  askAgain,
  type FieldErrors,
  notFound,
  type OfficeRoute,
  type OfficeVisit,
  page,
  redirect,
  type Reply,
} from '#platform/http';
import {
  type AccountKept,
  appoint,
  closeAccount,
  type CloseAccountRefusal,
  endAppointment,
  type EndAppointmentRefusal,
  invite,
  mayKeepAccounts,
  openAccount,
} from '#platform/identity';
import type { CommonRefusal } from '#platform/module';
import { explainCommon, isCommon, once } from '#platform/web';
import type { SiteServices } from '../site.ts';
import { accountPage } from './account-page.tsx';
import { accountsPage } from './accounts-page.tsx';
import { type AccountsToKeep, accountsToKeep } from './accounts-to-keep.ts';
import { explainTerm, fromToday, readAccount, readTerm } from './appointment-form.ts';
import { accountHref, appointPage, openAccountPage } from './appointment-pages.tsx';
import { closePage, endPage, linkQuestion } from './confirm-pages.tsx';
import { linkPage } from './link-page.tsx';
import { linkToken } from './link-token.ts';

/** Who may sign in for a body: its accounts, kept by its monitoring officer. */
export function accountsRoutes(site: SiteServices): readonly OfficeRoute[] {
  const services = { ...site.identity, head: site.head };
  const path = '/bodies/:body/accounts';
  const may = mayKeepAccounts;

  /** What a page or a form about one account is handed. */
  const about =
    (answer: (visit: OfficeVisit, account: AccountKept, kept: AccountsToKeep) => Reply | Promise<Reply>) =>
    async (visit: OfficeVisit): Promise<Reply> => {
      const kept = await accountsToKeep(site, visit.actor);
      const account = kept.accounts.find(({ id }) => id === visit.params['account']);
      return account === undefined
        ? notFound('Your body has no such account.')
        : answer(visit, account, kept);
    };
  const linkOf = (token: string) => `${site.address}/set-password/${token}`;

  async function submitAccount(visit: OfficeVisit): Promise<Reply> {
    const { actor, answers } = visit;
    const { offices } = await accountsToKeep(site, actor);
    const again = (errors: FieldErrors) => askAgain(openAccountPage(actor, { offices, answers, errors }));
    const read = readAccount(answers);
    if (!read.ok) return again(read.error);
    const token = linkToken(visit);
    const opened = await openAccount(services, actor, { ...read.value, token }, once(visit));
    if (!opened.ok) return again(explainTerm(opened.error));
    return page(linkPage(actor, { ...opened.value, email: read.value.email, link: linkOf(token) }));
  }

  async function submitAppointment(visit: OfficeVisit, account: AccountKept, kept: AccountsToKeep) {
    const { actor, answers } = visit;
    const { offices } = kept;
    const again = (errors: FieldErrors) =>
      askAgain(appointPage(actor, account, { offices, answers, errors }));
    const read = readTerm(answers);
    if (!read.ok) return again(read.error);
    const outcome = await appoint(services, actor, account.id, read.value, once(visit));
    if (!outcome.ok) return again(explainTerm(outcome.error));
    return redirect(accountHref(account, actor), `Appointed: ${kept.titleOf(read.value.officeId)}.`);
  }

  const withForm = (
    visit: OfficeVisit,
    kept: AccountsToKeep,
  ): Readonly<{ offices: AccountsToKeep['offices']; answers: Answers; errors: FieldErrors }> => ({
    offices: kept.offices,
    answers: fromToday(visit.today),
    errors: {},
  });

  return [
    {
      method: 'GET',
      path,
      may,
      handle: async ({ actor, today }) => page(accountsPage(actor, await accountsToKeep(site, actor), today)),
    },
    {
      method: 'GET',
      path: `${path}/open`,
      may,
      handle: async (visit) =>
        page(openAccountPage(visit.actor, withForm(visit, await accountsToKeep(site, visit.actor)))),
    },
    { method: 'POST', path: `${path}/open`, may, handle: submitAccount },
    {
      method: 'GET',
      path: `${path}/:account`,
      may,
      handle: about(({ actor, today }, account, kept) => page(accountPage(actor, account, kept, today))),
    },
    {
      method: 'GET',
      path: `${path}/:account/appoint`,
      may,
      handle: about((visit, account, kept) => page(appointPage(visit.actor, account, withForm(visit, kept)))),
    },
    { method: 'POST', path: `${path}/:account/appoint`, may, handle: about(submitAppointment) },
    {
      method: 'GET',
      path: `${path}/:account/appointments/:appointment/end`,
      may,
      handle: about(({ actor, params }, account, kept) => {
        const appointment = account.appointments.find(({ id }) => id === params['appointment']);
        return appointment === undefined
          ? notFound('This account has no such appointment.')
          : page(endPage(actor, account, appointment, kept));
      }),
    },
    {
      method: 'POST',
      path: `${path}/:account/appointments/:appointment/end`,
      may,
      handle: about(async (visit, account, kept) => {
        const { actor, params } = visit;
        const appointment = account.appointments.find(({ id }) => id === params['appointment']);
        if (appointment === undefined) return notFound('This account has no such appointment.');
        const ending = { accountId: account.id, appointmentId: appointment.id };
        const outcome = await endAppointment(services, actor, ending, once(visit));
        if (!outcome.ok) return askAgain(endPage(actor, account, appointment, kept, explain(outcome.error)));
        return redirect(accountHref(account, actor), `Ended: ${kept.titleOf(appointment.officeId)}.`);
      }),
    },
    {
      method: 'GET',
      path: `${path}/:account/link`,
      may,
      handle: about(({ actor }, account) => page(linkQuestion(actor, account))),
    },
    {
      method: 'POST',
      path: `${path}/:account/link`,
      may,
      handle: about(async (visit, account) => {
        const { actor } = visit;
        const token = linkToken(visit);
        const outcome = await invite(services, actor, { accountId: account.id, token }, once(visit));
        if (!outcome.ok) return askAgain(linkQuestion(actor, account, explain(outcome.error)));
        return page(linkPage(actor, { accountId: account.id, email: account.email, link: linkOf(token) }));
      }),
    },
    {
      method: 'GET',
      path: `${path}/:account/close`,
      may,
      handle: about(({ actor }, account) => page(closePage(actor, account))),
    },
    {
      method: 'POST',
      path: `${path}/:account/close`,
      may,
      handle: about(async (visit, account) => {
        const { actor } = visit;
        const outcome = await closeAccount(services, actor, account.id, once(visit));
        if (!outcome.ok) return askAgain(closePage(actor, account, explain(outcome.error)));
        return redirect(accountHref(account, actor), 'This account is closed, and its sessions have ended.');
      }),
    },
  ];
}

const sentences: Readonly<
  Record<Exclude<CloseAccountRefusal | EndAppointmentRefusal, CommonRefusal>, string>
> = {
  'no-such-account': 'Your body has no such account',
  'no-such-appointment': 'This account has no such appointment',
  'closed-already': 'This account was closed already',
  'ended-already': 'This appointment has ended already',
  'own-account':
    'This is your own account, and with it closed your body could be without anybody who opens one. Ask another monitoring officer, or whoever runs Accord',
  'own-appointment':
    'You act in this appointment now. Ask another monitoring officer to end it, or whoever runs Accord',
};

const explain = (refusal: CloseAccountRefusal | EndAppointmentRefusal): FieldErrors =>
  isCommon(refusal) ? explainCommon(refusal) : { form: sentences[refusal] };
