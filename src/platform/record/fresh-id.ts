import { randomBytes } from 'node:crypto';
import { type Clock, newId } from '#platform/kernel';

/** An id of its own for a thing that has no number: a UUID of version 7. */
export const freshId = (clock: Clock): string => newId({ now: clock.now(), randomBytes: randomBytes(10) });
