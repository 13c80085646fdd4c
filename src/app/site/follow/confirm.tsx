import { confirmRequest, requestBehind, type RequestShown } from '#platform/follow';
import { page, type Page, redirect, type Route } from '#platform/http';
import { Bullets, Button, Form, Link, Prose, Text } from '#platform/ui';
import type { SiteServices } from '../site.ts';
import { cadenceWords, linkEnded, NameList, trail } from './parts.tsx';

/** Beginning to follow. Looking at the page changes nothing: mail scanners open every link they see. */
export function confirmRoutes({ follow }: SiteServices): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/follow/confirm/:request',
      may: 'anyone-uncached',
      handle: async ({ params }) => {
        const shown = await requestBehind(follow, params['request'] ?? '');
        return shown === undefined
          ? linkEnded()
          : page(shown.isConfirmed ? confirmed(shown) : toConfirm(shown));
      },
    },
    {
      method: 'POST',
      path: '/follow/confirm/:request',
      may: 'anyone-uncached',
      handle: async ({ params }) => {
        const token = params['request'] ?? '';
        const outcome = await confirmRequest(follow, token);
        return outcome.ok ? redirect(`/follow/confirm/${encodeURIComponent(token)}`) : linkEnded();
      },
    },
  ];
}

const toConfirm = ({ names, cadence }: RequestShown): Page => ({
  title: 'Confirm that you want to follow',
  breadcrumbs: trail('Confirm'),
  main: (
    <Prose>
      <Text>You asked to be told by e-mail when something is done about:</Text>
      <NameList names={names} />
      <Text>How soon: {cadenceWords[cadence].toLowerCase()}.</Text>
      <Form>
        <Button>Follow</Button>
      </Form>
      <Text>If you did not ask for this, close this page. Nothing will be sent.</Text>
    </Prose>
  ),
});

const confirmed = ({ names, cadence }: RequestShown): Page => ({
  title: 'You are following',
  breadcrumbs: trail('Confirmed'),
  main: (
    <Prose>
      <Text lead>You will be told by e-mail when something is done about:</Text>
      <NameList names={names} />
      <Text>How soon: {cadenceWords[cadence].toLowerCase()}. Every letter has a link that ends it.</Text>
      <Bullets
        items={[
          <Link href="/follow">Follow something else</Link>,
          <Link href="/follow/yours">See and end everything you follow</Link>,
        ]}
      />
    </Prose>
  ),
});
