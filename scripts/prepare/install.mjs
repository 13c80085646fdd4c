import { readFileSync } from 'node:fs';
import { inProject } from './project.mjs';
import { run } from './run.mjs';
import { Sentence } from './sentence.mjs';

/**
 * @typedef {{ version?: string, dev?: boolean, optional?: boolean, devOptional?: boolean, link?: boolean }} LockedPackage
 * @typedef {Record<string, LockedPackage>} LockedPackages
 */

/**
 * Whether every package that package-lock.json names is installed in its version. npm writes what it installed into
 * node_modules/.package-lock.json as its last act, so an interrupted install does not count.
 * @param {{ development: boolean }} wanted the tools too, or only what the running site needs
 */
export function isInstalled({ development }) {
  const wanted = packagesIn(inProject('package-lock.json'));
  const installed = packagesIn(inProject('node_modules', '.package-lock.json'));
  if (wanted === undefined || installed === undefined) return false;
  return Object.entries(wanted).every(
    ([path, locked]) =>
      path === '' ||
      locked.link === true ||
      locked.optional === true ||
      locked.devOptional === true ||
      (locked.dev === true && !development) ||
      installed[path]?.version === locked.version,
  );
}

/** Installs what package-lock.json names, from npm's own cache where it can. */
export async function install() {
  console.error('Installing packages…');
  const options = ['--include=dev', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env['npm_execpath'];
  const { ok, output } =
    npm !== undefined && /\.c?js$/.test(npm)
      ? await run(process.execPath, [npm, 'ci', ...options])
      : await run('npm', ['ci', ...options]);
  if (ok) return;
  throw new Sentence(
    `${output}\nnpm could not install the packages; its own words are above. ` +
      'The first start needs the network, or packages that npm has cached before.',
  );
}

/**
 * @param {string} lockFile
 * @returns {LockedPackages | undefined}
 */
function packagesIn(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
