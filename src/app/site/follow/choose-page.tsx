import type { Page, Visit } from '#platform/http';
import { Bullets, Heading, Link, Prose, Text } from '#platform/ui';
import { topicIds, topics } from '#modules/governance';
import { bodiesOn, placesOn } from '#modules/register';
import type { SiteServices } from '../site.ts';

type Choice = Readonly<{ id: string; name: string }>;

/** What there is to follow. Everything that has a page of its own has its links there. */
export async function choosePage({ database }: SiteServices, { today: on }: Visit): Promise<Page> {
  const bodies = await bodiesOn(database, { on });
  const places = await placesOn(database, { on });
  const listed = topicIds.map((id) => ({ id, name: topics[id] }));
  return {
    title: 'Follow',
    description: 'Be told when a council decides something: by e-mail, as a feed, or in your calendar.',
    breadcrumbs: [{ text: 'Home', href: '/' }, { text: 'Follow' }],
    feed: { href: '/record.atom', title: 'The record' },
    main: (
      <Prose>
        <Text lead>
          Be told when something is done: by e-mail, as a feed, or in your calendar. You need no account.
        </Text>
        <Text>
          Choose what to follow. A single decision or proposal is followed from its own page.{' '}
          <Link href="/follow/yours">See and end everything you follow</Link>
        </Text>
        <Heading>Councils and bodies</Heading>
        <Choices kind="bodies" of={bodies} />
        <Heading>Places</Heading>
        <Choices kind="places" of={places} />
        <Heading>Topics</Heading>
        <Choices kind="topics" of={listed} />
        <Heading>Everything</Heading>
        <Text>
          <Link href="/record.atom">Follow the whole record as a feed</Link>
        </Text>
      </Prose>
    ),
  };
}

const Choices = ({ kind, of }: { kind: 'bodies' | 'places' | 'topics'; of: readonly Choice[] }) => (
  <Bullets
    items={of.map(({ id, name }) => (
      <Link href={`/follow?${kind}=${encodeURIComponent(id)}`}>{name}</Link>
    ))}
  />
);
