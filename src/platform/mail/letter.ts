import type { MailAddress } from './mail-address.ts';

/** What is to be sent to one person. Plain text and the same as simple HTML. */
export type Letter = Readonly<{
  to: MailAddress;
  subject: string;
  text: string;
  html: string;
  /** The address that ends these letters with one POST and nothing else asked (RFC 8058), where they can be ended. */
  stop?: string;
}>;

/** A letter in the queue. Its id never changes, and is in its Message-ID. */
export type WaitingLetter = Letter & Readonly<{ id: string; writtenAt: Date; tries: number }>;
