import { type Named, stop, stopBehind } from '#platform/follow';
import { page, type Page, type Route } from '#platform/http';
import { Bullets, Button, Form, Link, Prose, Text } from '#platform/ui';
import type { SiteServices } from '../site.ts';
import { linkEnded, NameList, trail } from './parts.tsx';

/**
 * Ending what a letter came from. The page has a button, since scanners open links; the address takes the POST of a mail
 * program as well, without a cookie and without a page between (RFC 8058), and answers it without leading elsewhere.
 */
export function stopRoutes({ follow }: SiteServices): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/follow/stop/:letter',
      may: 'anyone-uncached',
      handle: async ({ params }) => {
        const names = await stopBehind(follow, params['letter'] ?? '');
        return names === undefined ? linkEnded() : page(names.length === 0 ? stopped([]) : toStop(names));
      },
    },
    {
      method: 'POST',
      path: '/follow/stop/:letter',
      may: 'whoever-has-the-link',
      handle: async ({ params }) => {
        const names = await stop(follow, params['letter'] ?? '');
        return names === undefined ? linkEnded() : page(stopped(names));
      },
    },
  ];
}

const toStop = (names: readonly Named[]): Page => ({
  title: 'Stop these letters',
  breadcrumbs: trail('Stop'),
  main: (
    <Prose>
      <Text>You would no longer be told by e-mail of:</Text>
      <NameList names={names} />
      <Form>
        <Button>Stop</Button>
      </Form>
    </Prose>
  ),
});

const stopped = (names: readonly Named[]): Page => ({
  title: 'These letters have stopped',
  breadcrumbs: trail('Stopped'),
  main: (
    <Prose>
      {names.length > 0 && (
        <>
          <Text>You are no longer told by e-mail of:</Text>
          <NameList names={names} />
        </>
      )}
      <Text>A letter that is already on its way may still arrive.</Text>
      <Bullets
        items={[
          <Link href="/follow/yours">See and end everything else you follow</Link>,
          <Link href="/follow">Follow something</Link>,
        ]}
      />
    </Prose>
  ),
});
