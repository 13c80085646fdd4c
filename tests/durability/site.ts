import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { projectFolder } from '#platform/config';
import { type Connection, connectionOfRunning, endLeftover } from '#platform/db';
import { freePort } from '../../bench/support/running-site.ts';
import { killPostgres } from './kill-postgres.ts';

/** What Node.js is told to run: a site that reads its settings from the environment. */
export type Program = readonly string[];

export const victims = ['app', 'postgres', 'both'] as const;
export type Victims = (typeof victims)[number];

/** The site in processes of its own, to be killed and started again. */
export type Site = Readonly<{
  address: string;
  /** Where the database of the running site is. */
  connection(): Connection;
  /** Starts it where it does not run; waits for nothing but the end of the one before. */
  start(): Promise<void>;
  /** Waits until it is ready for visitors. Throws when it is not in time. */
  ready(withinMs: number): Promise<void>;
  /** Kills with SIGKILL; of PostgreSQL its first process alone, or every one at once. */
  kill(whom: Victims, everyProcess: boolean): void;
  /** Rejects as soon as the site ends without having been killed: nobody would start it again. */
  endedByItself: Promise<never>;
  /** Ends everything that was started. */
  stop(): Promise<void>;
}>;

export async function siteOn(dataFolder: string, program: Program): Promise<Site> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const cluster = join(dataFolder, 'postgres', 'cluster', 'data');
  const { PATH, HOME, TMPDIR } = process.env;
  const settings = {
    PORT: String(port),
    HOST: '127.0.0.1',
    ACCORD_ADDRESS: address,
    ACCORD_DATA: dataFolder,
    ACCORD_LOG: 'error',
  };
  let running: ChildProcess | undefined;
  let gone: Promise<unknown> = Promise.resolve();
  let tell: (error: Error) => void = () => undefined;
  const endedByItself = new Promise<never>((_, reject) => {
    tell = reject;
  });
  endedByItself.catch(() => undefined);

  function spawnSite(): void {
    const child = spawn(process.execPath, program, {
      cwd: projectFolder,
      env: { PATH, HOME, TMPDIR, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const hear = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-4000);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    running = child;
    gone = new Promise((resolve) => {
      child.once('exit', (code) => {
        if (running === child) tell(new Error(`The site ended by itself, with status ${code}:\n${said}`));
        resolve(code);
      });
    });
  }

  const killApp = (signal: NodeJS.Signals): void => {
    const child = running;
    running = undefined;
    child?.kill(signal);
  };

  return {
    address,
    endedByItself,
    connection() {
      const connection = connectionOfRunning(dataFolder);
      if (connection === undefined) throw new Error('The site left no word of where its database is');
      return connection;
    },
    async start() {
      if (running !== undefined) return;
      await gone;
      spawnSite();
    },
    async ready(withinMs) {
      const isReady = (): Promise<boolean> =>
        fetch(`${address}/health/ready`).then(
          (response) => response.ok,
          () => false,
        );
      for (const deadline = Date.now() + withinMs; !(await isReady()); await wait(20))
        if (Date.now() > deadline) throw new Error(`The site was not ready within ${withinMs} ms`);
    },
    kill(whom, everyProcess) {
      if (whom !== 'app') killPostgres(cluster, everyProcess);
      if (whom !== 'postgres') killApp('SIGKILL');
    },
    async stop() {
      killApp('SIGTERM');
      await gone;
      await endLeftover(cluster);
    },
  };
}
