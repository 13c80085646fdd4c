import type { Permission, PermissionRefusal } from '#platform/identity';
import { type Actor, never } from '#platform/kernel';
import type { Page } from './reply.ts';

/** The pages that stand in for what could not be shown. Each says what happened, why, and the way on. */

export const pageNotFound = (what: string): Page => ({
  title: 'Page not found',
  main: (
    <>
      <p class="govuk-body">{what}</p>
      <p class="govuk-body">
        If you typed the address, check it. If you followed a link, what it pointed at may have a new name:{' '}
        <a class="govuk-link" href="/bodies">
          look it up in the register
        </a>{' '}
        or{' '}
        <a class="govuk-link" href="/">
          start from the home page
        </a>
        .
      </p>
    </>
  ),
});

export const notADate = (): Page => ({
  title: 'That is not a date',
  main: (
    <p class="govuk-body">
      The address of this page ends in <code>?on=</code> and a day. The day must be a real date of the years
      1000 to 2999, written year, month, day: for example <code>?on=2008-07-15</code>.
    </p>
  ),
});

export const somethingWentWrong = (reference: string): Page => ({
  title: 'Sorry, there is a problem with the service',
  main: (
    <>
      <p class="govuk-body">Something went wrong on our side. What you sent was not acted on.</p>
      <p class="govuk-body">
        Try again in a few minutes. If it happens again, tell us this reference: <strong>{reference}</strong>
      </p>
    </>
  ),
});

export const unavailable = (reference: string): Page => ({
  title: 'Sorry, the service is unavailable for a moment',
  main: (
    <>
      <p class="govuk-body">
        The database is not answering. It usually comes back within a minute. What you sent may not have been
        saved: go back, and send it again. Sending it twice does it once.
      </p>
      <p class="govuk-body">
        Reference: <strong>{reference}</strong>
      </p>
    </>
  ),
});

export const badRequest = (why: string): Page => ({
  title: 'We could not read what was sent',
  main: <p class="govuk-body">{why}</p>,
});

export const formFromElsewhere = (): Page => ({
  title: 'We could not tell where this form came from',
  main: (
    <>
      <p class="govuk-body">
        For your safety a form is acted on only when it comes from a page of this site that was opened in this
        browser and in this session. Nothing was changed.
      </p>
      <p class="govuk-body">
        Go back, reload the page and send the form again. Cookies must be allowed for this site.
      </p>
    </>
  ),
});

export const signedOut = (): Page => ({
  title: 'You are signed out',
  main: (
    <>
      <p class="govuk-body">Your session has ended, so nothing was changed.</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/sign-in" target="_blank" rel="noopener">
          Sign in again in a new tab
        </a>
        , then come back to this one, go back to the form and send it again. Your answers are still there.
      </p>
    </>
  ),
});

export const notAllowed = (why: string): Page => ({
  title: 'You cannot do that in this office',
  main: (
    <>
      <p class="govuk-body">{why}</p>
      <p class="govuk-body">
        If you hold another office,{' '}
        <a class="govuk-link" href="/office">
          act in that office
        </a>{' '}
        instead.
      </p>
    </>
  ),
});

/** For a program that brings its key where people sign in. What anybody may see it is shown like anybody. */
export const keyElsewhere = (): Page => ({
  title: 'Keys open the API alone',
  main: (
    <p class="govuk-body">
      A key for programs opens addresses that begin with /api and are documented there. Pages and forms are
      for people who sign in.
    </p>
  ),
});

/** The sentence for a permission that was refused, naming the rule and who could do it. */
export function whyNotAllowed(
  refusal: PermissionRefusal,
  permission: Permission,
  actor: Actor | undefined,
): string {
  const you = actor === undefined ? 'You are signed out.' : `You are acting as ${actor.officeTitle}.`;
  switch (refusal) {
    case 'signed-out':
      return `You must sign in to ${permission.says}.`;
    case 'wrong-role':
      return `${you} To ${permission.says} you must act as ${inWords(permission.roles)}.`;
    case 'wrong-body':
      return `${you} You can ${permission.says} only for the body you act for.`;
    default:
      return never(refusal);
  }
}

function inWords(roles: Permission['roles']): string {
  if (roles === 'any') return 'the holder of an office';
  const names = roles.map((role) => role.replaceAll('-', ' '));
  return names.length === 1 ? `${names[0]}` : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
