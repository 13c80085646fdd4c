import { performance } from 'node:perf_hooks';

/**
 * What a stage found: each check counts once, and what it said is kept for when it failed.
 * @typedef {{ passed: number, failed: number, output: string, parts?: readonly Part[], slowest?: readonly Slow[] }} Outcome
 * @typedef {{ name: string, passed: number, failed: number }} Part tests of one kind within a stage
 * @typedef {{ name: string, seconds: number }} Slow a file of tests that took long
 * @typedef {{ name: string, run: () => Promise<Outcome> }} Stage
 */

/**
 * Runs groups of stages one after another, the stages of a group side by side. Every stage gets a line with its
 * result and its time; a failing one is followed by all it said.
 * @param {readonly (readonly Stage[])[]} groups
 * @param {(line: string) => void} [say]
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runStages(groups, say = console.log) {
  const total = { passed: 0, failed: 0 };
  for (const group of groups) {
    await Promise.all(
      group.map(async (stage) => {
        const outcome = await runStage(stage, say);
        total.passed += outcome.passed;
        total.failed += outcome.failed;
      }),
    );
  }
  return total;
}

/**
 * @param {Stage} stage
 * @param {(line: string) => void} say
 */
async function runStage(stage, say) {
  const startedAt = performance.now();
  /** @type {Outcome} */
  const outcome = await stage.run().catch((error) => ({ passed: 0, failed: 1, output: String(error) }));
  const seconds = ((performance.now() - startedAt) / 1_000).toFixed(1);
  const mark = outcome.failed === 0 ? '✓' : '✗';
  say(`${mark} ${stage.name.padEnd(34)} ${counted(outcome)}  ${seconds.padStart(6)} s`);
  for (const part of outcome.parts ?? []) say(`    ${part.name.padEnd(32)} ${counted(part)}`.trimEnd());
  for (const { name, seconds } of outcome.slowest ?? []) say(`    ${name}: ${seconds.toFixed(0)} s`);
  if (outcome.failed > 0) say(`\n${outcome.output.trimEnd()}\n`);
  return outcome;
}

/** @param {{ passed: number, failed: number }} counts */
function counted({ passed, failed }) {
  const failures = failed === 0 ? '' : `${failed} failed`;
  return `${`${passed} passed`.padStart(12)}  ${failures.padEnd(10)}`;
}
