import { createHmac } from 'node:crypto';
import type { OfficeVisit } from '#platform/http';
import { newToken } from '#platform/identity';

/**
 * The token of a link, made from the form it is asked for with: a form that comes twice is told the same link. Both halves
 * are needed, and one of them, the session's own, is known to the officer's browser alone. A form without a key of its own
 * acts each time, and each time with another link.
 */
export const linkToken = ({ answers, submission }: OfficeVisit): string =>
  submission === ''
    ? newToken()
    : createHmac('sha256', answers['csrf'] ?? '')
        .update(`link to set a password ${submission}`)
        .digest('base64url');
