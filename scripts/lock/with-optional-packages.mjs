/**
 * @typedef {{ version: string, dev?: boolean, optional?: boolean, os?: string[], cpu?: string[], libc?: string[] }} Entry
 * @typedef {Partial<Entry> & { optionalDependencies?: Record<string, string> }} Locked
 * @typedef {Readonly<Record<string, Locked>>} Packages by path, as in package-lock.json
 */

/**
 * The packages with every optional one that they ask for in an exact version. Where it is for one system, npm reads
 * which from the entry, so the entry says what the name says: `linux-arm64-musl`.
 * @param {Packages} packages
 * @returns {Packages}
 */
export function withOptionalPackages(packages) {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies)
      .filter(([name, version]) => /^\d/.test(version) && !isLocked(packages, path, name))
      .map(
        ([name, version]) =>
          /** @type {const} */ ([`node_modules/${name}`, entryOf(name, version, dev === true)]),
      ),
  );
  return Object.fromEntries(
    [...Object.entries(packages), ...missing].toSorted(([one], [other]) => one.localeCompare(other, 'en')),
  );
}

/**
 * @param {Packages} packages
 * @param {string} path
 * @param {string} name
 */
const isLocked = (packages, path, name) =>
  packages[`node_modules/${name}`] !== undefined || packages[`${path}/node_modules/${name}`] !== undefined;

/**
 * @param {string} name
 * @param {string} version
 * @param {boolean} dev
 * @returns {Entry}
 */
function entryOf(name, version, dev) {
  const system = /(aix|android|darwin|freebsd|linux|openharmony|win32)-([a-z0-9]+)(?:-(musl|gnu))?/.exec(
    name,
  );
  const [, os, cpu, libc] = system ?? [];
  return {
    version,
    ...(cpu === undefined ? {} : { cpu: [cpu] }),
    ...(dev ? { dev } : {}),
    ...(libc === undefined ? {} : { libc: [libc === 'musl' ? 'musl' : 'glibc'] }),
    optional: true,
    ...(os === undefined ? {} : { os: [os] }),
  };
}
