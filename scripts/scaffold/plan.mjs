import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Sentence } from '../prepare/sentence.mjs';

/**
 * What is to be written, and what remains for a person to do.
 * @typedef {{ files: Record<string, string>, edits: readonly Edit[], next: readonly string[] }} Plan
 * @typedef {{ file: string, find: RegExp, replace: string, byHand: string }} Edit where `find` is not found, a person is
 *   told what to do by hand
 */

/**
 * Writes what is planned, or nothing at all when a file of it is there already. Answers the files written and what is
 * left to do.
 * @param {string} root the project's folder
 * @param {Plan} plan
 * @returns {{ written: readonly string[], next: readonly string[] }}
 */
export function carryOut(root, plan) {
  const written = Object.keys(plan.files);
  const there = written.filter((file) => existsSync(join(root, file)));
  if (there.length > 0)
    throw new Sentence(`Nothing was written, because this is there already: ${there.join(', ')}`);
  for (const [file, text] of Object.entries(plan.files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    writeFileSync(join(root, file), text);
  }
  const made = plan.edits.map((edit) => ({ edit, done: apply(root, edit) }));
  return {
    written: [...written, ...made.filter(({ done }) => done).map(({ edit }) => edit.file)],
    next: [...made.filter(({ done }) => !done).map(({ edit }) => edit.byHand), ...plan.next],
  };
}

/**
 * @param {string} root
 * @param {Edit} edit
 */
function apply(root, { file, find, replace }) {
  const path = join(root, file);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  if (!find.test(text)) return false;
  writeFileSync(path, text.replace(find, replace));
  return true;
}
