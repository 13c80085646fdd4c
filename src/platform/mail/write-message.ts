import { normaliseTyped } from '#platform/kernel';
import MailComposer from 'nodemailer/lib/mail-composer';
import type { WaitingLetter } from './letter.ts';

/** Who writes: the name and address that letters come from. */
export type Sender = Readonly<{ name: string; address: string }>;

/**
 * The letter as a message (RFC 5322), always the same bytes in its headers: sent twice, it can be known for the same by its
 * Message-ID. It says that no person wrote it, so that nobody's out-of-office answers (RFC 3834), and how it is ended.
 */
export function writeMessage(letter: WaitingLetter, from: Sender): Promise<Buffer> {
  const host = from.address.slice(from.address.lastIndexOf('@') + 1);
  const composer = new MailComposer({
    from: { name: from.name, address: from.address },
    to: { name: '', address: letter.to },
    subject: normaliseTyped(letter.subject),
    date: letter.writtenAt,
    messageId: `<${letter.id}@${host}>`,
    text: letter.text,
    html: letter.html,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(letter.stop !== undefined && {
        'List-Unsubscribe': `<${letter.stop}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
    // A letter is words: nothing is read from a file or fetched to go into it, whatever it says.
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
