import { ok, refuse, type Result } from '#platform/kernel';

/** An e-mail address as accounts are known by: in small letters, one mailbox, with a domain. */
export function acceptEmail(typed: string): Result<string, 'not-an-email'> {
  const email = typed.trim().toLowerCase();
  const isAddress = /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/.test(email) && email.length <= 254;
  return isAddress ? ok(email) : refuse('not-an-email');
}
