import { createHmac, timingSafeEqual } from 'node:crypto';

/**
 * The moment at which a form was opened, sealed so that it cannot be made up: `<milliseconds>.<seal>`. It says nothing of
 * who opened it.
 */
export function sealMoment(secret: string, consultationId: string, at: Date): string {
  const moment = at.getTime().toString(36);
  return `${moment}.${seal(secret, consultationId, moment)}`;
}

/** How long ago the form was opened, in milliseconds; undefined where the seal is not ours. */
export function sealedFor(
  secret: string,
  consultationId: string,
  sealed: string,
  now: Date,
): number | undefined {
  const [moment = '', given = ''] = sealed.split('.');
  const wanted = Buffer.from(seal(secret, consultationId, moment));
  const received = Buffer.from(given);
  if (!/^[0-9a-z]{1,12}$/.test(moment) || wanted.length !== received.length) return undefined;
  return timingSafeEqual(wanted, received) ? now.getTime() - Number.parseInt(moment, 36) : undefined;
}

const seal = (secret: string, consultationId: string, moment: string): string =>
  createHmac('sha256', secret).update(`opened ${consultationId} ${moment}`).digest('base64url').slice(0, 27);
