import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { CannotOpenDatabase } from '../errors.ts';
import { clusterPassword } from '../passwords.ts';
import type { Binaries } from './binaries.ts';
import { bootstrap } from './bootstrap.ts';
import { freePort } from './free-port.ts';
import { rememberElsewhere, settle } from './home.ts';
import { initialise } from './initialise.ts';
import { endLeftover } from './leftover.ts';
import { holdFolder } from './lock.ts';
import { keepLog } from './log-file.ts';
import { type PostgresOptions, startPostmaster } from './postmaster.ts';
import { supervise } from './supervise.ts';

export type EmbeddedSettings = Readonly<{
  dataFolder: string;
  /** Over what Accord sets in postgresql.conf. */
  options?: PostgresOptions;
  /** Where to put what PostgreSQL's user cannot reach in the data folder. */
  sharedFolder?: string;
  /** Another PostgreSQL than the one npm installed. */
  binaries?: Binaries;
  /** Told, in sentences, what happens to PostgreSQL. */
  report?: (message: string) => void;
}>;

export type Embedded = Readonly<{
  ownerUrl: string;
  /** The superuser, for setting up and for tests; Accord itself never works as it. */
  superuserUrl: string;
  /** The folder that PostgreSQL keeps its data in. */
  cluster: string;
  /** The process that PostgreSQL runs as, while it does. */
  pid(): number | undefined;
  stop(): Promise<void>;
}>;

const portTries = 5;

/** Starts the embedded PostgreSQL of a data folder, making it first where there is none. */
export async function startEmbedded(settings: EmbeddedSettings): Promise<Embedded> {
  const report = settings.report ?? (() => undefined);
  const home = settle(settings.dataFolder, settings.sharedFolder, settings.binaries);
  const releases = [settings.dataFolder, ...(home.isElsewhere ? [dirname(home.cluster)] : [])].map(
    holdFolder,
  );
  const log = keepLog(home.notes);
  const release = (): void => {
    log.close();
    for (const letGo of releases) letGo();
  };

  try {
    const password = clusterPassword(home.notes, existsSync(home.cluster));
    await initialise(home, password);
    rememberElsewhere(home);
    if (home.isElsewhere)
      report(
        `PostgreSQL cannot run as root nor enter ${settings.dataFolder}, so the database is kept in ${home.cluster}`,
      );
    if ((await endLeftover(home.cluster)) === 'ended')
      report('A PostgreSQL that an earlier Accord had left running was ended first');

    const { child, port } = await onFreePort(home.cluster, (port) =>
      startPostmaster(home, log, port, settings.options ?? {}),
    );
    const restart = () => startPostmaster(home, log, port, settings.options ?? {});
    const supervised = supervise(child, home.cluster, restart, report);
    const stop = async (): Promise<void> => {
      await supervised.stop();
      release();
    };
    try {
      return {
        ownerUrl: await bootstrap(port, password),
        superuserUrl: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
        cluster: home.cluster,
        pid: supervised.pid,
        stop,
      };
    } catch (error) {
      await stop();
      throw error;
    }
  } catch (error) {
    release();
    throw error;
  }
}

/**
 * Between finding a free port and taking it somebody else may: then another one is tried. So is one that was killed
 * before it was up; what it left running is ended first.
 */
async function onFreePort<Child>(cluster: string, start: (port: number) => Promise<Child>) {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    try {
      return { child: await start(port), port };
    } catch (error) {
      const mayPass =
        error instanceof CannotOpenDatabase && /could not bind|it ended with SIG/.test(error.message);
      if (!mayPass || attempt === portTries) throw error;
      await endLeftover(cluster);
    }
  }
}
