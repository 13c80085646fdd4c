import { z } from 'zod';
import { mailAddress } from '#platform/mail';

const wanted = 'Enter an e-mail address in the correct format, like name@example.com';

/** The one thing that is asked of whoever wants letters. */
export const addressField = z.string().transform((typed, context) => {
  const address = mailAddress(typed);
  if (address.ok) return address.value;
  context.addIssue({
    code: 'custom',
    message: typed.trim() === '' ? 'Enter the e-mail address that should be written to' : wanted,
  });
  return z.NEVER;
});

/** Told to whoever asked for too many letters; it says nothing of any address. */
export const tooMany =
  'Too many letters were asked for from your connection. Wait an hour and try again, or follow by feed';
