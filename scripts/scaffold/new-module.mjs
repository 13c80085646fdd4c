import { namesOf } from './names.mjs';

/**
 * A module that opens: its page about itself, its door, no tables yet, no permissions yet, no pages yet.
 * @param {string} name
 * @returns {import('./plan.mjs').Plan}
 */
export function newModule(name) {
  const { camel, snake, title } = namesOf(name);
  const at = `src/modules/${name}`;
  return {
    files: {
      [`${at}/README.md`]: `# ${title}

What this area of business is, in two sentences an officer would agree with.

## Its words

The words officers use here, each with a line in [the glossary](../../../docs/glossary.md).

## What it owns

The facts it keeps, in the PostgreSQL schema \`${snake}\`. No other module names these tables.

## What it asks of others

Which functions of earlier modules it calls, and why.
`,
      [`${at}/index.ts`]: `import type { Module } from '#platform/module';
import { loadExample } from './example.ts';
import { permissions } from './permissions.ts';
import { migrations } from './store/migrations/index.ts';
import { routes } from './web/routes.ts';

/** ${title}: the door. What later modules may call is exported here and nowhere else. */
export const ${camel}: Module = {
  name: '${snake}',
  migrations,
  permissions,
  routes,
  tasks: async () => [],
  ownRegisters: () => [],
  loadExample,
};
`,
      [`${at}/permissions.ts`]: `import type { Permission } from '#platform/identity';

/** Who may do what here: the one place where it is said. */
export const permissions: readonly Permission[] = [];
`,
      [`${at}/example.ts`]: `import type { Services } from '#platform/module';

/** Loads this module's part of the example place; loading it again changes nothing. */
export async function loadExample(_services: Services): Promise<void> {}
`,
      [`${at}/store/migrations/index.ts`]: `import type { Migration } from '#platform/db';

/** The schema, step by step. A released step is never changed. */
export const migrations: readonly Migration[] = [];
`,
      [`${at}/web/routes.ts`]: `import type { Route } from '#platform/http';
import type { Services } from '#platform/module';

/** Every page and form of this module. */
export const routes = (_services: Services): readonly Route[] => [];
`,
    },
    edits: [],
    next: [
      `Add ${camel} to the list in src/app/modules.ts.`,
      `Say in ${at}/README.md what it is for; then: npm run new page ${name} <page>`,
    ],
  };
}
