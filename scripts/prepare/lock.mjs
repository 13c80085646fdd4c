import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { inProject } from './project.mjs';
import { Sentence } from './sentence.mjs';

const lockFile = inProject('.cache', 'prepare.lock');
const heartbeatMilliseconds = 1_000;
const silentMilliseconds = 15_000;

/**
 * Lets one process at a time install and build in this folder. A holder that died, or that has not been heard of for
 * a while, is passed over: a killed start leaves nothing that stops the next.
 * @template Answer
 * @param {() => Promise<Answer>} work
 * @returns {Promise<Answer>}
 */
export async function oneAtATime(work) {
  let said = false;
  while (!take()) {
    if (!said) console.error('Another start is preparing this folder; waiting for it…');
    said = true;
    await wait(200);
  }
  const heartbeat = setInterval(() => utimesSync(lockFile, new Date(), new Date()), heartbeatMilliseconds);
  heartbeat.unref();
  const release = () => rmSync(lockFile, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    process.off('exit', release);
    release();
  }
}

function take() {
  try {
    mkdirSync(dirname(lockFile), { recursive: true });
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw cannotWrite(error);
    if (isAbandoned()) rmSync(lockFile, { force: true });
    return false;
  }
}

function isAbandoned() {
  try {
    if (Date.now() - statSync(lockFile).mtimeMs > silentMilliseconds) return true;
    const holder = readFileSync(lockFile, 'utf8');
    // Empty: taken this very moment, its number not yet written.
    return holder !== '' && !isRunning(Number(holder));
  } catch {
    return false;
  }
}

/** @param {number} processId */
function isRunning(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

/** @param {unknown} error */
const codeOf = (error) => (error instanceof Error && 'code' in error ? error.code : undefined);

/**
 * What a person reads when the folder cannot be written to; any other error as it is.
 * @param {unknown} error
 */
export function cannotWrite(error) {
  const code = codeOf(error);
  if (code !== 'EACCES' && code !== 'EROFS' && code !== 'EPERM' && code !== 'ENOSPC') return error;
  const why = code === 'ENOSPC' ? 'the disk is full' : `it may not be written to by this user (${code})`;
  const remedy =
    code === 'ENOSPC'
      ? 'Free some space and run the command again.'
      : 'Run the command as the user who owns the folder, or from a copy you own.';
  return new Sentence(`Accord has to install or build in ${inProject()}, but ${why}. ${remedy}`);
}
