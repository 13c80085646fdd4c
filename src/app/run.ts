import { createServer } from 'node:net';
import { type Configuration, readConfiguration } from '#platform/config';
import { CannotOpenDatabase } from '#platform/db';
import { LogForked } from '#platform/record';
import { openHouse } from './compose.ts';

/** How long an ordered stop may take before it is forced: answers under way, then the database. */
const stopSeconds = 10;

/**
 * Runs Accord until it is told to stop. Whatever keeps it from starting is said in a sentence with the remedy, and
 * the process then ends with status 1.
 */
export async function run(environment: Readonly<Record<string, string | undefined>>): Promise<void> {
  const read = readConfiguration(environment);
  if (!read.ok) return giveUp(['Accord cannot start:', ...read.error.map((fault) => `  ${fault}`)]);
  const configuration = read.value;

  if (await portTaken(configuration)) return giveUp([portSentence(configuration)]);
  try {
    const house = await openHouse(configuration, say);
    stopWhenTold(house.close);
    say(welcome(configuration, house.address, house.openOffices));
  } catch (error) {
    if (error instanceof CannotOpenDatabase) return giveUp([error.message]);
    if (error instanceof LogForked) return giveUp([`${error.message}.`, forkedRemedy]);
    if (isTaken(error)) return giveUp([portSentence(configuration)]);
    throw error;
  }
}

const forkedRemedy =
  'Nothing was signed and nothing was changed. Put back the newest backup of the database together with record.key and record.key.signed.';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function giveUp(lines: readonly string[]): void {
  process.stderr.write(`${lines.join('\n')}\n`);
  process.exitCode = 1;
}

/** Asked before the database is started, so that a busy port is said at once. */
function portTaken({ port, host }: Configuration): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error) => (isTaken(error) ? resolve(true) : reject(error)));
    probe.listen({ port, host }, () => probe.close(() => resolve(false)));
  });
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');

const portSentence = ({ port }: Configuration): string =>
  `Port ${port} is in use by another program, or is not yours to use. Stop that program, or choose another port: PORT=${port === 65_535 ? 3001 : port + 1} npm start`;

function welcome({ dataFolder }: Configuration, address: string, openOffices: boolean): string {
  const signIn = openOffices
    ? `Act in an office of the example, without a password: ${address}/office`
    : `Sign in with an account: ${address}/sign-in (make one with: npx accord account add)`;
  return `
  Accord is open at ${address}

  ${signIn}
  Its data are kept in ${dataFolder}
  Stop it with Ctrl-C.
`;
}

function stopWhenTold(close: () => Promise<void>): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    say('Stopping. What is under way is finished first.');
    setTimeout(() => process.exit(1), stopSeconds * 1000).unref();
    close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
}
