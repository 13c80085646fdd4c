import { formatDate, formatLondonTime, type IsoDate, listInWords, plural } from '#platform/kernel';
import type { Letter, MailAddress } from '#platform/mail';
import { type EntryWithAbout, momentOf } from '#platform/record';
import type { FollowServices } from '../services.ts';
import { writeLetter } from './letter-parts.ts';

/** What one address is told: the newest acts in full, how many there were, and which of what it follows they were about. */
export type News = Readonly<{
  to: MailAddress;
  entries: readonly EntryWithAbout['entry'][];
  count: number;
  because: readonly string[];
}>;

type Site = Pick<FollowServices, 'address' | 'siteName'>;

/** Told straight away: one act by its own words, or several that were done in one go. */
export function alertLetter(site: Site, news: News, stopToken: string): Letter {
  const [first] = news.entries;
  const subject =
    news.count === 1 && first !== undefined ? first.summary : `${plural(news.count, 'thing')} you follow`;
  return newsLetter(site, news, stopToken, { subject, of: 'these letters' });
}

/** Told once a day, of everything since the day before. */
export const digestLetter = (site: Site, news: News, stopToken: string, day: IsoDate): Letter =>
  newsLetter(site, news, stopToken, {
    subject: `${plural(news.count, 'thing')} done by the morning of ${formatDate(day)}`,
    of: 'these daily letters',
  });

function newsLetter(
  site: Site,
  { to, entries, count, because }: News,
  stopToken: string,
  { subject, of }: Readonly<{ subject: string; of: string }>,
): Letter {
  const stop = `${site.address}/follow/stop/${stopToken}`;
  return writeLetter(site, {
    to,
    subject,
    stop,
    parts: [
      {
        items: entries.map((entry) => ({
          says: entry.summary,
          also: `${entry.office}, ${formatLondonTime(momentOf(entry))}`,
          link: `${site.address}${entry.subject}`,
        })),
      },
      ...(count > entries.length
        ? [
            {
              says: `And ${plural(count - entries.length, 'other thing')}, in the record`,
              link: `${site.address}/record`,
            },
          ]
        : []),
      `You get this because you follow ${listInWords(because)}.`,
      { says: `Stop ${of}`, link: stop },
      { says: 'See and end everything you follow', link: `${site.address}/follow/yours` },
    ],
  });
}
