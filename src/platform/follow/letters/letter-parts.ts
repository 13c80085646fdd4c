import { xmlText } from '#platform/feeds';
import { clip } from '#platform/kernel';
import type { Letter, MailAddress } from '#platform/mail';
import type { FollowServices } from '../services.ts';

/** What a letter is written from: words, and places to go to. */
export type Part =
  | string
  /** A way on, with what it is. */
  | Readonly<{ link: string; says: string }>
  | Readonly<{ items: readonly Readonly<{ says: string; also: string; link: string }>[] }>;

type Site = Pick<FollowServices, 'address' | 'siteName'>;
const subjectCharacters = 140;

/** A letter of these parts, once as plain text and once as the plainest HTML: no picture, nothing fetched, nothing counted. */
export function writeLetter(
  { siteName }: Site,
  {
    to,
    subject,
    parts,
    stop,
  }: Readonly<{ to: MailAddress; subject: string; parts: readonly Part[]; stop?: string }>,
): Letter {
  return {
    to,
    subject: clip(`${siteName}: ${subject}`, subjectCharacters),
    text: `${parts.map(asText).join('\n\n')}\n`,
    html: `<!doctype html><html lang="en-GB"><body>${parts.map(asHtml).join('')}</body></html>`,
    ...(stop !== undefined && { stop }),
  };
}

function asText(part: Part): string {
  if (typeof part === 'string') return part;
  if ('items' in part)
    return part.items.map(({ says, also, link }) => `${says}\n${also}\n${link}`).join('\n\n');
  return `${part.says}:\n${part.link}`;
}

function asHtml(part: Part): string {
  if (typeof part === 'string') return `<p>${xmlText(part)}</p>`;
  if ('items' in part)
    return `<ul>${part.items.map(({ says, also, link }) => `<li>${anchor(link, says)}<br>${xmlText(also)}</li>`).join('')}</ul>`;
  return `<p>${anchor(part.link, part.says)}</p>`;
}

const anchor = (link: string, says: string): string => `<a href="${xmlText(link)}">${xmlText(says)}</a>`;
