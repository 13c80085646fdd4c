import { Sentence } from './sentence.mjs';

const oldest = { major: 20, minor: 19 };

/**
 * Refuses a Node.js older than the packages can run on.
 * @param {string} [version] such as `20.19.0`
 */
export function checkNodeVersion(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  if (major > oldest.major || (major === oldest.major && minor >= oldest.minor)) return;
  throw new Sentence(
    `Accord needs Node.js ${oldest.major}.${oldest.minor} or later, and this is ${version}. ` +
      'Install a newer one from https://nodejs.org and run the command again.',
  );
}
