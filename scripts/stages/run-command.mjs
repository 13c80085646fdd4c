import { checkNodeVersion } from '../prepare/node-version.mjs';
import { prepareToDevelop } from '../prepare/prepare.mjs';
import { orSentence } from '../prepare/sentence.mjs';
import { runStages } from './stage.mjs';

/**
 * Installs what is missing, runs the stages, and ends with the one line that machines read: `N passed, N failed`.
 * @param {readonly (readonly import('./stage.mjs').Stage[])[]} groups
 */
export const runCommand = (groups) =>
  orSentence(async () => {
    checkNodeVersion();
    await prepareToDevelop();
    const { passed, failed } = await runStages(groups);
    console.log(`${passed} passed, ${failed} failed`);
    if (failed > 0) process.exitCode = 1;
  });
