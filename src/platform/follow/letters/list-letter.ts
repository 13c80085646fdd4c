import type { Letter, MailAddress } from '#platform/mail';
import type { FollowServices } from '../services.ts';
import { writeLetter } from './letter-parts.ts';

/** Sends an address the way to everything it follows. */
export const listLetter = (
  site: Pick<FollowServices, 'address' | 'siteName'>,
  { to, token }: Readonly<{ to: MailAddress; token: string }>,
): Letter =>
  writeLetter(site, {
    to,
    subject: 'everything you follow',
    parts: [
      {
        says: 'See, change and end everything that this address follows',
        link: `${site.address}/follow/yours/${token}`,
      },
      'The page works for one day. Whoever has this link can use it, so do not pass it on. If you did not ask for it, do nothing.',
    ],
  });
