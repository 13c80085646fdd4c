import { build, isBuilt } from './build.mjs';
import { install, isInstalled } from './install.mjs';
import { cannotWrite, oneAtATime } from './lock.mjs';

/** Installs and builds whatever is missing, so that the site can run. Quick when nothing is. */
export async function prepareToRun() {
  if (isInstalled({ development: false }) && isBuilt()) return;
  await prepare(async () => {
    if (!isBuilt()) await prepareTools();
    if (!isInstalled({ development: false })) await install();
    if (!isBuilt()) await build();
  });
}

/** Installs whatever is missing, the tools included, so that the sources can be checked and tested. */
export async function prepareToDevelop() {
  if (!isInstalled({ development: true })) await prepare(prepareTools);
}

/** Builds what the sources now say, when dist/ does not say it yet. */
export async function prepareBuild() {
  if (!isBuilt()) await prepare(async () => (isBuilt() ? undefined : build()));
}

async function prepareTools() {
  if (!isInstalled({ development: true })) await install();
}

/** @param {() => Promise<void>} work */
async function prepare(work) {
  try {
    await oneAtATime(work);
  } catch (error) {
    throw cannotWrite(error);
  }
}
