import { createHash, randomBytes } from 'node:crypto';

/** 256 random bits, known to the browser alone. The database keeps only its hash. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database knows a token by: SHA-256, base64url. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('base64url');
