import { isAbsolute, resolve } from 'node:path';
import { ok, refuse, type Result } from '#platform/kernel';
import { projectFolder } from './project-folder.ts';
import { choice, type Setting, text, wholeNumber } from './setting.ts';

function postgresAddress(given: string | undefined): Result<string | undefined, string> {
  if (given === undefined) return ok(undefined);
  const wanted = 'must be a PostgreSQL address such as postgres://owner:password@localhost:5432/accord';
  if (!/^postgres(ql)?:\/\//.test(given) || !URL.canParse(given)) return refuse(wanted);
  return new URL(given).pathname.length > 1 ? ok(given) : refuse(`${wanted}: it names no database`);
}

function webAddress(given: string | undefined): Result<string | undefined, string> {
  if (given === undefined) return ok(undefined);
  const wanted = 'must be the address people type, such as https://accord.example.gov.uk, without a path';
  if (!URL.canParse(given)) return refuse(wanted);
  const address = new URL(given);
  const plain =
    address.pathname === '/' && address.search === '' && address.hash === '' && address.username === '';
  return plain && /^https?:$/.test(address.protocol) ? ok(address.origin) : refuse(wanted);
}

function folder(given: string | undefined): Result<string, string> {
  if (given === undefined) return ok(resolve(projectFolder, '.accord'));
  if (given.includes('\0')) return refuse('must be the path of a folder');
  return ok(isAbsolute(given) ? given : resolve(projectFolder, given));
}

function mailServer(given: string | undefined): Result<string | undefined, string> {
  if (given === undefined) return ok(undefined);
  const wanted = 'must be a mail server such as smtp://user:password@relay.example.gov.uk:587, or smtps://';
  if (!/^smtps?:\/\/[^/]/.test(given) || !URL.canParse(given)) return refuse(wanted);
  const { hostname, pathname, search } = new URL(given);
  if (hostname === '') return refuse(`${wanted}: it names no server`);
  return pathname.length <= 1 && search === '' ? ok(given) : refuse(`${wanted}, with nothing after the port`);
}

/** Plain, as it stands in a header: no name beside it, no quotes, no line break. */
const mailbox = /^[A-Za-z0-9][A-Za-z0-9.+_-]{0,63}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$/;

const recordName = /^[a-z0-9][a-z0-9.-]*(\/[a-z0-9._-]+)*$/;

/** Every setting there is, in the order of docs/guides/run-accord.md. */
export const settings = {
  port: wholeNumber(
    { name: 'PORT', says: 'The port that the site is served on.' },
    { from: 1, to: 65_535, otherwise: 3000 },
  ),
  host: text(
    {
      name: 'HOST',
      says: 'The network address that the site listens on.',
      otherwise: '`localhost`, this machine only',
    },
    'a host name or address',
    (given) => {
      if (given === undefined) return ok('localhost');
      return /^[A-Za-z0-9.:-]+$/.test(given)
        ? ok(given)
        : refuse('must be a host name or address such as 0.0.0.0');
    },
  ),
  address: text(
    {
      name: 'ACCORD_ADDRESS',
      says: 'The address people type. Over https, cookies are sent only on secure connections.',
      otherwise: 'http://localhost and the port',
    },
    'an http or https address without a path',
    webAddress,
  ),
  dataFolder: text(
    {
      name: 'ACCORD_DATA',
      says: 'The folder that keeps the embedded database, the key that signs the record, and letters not sent by a mail server.',
      otherwise: '`.accord` in the project',
    },
    'a folder; created when missing',
    folder,
  ),
  databaseUrl: text(
    {
      name: 'DATABASE_URL',
      says: 'A PostgreSQL 15 or later to use instead of the embedded one, as the role that owns the tables.',
      otherwise: 'the embedded PostgreSQL',
      secret: true,
    },
    'a postgres:// address that names a database',
    postgresAddress,
  ),
  databaseAppUrl: text(
    {
      name: 'DATABASE_APP_URL',
      says: 'The same database as the role the site works as, where the owner may not create roles.',
      otherwise: 'the role `accord_app`, created by the owner',
      secret: true,
    },
    'a postgres:// address that names a database',
    postgresAddress,
  ),
  databaseConnections: wholeNumber(
    { name: 'DATABASE_CONNECTIONS', says: 'How many connections to the database the site may hold.' },
    { from: 2, to: 200, otherwise: 10 },
  ),
  example: choice(
    { name: 'ACCORD_EXAMPLE', says: 'The example place that is loaded into an empty database.' },
    ['kent', 'none'],
    'kent',
  ),
  mode: choice(
    { name: 'ACCORD_MODE', says: 'In development the components page is served at /dev/components.' },
    ['production', 'development'],
    'production',
  ),
  recordName: text(
    {
      name: 'ACCORD_RECORD_NAME',
      says: 'The name in every checkpoint of the public record. Never change it once others hold checkpoints.',
      otherwise: '`accord.localhost/record`',
    },
    'a host name and path in small letters',
    (given) => {
      if (given === undefined) return ok('accord.localhost/record');
      return recordName.test(given)
        ? ok(given)
        : refuse('must be a host name and path in small letters, such as accord.example.gov.uk/record');
    },
  ),
  proxies: wholeNumber(
    {
      name: 'ACCORD_PROXIES',
      says: 'How many proxies of your own stand in front, whose X-Forwarded-For is believed.',
    },
    { from: 0, to: 5, otherwise: 0 },
  ),
  uploadMegabytes: wholeNumber(
    { name: 'ACCORD_UPLOAD_MB', says: 'How large a paper may be that an officer adds, in megabytes.' },
    { from: 1, to: 200, otherwise: 30 },
  ),
  paymentsMegabytes: wholeNumber(
    {
      name: 'ACCORD_PAYMENTS_MB',
      says: 'How much of what payments are asked from is held in memory, in megabytes. The process takes some 400 more in all.',
    },
    { from: 100, to: 65_536, otherwise: 700 },
  ),
  smtpUrl: text(
    {
      name: 'SMTP_URL',
      says: 'The mail server that letters to people are handed to.',
      otherwise: 'letters are put as files into the folder `outbox` of `ACCORD_DATA`',
      secret: true,
    },
    'an smtp:// or smtps:// address',
    mailServer,
  ),
  mailFrom: text(
    {
      name: 'ACCORD_MAIL_FROM',
      says: 'The e-mail address that letters come from. Mail that comes back to it should be read.',
      otherwise: '`accord@` and the host of `ACCORD_ADDRESS`',
    },
    'an e-mail address',
    (given) =>
      given === undefined || mailbox.test(given)
        ? ok(given)
        : refuse('must be an e-mail address such as accord@example.gov.uk'),
  ),
  remindDays: wholeNumber(
    {
      name: 'ACCORD_REMIND_DAYS',
      says: 'How many days before a reading is due its office is reminded by e-mail.',
    },
    { from: 1, to: 45, otherwise: 7 },
  ),
  logLevel: choice(
    { name: 'ACCORD_LOG', says: 'How much is written to the log, as JSON lines on standard output.' },
    ['error', 'warn', 'info', 'debug', 'silent'],
    'warn',
  ),
} as const satisfies Record<string, Setting<unknown>>;
