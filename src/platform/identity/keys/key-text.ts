import { createHash, randomBytes } from 'node:crypto';

/** Says what it is to whoever finds one where it should not be, programs that look for leaked secrets among them. */
const prefix = 'accord_';
const secretCharacters = 64;
const checkCharacters = 8;
const written = new RegExp(`^${prefix}[0-9a-f]{${secretCharacters + checkCharacters}}$`);

/**
 * A new key for a program: `accord_`, 256 random bits in hexadecimal, and a checksum of what comes before, so that one that
 * was copied in part is told from one that is not known.
 */
export function newKey(): string {
  const beginning = prefix + randomBytes(secretCharacters / 2).toString('hex');
  return beginning + checksum(beginning);
}

/** Whether a text is written as a key is, to its last character. It may still be nobody’s. */
export const isKey = (text: string): boolean =>
  written.test(text) && text.endsWith(checksum(text.slice(0, -checkCharacters)));

const checksum = (beginning: string): string =>
  createHash('sha256').update(beginning).digest('hex').slice(0, checkCharacters);
