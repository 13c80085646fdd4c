import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { checkNodeVersion } from '../prepare/node-version.mjs';
import { prepareBuild, prepareToDevelop } from '../prepare/prepare.mjs';
import { inProject, projectFolder } from '../prepare/project.mjs';
import { orSentence, Sentence } from '../prepare/sentence.mjs';

/** How a program of TypeScript is run straight from the sources. */
export const fromSource = ['--conditions=source', '--import', 'tsx'];

/**
 * Runs the programs of a folder that end in `ending` one after another, each alone on the machine, and says which
 * failed. Names on the command line choose among them: `npm run bench -- pages`.
 * @param {string} folder
 * @param {string} ending
 */
export const runEach = (folder, ending) =>
  orSentence(async () => {
    checkNodeVersion();
    await prepareToDevelop();
    await prepareBuild();
    const failed = chosen(folder, ending).filter((file) => {
      console.log(`\n${folder}/${file}`);
      const run = spawnSync(process.execPath, [...fromSource, inProject(folder, file)], {
        cwd: projectFolder,
        stdio: 'inherit',
      });
      return run.status !== 0;
    });
    if (failed.length > 0) throw new Sentence(`\nFailed: ${failed.join(', ')}`);
  });

/**
 * @param {string} folder
 * @param {string} ending
 */
function chosen(folder, ending) {
  const all = existsSync(inProject(folder))
    ? readdirSync(inProject(folder))
        .filter((file) => file.endsWith(ending))
        .toSorted()
    : [];
  const names = process.argv.slice(2);
  const files = all.filter((file) => names.length === 0 || names.includes(file.slice(0, -ending.length)));
  if (files.length > 0) return files;
  const choice = all.map((file) => file.slice(0, -ending.length)).join(', ') || 'nothing';
  throw new Sentence(`There is nothing of that name to run in ${folder}/. There is: ${choice}.`);
}
