import { hash, verify } from '@node-rs/argon2';
import { ok, refuse, type Result } from '#platform/kernel';

/** Argon2id as OWASP's Password Storage Cheat Sheet sets its first choice: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * In characters as people count them. NIST SP 800-63B asks for 15 where a password is all there is; beyond 128
 * nobody types.
 */
export const passwordLength = { least: 15, most: 128 };

export type PasswordRefusal = 'too-short' | 'too-long' | 'too-plain';

/**
 * Judges a new password by length first, as NCSC and NIST advise; no rules on its characters. What the guesser would
 * try first is refused: the person's own address, the name of this site, one pattern over and over.
 */
export function acceptPassword(password: string, email: string): Result<string, PasswordRefusal> {
  const length = Array.from(password).length;
  if (length < passwordLength.least) return refuse('too-short');
  if (length > passwordLength.most) return refuse('too-long');

  const plain = password.toLowerCase();
  const [mailbox = ''] = email.toLowerCase().split('@');
  const leftOver = plain
    .replaceAll(mailbox || '\0', '')
    .replaceAll(/accord|password|council|qwerty|[\d\W_]/g, '');
  if (leftOver.length < 4 || isOnePatternRepeated(plain)) return refuse('too-plain');
  return ok(password);
}

function isOnePatternRepeated(text: string): boolean {
  return /^(.{1,6}?)\1+$/.test(text);
}

/** The password as it is kept: argon2id with its salt and cost, in PHC form. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

/** A hash that no password matches, verified when an e-mail is unknown so that the answer takes as long. */
const nobody = hash('no account has this e-mail address', cost);

/** Whether this is the password. As slow for an e-mail without an account, so that time tells nothing. */
export async function passwordMatches(password: string, passwordHash: string | undefined): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobody), password);
  return matches && passwordHash !== undefined;
}
