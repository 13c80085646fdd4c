// npm run lock: after adding a package. npm leaves out of package-lock.json the optional packages that it could not
// fetch where it ran, such as the binaries for other systems, and `npm ci` then refuses the lock file everywhere. This
// writes them in, in the version their parent asks for.
import { readFileSync, writeFileSync } from 'node:fs';
import { inProject } from './prepare/project.mjs';
import { withOptionalPackages } from './lock/with-optional-packages.mjs';

const file = inProject('package-lock.json');
const lock = JSON.parse(readFileSync(file, 'utf8'));
const packages = withOptionalPackages(lock.packages);
writeFileSync(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
const added = Object.keys(packages).length - Object.keys(lock.packages).length;
console.log(added === 0 ? 'The lock file was complete.' : `Added ${added} packages for other systems.`);
