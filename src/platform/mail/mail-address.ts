import { domainToASCII } from 'node:url';
import { ok, refuse, type Result } from '#platform/kernel';

/** An e-mail address that a letter can go to: small letters, nothing in it that means something to a mail header. */
export type MailAddress = string & { readonly mailAddress: unique symbol };

/** RFC 5321 holds the part before the @ to 64 characters and an address to 254. */
const shape = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/;

/**
 * The address somebody typed, spaces around it left out. Quoted names, comments, lists and addresses of bare numbers are
 * refused: nobody's mailbox needs them and much harm can be written in them. A domain in other letters is written as the
 * domain name system has it; letters beyond ASCII before the @ are refused, since most servers cannot take them.
 */
export function mailAddress(typed: string): Result<MailAddress, 'not-an-address'> {
  const [, name = '', domain = ''] = /^([^@]{1,64})@([^@]{1,253})$/.exec(typed.trim().toLowerCase()) ?? [];
  const labels = domainToASCII(domain).split('.');
  const isDomain =
    labels.length > 1 && labels.every((part) => label.test(part)) && !/^\d+$/.test(labels.at(-1) ?? '');
  const address = `${name}@${labels.join('.')}`;
  if (!shape.test(name) || !isDomain || address.length > 254) return refuse('not-an-address');
  return ok(address as MailAddress);
}
