import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Sentence } from '../prepare/sentence.mjs';
import { newAction } from './new-action.mjs';
import { newModule } from './new-module.mjs';
import { newPage } from './new-page.mjs';

/**
 * What is to be written, and what remains for a person to do.
 * @typedef {{ files: Record<string, string>, edits: readonly Edit[], next: readonly string[] }} Plan
 * @typedef {{ file: string, find: RegExp, replace: string, byHand: string }} Edit where `find` is not found, a person is
 *   told what to do by hand
 */

const kebabCase = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const usage = `Say what is new, in kebab-case:
  npm run new module <name>            an area of public business, such as governance
  npm run new page <module> <name>     a public page of a module, such as governance decisions
  npm run new action <module> <name>   something a person does, such as governance publish-decision`;

/**
 * @param {readonly string[]} words as typed after \`npm run new\`
 * @param {readonly string[]} modules in their order
 * @returns {Plan}
 */
export function planFor(words, modules) {
  const [kind, module = '', name = ''] = words;
  const wanted = kind === 'module' ? [module] : [module, name];
  if (words.length !== wanted.length + 1 || !wanted.every((word) => kebabCase.test(word)))
    throw new Sentence(usage);
  if (!modules.includes(module))
    throw new Sentence(
      `${module} is not in the list of modules. Decide which modules it builds on and which build on it, and add it at ` +
        `its place in tests/architecture/house-rules.ts first. The list is: ${modules.join(', ')}.`,
    );
  if (kind === 'module') return newModule(module);
  if (kind === 'page') return newPage(module, name);
  if (kind === 'action') return newAction(module, name);
  throw new Sentence(usage);
}

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
