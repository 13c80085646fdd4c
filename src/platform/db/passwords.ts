import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CannotOpenDatabase } from './errors.ts';

/** The cluster's one secret, made once and readable by Accord's user alone. The roles' passwords follow from it. */
export function clusterPassword(notes: string, clusterExists: boolean): string {
  const path = join(notes, 'password');
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  if (clusterExists)
    throw new CannotOpenDatabase(
      `The password of the database, ${path}, is missing. Restore it from a backup of the data folder.`,
    );
  const password = randomBytes(24).toString('base64url');
  writeFileSync(path, password, { mode: 0o600 });
  return password;
}

/** A role's password that follows from another's, so that nobody has to keep it: HMAC-SHA-256. */
export function derivedPassword(from: string, role: string): string {
  return createHmac('sha256', from).update(role).digest('base64url');
}
