import { listInWords } from '#platform/kernel';
import type { Letter, MailAddress } from '#platform/mail';
import type { Cadence } from '../cadence.ts';
import type { Named } from '../names.ts';
import type { FollowServices } from '../services.ts';
import { writeLetter } from './letter-parts.ts';

const howSoon: Readonly<Record<Cadence, string>> = {
  'at-once': 'straight away',
  daily: 'once a day',
};

/** Asks an address whether it wants to follow these. The link opens a page with a button: opening it begins nothing. */
export const confirmLetter = (
  site: Pick<FollowServices, 'address' | 'siteName'>,
  {
    to,
    names,
    cadence,
    token,
  }: Readonly<{ to: MailAddress; names: readonly Named[]; cadence: Cadence; token: string }>,
): Letter =>
  writeLetter(site, {
    to,
    subject: 'confirm that you want to follow',
    parts: [
      `Somebody, probably you, asked ${site.siteName} to write to this address, ${howSoon[cadence]}, when something is done about: ${listInWords(names.map(({ name }) => name))}.`,
      {
        says: 'To begin, open this page and press the button',
        link: `${site.address}/follow/confirm/${token}`,
      },
      'The page works for three days. If it was not you, do nothing: no more letters come of it, and this address is forgotten after three days.',
    ],
  });
