import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** The token a form carries: bound to the visitor's own cookie, which another site can neither read nor guess. */
export const csrfToken = (secret: string): string =>
  createHmac('sha256', secret).update('accord form').digest('base64url');

export type ForgeryRefusal = 'other-site' | 'no-token' | 'wrong-token';

/**
 * Whether a post comes from one of our own forms. Three things must agree: what the browser says of where the request
 * began (Sec-Fetch-Site, Origin; absent from old browsers), a token in the form, and the cookie it was made from.
 */
export function forgery(
  headers: IncomingHttpHeaders,
  given: Readonly<{ token: string | undefined; secret: string | undefined; origins: readonly string[] }>,
): ForgeryRefusal | undefined {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return 'other-site';
  if (headers.origin !== undefined && !given.origins.includes(headers.origin)) return 'other-site';
  if (given.token === undefined || given.token === '' || given.secret === undefined) return 'no-token';

  const wanted = Buffer.from(csrfToken(given.secret));
  const received = Buffer.from(given.token);
  return wanted.length === received.length && timingSafeEqual(wanted, received) ? undefined : 'wrong-token';
}
