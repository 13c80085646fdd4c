import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The modules in their order, read from the table of the architecture test, which is TypeScript and may not be
 * imported from here.
 * @param {string} root the project's folder
 * @returns {readonly string[]}
 */
export function moduleOrder(root) {
  const rules = readFileSync(join(root, 'tests/architecture/house-rules.ts'), 'utf8');
  const [, list = ''] = /export const modules = \[([^\]]*)\]/.exec(rules) ?? [];
  return [...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name);
}
