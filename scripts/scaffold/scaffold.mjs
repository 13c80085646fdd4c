import { Sentence } from '../prepare/sentence.mjs';
import { newAction } from './new-action.mjs';
import { newModule } from './new-module.mjs';
import { newPage } from './new-page.mjs';

const kebabCase = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const usage = `Say what is new, in kebab-case:
  npm run new module <name>            an area of public business, such as governance
  npm run new page <module> <name>     a public page of a module, such as governance decisions
  npm run new action <module> <name>   something a person does, such as governance publish-decision`;

/**
 * @param {readonly string[]} words as typed after \`npm run new\`
 * @param {readonly string[]} modules in their order
 * @returns {import('./plan.mjs').Plan}
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
