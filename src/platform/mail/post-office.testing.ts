import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** A message as a real mail server was handed it. */
export type Received = Readonly<{
  from: string;
  to: readonly string[];
  /** By name in small letters, unfolded. */
  headers: Readonly<Record<string, string>>;
  source: string;
  /** What a person reads: the plain text, decoded. */
  text: string;
}>;

/** A mail server of a test's own. */
export type PostOffice = Readonly<{
  url: string;
  port: number;
  received: Received[];
  /** With which code to turn a recipient away, by address and how often it was tried; undefined takes it. */
  answer(code: (asked: Readonly<{ to: string; tries: number }>) => number | undefined): void;
  /** Turns every sign-in away. */
  refuseEverybody(code: number): void;
  close(): Promise<void>;
}>;

/** Opens a mail server on this machine: on a free port, or on the one where an earlier one was. */
export async function openPostOffice(port = 0): Promise<PostOffice> {
  const received: Received[] = [];
  const tries = new Map<string, number>();
  let answerOf: Parameters<PostOffice['answer']>[0] = () => undefined;
  let refusal: number | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    logger: false,
    closeTimeout: 100,
    onAuth: (_auth, _session, callback) =>
      refusal === undefined ? callback(null, { user: 'accord' }) : callback(refused(refusal)),
    onRcptTo({ address }, _session, callback) {
      const tried = (tries.get(address) ?? 0) + 1;
      tries.set(address, tried);
      const code = answerOf({ to: address, tries: tried });
      callback(code === undefined ? null : refused(code));
    },
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? '' : (mailFrom?.address ?? ''),
          to: rcptTo.map(({ address }) => address),
          ...read(Buffer.concat(chunks).toString()),
        });
        callback(null);
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', () => resolve());
  });
  const { port: opened } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${opened}`,
    port: opened,
    received,
    answer(code) {
      answerOf = code;
    },
    refuseEverybody(code) {
      refusal = code;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}

function refused(code: number): Error {
  return Object.assign(new Error('Not now'), { responseCode: code });
}

/** Reads a message the way a mail program does, as far as ours need it. */
export function read(source: string): Pick<Received, 'headers' | 'source' | 'text'> {
  const [head = '', ...rest] = source.split('\r\n\r\n');
  const headers: Record<string, string> = {};
  for (const line of head.replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n')) {
    const at = line.indexOf(':');
    headers[line.slice(0, at).toLowerCase()] = line.slice(at + 1).trim();
  }
  const [, boundary = ''] = /boundary="([^"]+)"/.exec(headers['content-type'] ?? '') ?? [];
  const part =
    rest
      .join('\r\n\r\n')
      .split(`--${boundary}`)
      .find((each) => each.includes('text/plain')) ?? '';
  return { headers, source, text: decoded(part) };
}

function decoded(part: string): string {
  const [head = '', ...rest] = part.trimStart().split('\r\n\r\n');
  const body = rest.join('\r\n\r\n');
  if (/base64/i.test(head)) return Buffer.from(body, 'base64').toString();
  if (!/quoted-printable/i.test(head)) return body;
  const octets = body
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(octets, 'latin1').toString();
}
