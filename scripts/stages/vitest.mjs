import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { inProject, projectFolder } from '../prepare/project.mjs';
import { run } from '../prepare/run.mjs';

/**
 * @typedef {{ testResults: readonly TestFile[] }} Report vitest's JSON report, as much of it as is read here
 * @typedef {{ name: string, status: string, assertionResults: readonly { status: string, duration?: number }[] }} TestFile
 */

/** How many of the files that took longest are named, so that a run that grows too long says where. */
const namedSlowest = 6;

/**
 * Runs one vitest project and counts its tests.
 * @param {'fast' | 'house'} project
 * @returns {Promise<import('./stage.mjs').Outcome>}
 */
export async function runVitest(project) {
  const folder = mkdtempSync(join(tmpdir(), 'accord-tests-'));
  const reportFile = join(folder, 'report.json');
  try {
    const program = inProject('node_modules', 'vitest', 'vitest.mjs');
    const reports = ['--reporter=dot', '--reporter=json', `--outputFile.json=${reportFile}`];
    const { ok, output } = await run(process.execPath, [program, 'run', '--project', project, ...reports], {
      NO_COLOR: '1',
    });
    return countTests(readReport(reportFile), ok, output);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Every test counts once. A file that could not be read counts as one failure, and so does a run that found nothing
 * or that ended badly after all its tests had passed: silence must not look like success.
 * @param {Report | undefined} report
 * @param {boolean} endedWell
 * @param {string} output
 * @returns {import('./stage.mjs').Outcome}
 */
export function countTests(report, endedWell, output) {
  const files = report?.testResults ?? [];
  /** @type {Map<string, import('./stage.mjs').Part>} */
  const parts = new Map();
  for (const file of files) {
    const part = parts.get(kindOf(file.name)) ?? { name: kindOf(file.name), passed: 0, failed: 0 };
    const passed = file.assertionResults.filter(({ status }) => status === 'passed').length;
    const failed = file.assertionResults.filter(({ status }) => status === 'failed').length;
    const unread = file.status === 'failed' && failed === 0 ? 1 : 0;
    parts.set(part.name, {
      ...part,
      passed: part.passed + passed,
      failed: part.failed + failed + unread,
    });
  }
  const sorted = [...parts.values()].toSorted((one, other) => one.name.localeCompare(other.name));
  const sum = (/** @type {'passed' | 'failed'} */ key) =>
    sorted.reduce((total, part) => total + part[key], 0);
  const passed = sum('passed');
  const failed = sum('failed');
  if (passed + failed === 0) return { passed, failed: 1, output: `${output}\nNo test was found.` };
  const slowest = slowestOf(files);
  if (!endedWell && failed === 0)
    return { passed, failed: 1, parts: sorted, output: `${output}\nEvery test passed, yet the run failed.` };
  return { passed, failed, parts: sorted, slowest, output };
}

/**
 * The files whose tests took longest, and for how many seconds.
 * @param {readonly TestFile[]} files
 * @returns {readonly import('./stage.mjs').Slow[]}
 */
function slowestOf(files) {
  return files
    .map(({ name, assertionResults }) => ({
      name: relative(projectFolder, name).split(sep).join('/'),
      seconds: assertionResults.reduce((sum, { duration = 0 }) => sum + duration, 0) / 1_000,
    }))
    .filter(({ seconds }) => seconds >= 5)
    .toSorted((one, other) => other.seconds - one.seconds)
    .slice(0, namedSlowest);
}

/**
 * The folder of `tests/` a file is in, or the part of the sources whose behaviour it checks.
 * @param {string} path
 */
function kindOf(path) {
  const [first = '', second = '', third = ''] = relative(projectFolder, path).split(sep);
  return first === 'tests' ? second : [second, third].filter((name) => !name.includes('.')).join(' ');
}

/** @param {string} file @returns {Report | undefined} */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
