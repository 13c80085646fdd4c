import { createTransport } from 'nodemailer';
import type { Carried, Carrier } from './carrier.ts';
import { type Sender, writeMessage } from './write-message.ts';

export type SmtpSettings = Readonly<{
  /** `smtp://user:password@relay.example:587`, or `smtps://` for TLS from the first byte. */
  url: string;
  from: Sender;
  /** How many letters may be under way at once. */
  connections: number;
}>;

/** RFC 5321, 4.5.3.2: a server may take ten minutes to say that it has a message. Whoever hangs up earlier sends it twice. */
const timeouts = { connectionTimeout: 30_000, greetingTimeout: 60_000, socketTimeout: 600_000 };

/**
 * Hands letters to a mail server. A password is sent over TLS alone, unless the server is this very machine. Certificates
 * are checked.
 */
export function smtpCarrier({ url, from, connections }: SmtpSettings): Carrier {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
  const transport = createTransport({
    pool: true,
    maxConnections: connections,
    host: hostname.replaceAll(/[[\]]/g, ''),
    port: port === '' ? (secure ? 465 : 25) : Number(port),
    secure,
    requireTLS: username !== '' && !isHere,
    ignoreTLS: isHere && !secure,
    ...(username !== '' && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
    ...timeouts,
  });
  return {
    async carry(letter) {
      try {
        const raw = await writeMessage(letter, from);
        await transport.sendMail({ envelope: { from: from.address, to: [letter.to] }, raw });
        return { kind: 'delivered' };
      } catch (error) {
        return notDelivered(error);
      }
    },
    close: () => transport.close(),
  };
}

/**
 * What a failed try means. A 5xx after the recipient or the message is the server's last word on this letter. Everything
 * before that (no connection, a password refused, our own address refused) is about the server or us, not about the letter.
 */
function notDelivered(error: unknown): Carried {
  const { code, responseCode, command } = faultOf(error);
  const isAboutTheLetter = command === 'RCPT TO' || command === 'DATA';
  const where = command === undefined ? '' : ` after ${command}`;
  if (responseCode === undefined || responseCode === 421 || !isAboutTheLetter) {
    const kind = isAboutTheLetter && responseCode === undefined ? 'later' : 'away';
    return { kind, why: `the mail server did not take it (${responseCode ?? code ?? 'no answer'}${where})` };
  }
  const kind = responseCode >= 500 ? 'refused' : 'later';
  return { kind, why: `the mail server answered ${responseCode}${where}` };
}

type Fault = Readonly<Record<'code' | 'command', string | undefined> & { responseCode: number | undefined }>;

function faultOf(error: unknown): Fault {
  const told = new Map<string, unknown>(error instanceof Error ? Object.entries(error) : []);
  const text = (name: string) => {
    const value = told.get(name);
    return typeof value === 'string' ? value : undefined;
  };
  const status = told.get('responseCode');
  return {
    code: text('code'),
    command: text('command'),
    responseCode: typeof status === 'number' ? status : undefined,
  };
}
