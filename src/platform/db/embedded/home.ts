import { createHash } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { CannotOpenDatabase } from '../errors.ts';
import { type Account, accountFor, closedFolder } from './account.ts';
import { type Binaries, copyBinaries, installedBinaries } from './binaries.ts';

/** Where the embedded PostgreSQL of one data folder lives, and as whom it runs. */
export type Home = Readonly<{
  /** `undefined`: the current user. */
  account: Account | undefined;
  binaries: Binaries;
  /** PostgreSQL's own data folder. It may not exist yet; the folder around it does, and is the account's. */
  cluster: string;
  /** Whether that is outside the data folder, where PostgreSQL's user can reach it. */
  isElsewhere: boolean;
  /** Accord's own notes about it: log, password, connection. */
  notes: string;
}>;

/** Where binaries and clusters go that PostgreSQL's user could not reach inside the project. */
const sharedFolder = '/var/lib/accord';

/** Finds, or decides once and for all, where the cluster of a data folder lives. */
export function settle(dataFolder: string, shared = sharedFolder, installed = installedBinaries()): Home {
  const notes = join(dataFolder, 'postgres');
  // PostgreSQL's user passes through these; every file inside says for itself who may read it.
  mkdirSync(dataFolder, { recursive: true, mode: 0o711 });
  mkdirSync(notes, { recursive: true, mode: 0o711 });

  const moved = join(notes, 'cluster-is-elsewhere');
  const inside = join(notes, 'cluster', 'data');
  const elsewhere = existsSync(moved) ? readFileSync(moved, 'utf8').trim() : undefined;
  if (elsewhere !== undefined && !existsSync(elsewhere))
    throw new CannotOpenDatabase(
      `The data of ${dataFolder} was kept in ${elsewhere}, which is gone. Restore it from a backup, or delete ${moved} to start empty.`,
    );
  let cluster = elsewhere ?? inside;
  const account = accountFor(cluster);
  if (account === undefined) {
    mkdirSync(dirname(cluster), { recursive: true, mode: 0o700 });
    return { account, binaries: installed, cluster, isElsewhere: cluster !== inside, notes };
  }

  const closed = closedFolder(existsSync(inside) ? inside : notes, account);
  if (elsewhere === undefined && closed !== undefined) {
    if (existsSync(inside))
      throw new CannotOpenDatabase(
        `PostgreSQL runs as ${account.name} and cannot reach its data in ${inside}, because ${closed} is closed to it. Open the way: chmod o+x ${closed}`,
      );
    cluster = join(shared, digest(dataFolder), 'data');
  }
  // The folder around the cluster is PostgreSQL's too: initdb works beside the place where its result will stand.
  mkdirSync(dirname(cluster), { recursive: true, mode: 0o755 });
  chownSync(dirname(cluster), account.uid, account.gid);
  const reachable = closedFolder(installed.folder, account) === undefined;
  const binaries = reachable ? installed : copyBinaries(installed, shared);
  return { account, binaries, cluster, isElsewhere: cluster !== inside, notes };
}

/** Remembers that the cluster does not lie in the data folder, so that it is found again whatever changes. */
export function rememberElsewhere({ cluster, isElsewhere, notes }: Home): void {
  if (isElsewhere) writeFileSync(join(notes, 'cluster-is-elsewhere'), `${cluster}\n`);
}

const digest = (folder: string): string =>
  createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 12);
