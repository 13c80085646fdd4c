import type { Followed } from '#platform/kernel';
import type { VNode } from 'preact';
import { Unseen } from '../text/prose.tsx';

/** Where one thing can be followed: as a feed (Atom), in a calendar (iCalendar), by e-mail. */
export type FollowAddresses = Readonly<{ feed: string; calendar: string; mail: string }>;

/** The three addresses at which a body, a place, a topic or a thing is followed. */
export function followAddresses({ kind, id }: Followed): FollowAddresses {
  const named = encodeURIComponent(id);
  const at = (what: 'feed' | 'calendar') =>
    kind === 'things' ? `/follow/things/${what}?thing=${named}` : `/follow/${kind}/${named}/${what}`;
  return { feed: at('feed'), calendar: at('calendar'), mail: `/follow?${kind}=${named}` };
}

export type FollowLinksProps = Readonly<{
  followed: Followed;
  /** What is followed, so that the links make sense out of their place: "Maidstone Borough Council". */
  what: string;
}>;

/** The three ways to be told when something here changes. Name the feed as the page's `feed` too, for feed readers. */
export function FollowLinks({ followed, what }: FollowLinksProps): VNode {
  const { feed, calendar, mail } = followAddresses(followed);
  return (
    <p class="accord-takeaway">
      <a class="govuk-link" href={mail}>
        Follow by e-mail<Unseen>: {what}</Unseen>
      </a>{' '}
      <a class="govuk-link" href={feed}>
        Follow as a feed<Unseen>: {what}</Unseen>
      </a>{' '}
      <a class="govuk-link" href={calendar}>
        Dates for your calendar<Unseen>: {what}</Unseen>
      </a>
    </p>
  );
}
