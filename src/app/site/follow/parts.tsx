import { page, type Reply } from '#platform/http';
import type { Cadence } from '#platform/follow';
import { Bullets, Link, Prose, Text } from '#platform/ui';

/** How soon somebody hears, in words. */
export const cadenceWords: Readonly<Record<Cadence, string>> = {
  'at-once': 'Straight away',
  daily: 'Once a day, at 7am',
};

export const trail = (last: string) => [
  { text: 'Home', href: '/' },
  { text: 'Follow', href: '/follow' },
  { text: last },
];

/** A link that is none, or has ended: what it was for can be had again. */
export const linkEnded = (): Reply =>
  page(
    {
      title: 'This link has ended',
      breadcrumbs: trail('Link ended'),
      main: (
        <Prose>
          <Text>
            The link is older than it may be, was used up, or was not copied whole. Nothing was changed.
          </Text>
          <Bullets
            items={[
              <Link href="/follow">Follow something</Link>,
              <Link href="/follow/yours">See and end everything you follow</Link>,
            ]}
          />
        </Prose>
      ),
    },
    404,
  );

/** What is followed, as a list. */
export const NameList = ({ names }: { names: readonly Readonly<{ name: string }>[] }) => (
  <Bullets items={names.map(({ name }) => name)} />
);
