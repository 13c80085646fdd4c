import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inProject, projectFolder } from './project.mjs';
import { run } from './run.mjs';
import { Sentence } from './sentence.mjs';

const stampFile = inProject('dist', '.build-stamp');
const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];

/** Whether dist/ was built from exactly these sources. Read on every start, so it only hashes. */
export function isBuilt() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === fingerprint();
}

/**
 * Builds dist/: the compiled sources, then the style sheet and scripts of the pages. It compiles into a folder of its
 * own and swaps it in, so nobody ever starts a half of it; the stamp comes last, so a build cut short is done again.
 */
export async function build() {
  console.error('Building…');
  const stamp = fingerprint();
  const fresh = inProject(`dist.new-${process.pid}`);
  const previous = inProject(`dist.old-${process.pid}`);
  try {
    await compile(fresh);
    if (existsSync(inProject('dist'))) renameSync(inProject('dist'), previous);
    renameSync(fresh, inProject('dist'));
    await buildAssets();
    writeFileSync(stampFile, stamp);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(previous, { recursive: true, force: true });
  }
}

/** @param {string} folder */
async function compile(folder) {
  const compiler = inProject('node_modules', 'typescript', 'bin', 'tsc');
  const { ok, output } = await run(process.execPath, [
    compiler,
    '-p',
    'tsconfig.build.json',
    '--outDir',
    folder,
  ]);
  if (!ok) throw new Sentence(`${output}\nAccord does not compile; the compiler's own words are above.`);
}

/** In a process of its own, so that the memory of the style sheet compiler is not the running site's. */
async function buildAssets() {
  const program = `
    import { buildAssets } from ${JSON.stringify(inProject('dist', 'platform', 'ui', 'build-assets.js'))};
    await buildAssets(${JSON.stringify(inProject('dist', 'assets'))});`;
  const { ok, output } = await run(process.execPath, ['--input-type=module', '--eval', program]);
  if (!ok) throw new Sentence(`${output}\nThe style sheet and scripts of the pages could not be built.`);
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of [...settings, ...sources()]) {
    hash.update(`\0${file}\0`).update(readFileSync(inProject(file)));
  }
  return hash.digest('hex');
}

function sources() {
  return readdirSync(inProject('src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(projectFolder, join(entry.parentPath, entry.name)))
    .toSorted();
}
