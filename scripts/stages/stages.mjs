import { inProject } from '../prepare/project.mjs';
import { run } from '../prepare/run.mjs';
import { runVitest } from './vitest.mjs';

/**
 * A stage that is one check: a tool that ends well or does not.
 * @param {string} name
 * @param {string} tool a command in node_modules/.bin
 * @param {readonly string[]} args
 * @returns {import('./stage.mjs').Stage}
 */
const check = (name, tool, args) => ({
  name,
  run: () => once(run(inProject('node_modules/.bin', tool), args)),
});

/**
 * @param {Promise<{ ok: boolean, output: string }>} ran
 * @returns {Promise<import('./stage.mjs').Outcome>}
 */
async function once(ran) {
  const { ok, output } = await ran;
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, output };
}

export const format = check('format', 'oxfmt', ['--check']);
export const lint = check('lint', 'oxlint', ['--type-aware']);
export const types = check('types', 'tsc', ['--noEmit']);

/** @type {import('./stage.mjs').Stage} */
export const build = {
  name: 'build',
  run: () => once(run(process.execPath, [inProject('scripts', 'build.mjs')])),
};

/** @type {import('./stage.mjs').Stage} */
export const fastTests = { name: 'architecture and unit tests', run: () => runVitest('fast') };

/** @type {import('./stage.mjs').Stage} */
export const houseTests = { name: 'tests on PostgreSQL and Chromium', run: () => runVitest('house') };
