import { join } from 'node:path';
import type { Configuration } from '#platform/config';
import { type Follower, type FollowServices, startFollower } from '#platform/follow';
import type { Log } from '#platform/http';
import { lanes, type Mailer, outboxCarrier, smtpCarrier, startMailer } from '#platform/mail';
import type { Services } from '#platform/module';
import { siteName } from './navigation.ts';
import { nameOfFollowed } from './site/follow/names.ts';

/** Letters to people: what following needs, and how to end the sending. */
export type Letters = Readonly<{ follow: FollowServices; close(): Promise<void> }>;

type LettersAsked = Services &
  Readonly<{
    configuration: Configuration;
    address: string;
    log: Log;
    /** When to begin. */
    after: Promise<void>;
  }>;

/** Follows the record for people and sends what was written to them: to a mail server, or into the outbox. */
export function openLetters({ configuration, address, log, after, ...services }: LettersAsked): Letters {
  const { database, clock, head } = services;
  const from = {
    name: siteName,
    address: configuration.mailFrom ?? `accord@${new URL(address).hostname}`,
  };
  const carrier =
    configuration.smtpUrl === undefined
      ? outboxCarrier(join(configuration.dataFolder, 'outbox'), from)
      : smtpCarrier({ url: configuration.smtpUrl, from, connections: lanes });
  let mailer: Mailer | undefined;
  let follower: Follower | undefined;
  let closed = false;
  const follow: FollowServices = {
    database,
    clock,
    address,
    siteName,
    nameOf: (sql, followed) => nameOfFollowed(sql, followed, clock.today()),
    posted: () => mailer?.wake(),
  };
  const begin = (): void => {
    if (closed) return;
    mailer = startMailer({
      database,
      clock,
      carrier,
      onTrouble: ({ kind, ...trouble }) =>
        kind === 'given-up'
          ? log.error(trouble, 'a letter was given up')
          : log.warn(
              trouble,
              kind === 'later' ? 'a letter was not delivered yet' : 'letters could not be kept',
            ),
    });
    follower = startFollower({
      ...follow,
      head,
      onError: (error) => log.warn({ error }, 'followers could not be told for a moment'),
    });
  };
  void after.then(begin);
  return {
    follow,
    async close() {
      closed = true;
      await follower?.close();
      await mailer?.close();
    },
  };
}
