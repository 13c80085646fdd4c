import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { CannotOpenDatabase } from '../errors.ts';

/** A user of the machine, by number. */
export type Account = Readonly<{ name: string; uid: number; gid: number }>;

/**
 * The user PostgreSQL has to run as, or `undefined` for the current one. PostgreSQL refuses root: then it is the owner
 * of the cluster where there is one, else `postgres`, else `nobody`.
 */
export function accountFor(cluster: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = ownerOf(cluster);
  if (owner !== undefined && owner.uid !== 0) return owner;
  const account = accountNamed('postgres') ?? accountNamed('nobody');
  if (account === undefined)
    throw new CannotOpenDatabase(
      'PostgreSQL does not run as root, and this machine has neither a user "postgres" nor "nobody" to run it as. Start Accord as an ordinary user.',
    );
  return account;
}

function ownerOf(path: string): Account | undefined {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat === undefined ? undefined : { name: `user ${stat.uid}`, uid: stat.uid, gid: stat.gid };
}

function accountNamed(wanted: string): Account | undefined {
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [name, , uid, gid] = line.split(':');
    if (name === wanted && Number(uid) > 0) return { name, uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

/** The first folder on the way to a path that the account may not enter, or `undefined` when it can get there. */
export function closedFolder(path: string, account: Account): string | undefined {
  const way: string[] = [];
  for (let folder = realpathSync(path); ; folder = dirname(folder)) {
    way.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  return way.find((folder) => !mayEnter(folder, account));
}

function mayEnter(folder: string, { uid, gid }: Account): boolean {
  const stat = statSync(folder);
  if (stat.uid === uid) return (stat.mode & 0o100) !== 0;
  if (stat.gid === gid) return (stat.mode & 0o010) !== 0;
  return (stat.mode & 0o001) !== 0;
}
