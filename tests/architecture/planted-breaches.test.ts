import { describe, expect, test } from 'vitest';
import { circleBreaches } from './circles.ts';
import { fileBreaches, treeBreaches } from './file-rules.ts';
import { importBreaches } from './import-rules.ts';

const importing = (path: string, ...specifiers: readonly string[]) => ({
  path,
  text: specifiers.map((specifier) => `import { a } from '${specifier}';`).join('\n'),
});

describe('an import out of order is told in words', () => {
  test.each([
    ['src/modules/register/web/routes.ts', '#modules/governance', 'governance comes after register'],
    ['src/modules/places/store/pots.ts', '#modules/register', 'store knows its own module alone'],
    ['src/modules/places/web/routes.ts', '#modules/parishes', 'parishes is not in the list of modules'],
    ['src/modules/places/web/routes.ts', '../../register/domain/body.ts', 'entered by its door alone'],
    ['src/modules/places/web/routes.ts', '#modules/register/domain', 'entered by its door alone'],
    ['src/modules/places/web/routes.ts', '../../../platform/db/pool.ts', 'entered by its door alone'],
    ['src/modules/places/web/routes.ts', '../../../app/compose.ts', 'entered by its door alone'],
    ['src/modules/places/web/routes.ts', '../store/pots.ts', 'web may import only domain, queries'],
    ['src/modules/places/web/pages/pot-page.tsx', 'd3-shape', 'web may import only preact, zod'],
    ['src/modules/places/web/routes.ts', '#platform/testing', 'test helpers are for tests'],
    ['src/modules/places/actions/spend.ts', '../web/routes.ts', 'actions may import only domain, store'],
    ['src/modules/places/queries/pot.ts', '../actions/spend.ts', 'queries may import only domain, store'],
    ['src/modules/places/domain/pot.ts', '#platform/db', 'domain may import only kernel of the platform'],
    ['src/modules/places/domain/pot.ts', 'zod', 'domain may import none of the packages'],
    ['src/modules/places/domain/pot.ts', 'node:fs', 'domain decides from what it is handed'],
    ['src/platform/kernel/money.ts', 'd3-scale', 'the kernel is pure'],
    ['src/platform/kernel/money.ts', '#platform/config', 'may import none of the platform'],
    ['src/platform/ui/page.tsx', '#platform/db', 'platform/ui may import only kernel'],
    ['src/platform/db/pool.ts', '#platform/http', 'platform/db may import only kernel, config'],
    ['src/platform/db/pool.ts', '#modules/register', 'the platform knows no module'],
    ['src/platform/http/server.ts', '../../app/compose.ts', 'entered by its door alone'],
    ['src/platform/pigeons/send.ts', '#platform/kernel', 'has no row in the table'],
    ['src/platform/db/pool.ts', '../../../scripts/start.mjs', 'nothing in them reaches outside src/'],
  ])('%s importing %s', (path, specifier, rule) => {
    const breaches = importBreaches(importing(path, specifier));
    expect(breaches).toHaveLength(1);
    expect(breaches[0]).toContain(`${path} must not import ${specifier}: `);
    expect(breaches[0]).toContain(rule);
  });

  test('in every way an import can be written', () => {
    const path = 'src/platform/ui/page.tsx';
    const written = [
      "import { a } from '#platform/db';",
      "import type { A } from '#platform/db';",
      "import {\n  a,\n  b,\n} from '#platform/db';",
      "import * as db from '#platform/db';",
      "import '#platform/db';",
      "export { a } from '#platform/db';",
      "export * from '#platform/db';",
      "const db = await import('#platform/db');",
    ];
    for (const text of written) expect(importBreaches({ path, text }), text).toHaveLength(1);
  });
});

describe('an import in order passes', () => {
  test.each([
    ['src/modules/places/web/routes.ts', '#modules/register', '../actions/spend.ts', '#platform/http', 'zod'],
    ['src/modules/places/actions/spend.ts', '#modules/governance', '../store/pots.ts', '#platform/record'],
    ['src/modules/places/domain/pot.ts', '#platform/kernel', './share.ts', '../domain/share.ts'],
    ['src/modules/places/web/pots.test.ts', '#platform/testing', '../store/pots.ts', 'vitest'],
    ['src/platform/http/server.ts', '#platform/identity', 'fastify', 'node:http', './reply.ts'],
    ['src/platform/kernel/money.test.ts', '../../../tests/support/england-calendar.ts'],
    ['src/platform/testing/app.ts', '#platform/db'],
    ['src/app/compose.ts', '#modules/gateway', '#platform/http'],
    ['src/main.ts', './app/compose.ts'],
  ])('%s', (path, ...specifiers) => {
    expect(importBreaches(importing(path, ...specifiers))).toEqual([]);
  });
});

describe('files that import each other are told, each circle once', () => {
  const domain = 'src/modules/places/domain';
  const file = (path: string, text: string) => ({ path, text });

  test.each([
    ['two', [importing(`${domain}/a.ts`, './b.ts'), importing(`${domain}/b.ts`, './a.ts')], ['a.ts', 'b.ts']],
    [
      'three, one by a type alone',
      [
        importing(`${domain}/a.ts`, './b.ts'),
        file(`${domain}/b.ts`, "import type { C } from './deep/c.ts';"),
        importing(`${domain}/deep/c.ts`, '../a.ts', '../outside.ts'),
        importing(`${domain}/outside.ts`, './deep/d.ts'),
      ],
      ['a.ts', 'b.ts', 'deep/c.ts'],
    ],
    [
      'two by way of a door',
      [
        importing(`${domain}/a.ts`, '#modules/places'),
        importing('src/modules/places/index.ts', './domain/a.ts'),
      ],
      ['a.ts', '../index.ts'],
    ],
  ])('%s', (_, files, circle) => {
    const breaches = circleBreaches(files);
    expect(breaches).toHaveLength(1);
    for (const path of circle) expect(breaches[0]).toContain(path.replace('../', ''));
    expect(breaches[0]).not.toContain('outside');
  });

  test('and files that only share what a third one has are not', () => {
    const shared = ['a.ts', 'b.ts'].map((name) => importing(`${domain}/${name}`, './shared.ts'));
    expect(
      circleBreaches([
        ...shared,
        importing(`${domain}/top.ts`, './a.ts', './b.ts'),
        file(`${domain}/shared.ts`, ''),
      ]),
    ).toEqual([]);
  });
});

describe('a file that breaks a rule is told which', () => {
  test.each([
    ['src/platform/kernel/Money.ts', '', 'must be in kebab-case'],
    ['src/platform/Kernel/money.ts', '', 'must be in kebab-case'],
    ['src/platform/kernel/date_range.ts', '', 'must be in kebab-case'],
    ['src/platform/kernel/money.ts', 'a\n'.repeat(401), 'has 401 lines'],
    ['src/modules/places/domain/pot.ts', 'const now = new Date();', 'an instant belongs in'],
    [
      'src/modules/places/domain/pot.ts',
      'const day = on.getDate() + 5;',
      'counting days with Date belongs in',
    ],
    ['src/modules/places/web/routes.ts', "import { sql } from 'kysely';", 'SQL belongs in'],
    ['src/modules/places/web/routes.ts', 'const port = process.env.PORT;', 'the environment belongs in'],
    ['src/modules/places/actions/spend.ts', 'process.exit(1);', 'the end of the process belongs in'],
    ['src/modules/places/web/page.tsx', '<p dangerouslySetInnerHTML={x} />', 'markup that is not escaped'],
    ['src/modules/places/web/page.tsx', '<p style={{ color }} />', 'an inline style or script'],
    ['src/modules/places/web/page.tsx', '<p onclick="go()" />', 'an inline style or script'],
    ['src/modules/places/web/page.tsx', '<script>go()</script>', 'an inline style or script'],
    ['src/platform/record/salt.ts', 'const salt = Math.random();', 'Math.random belongs in'],
    ['src/platform/kernel/money.ts', 'export default 1;', 'a default export'],
    ['src/platform/kernel/money.ts', '// @ts-expect-error', 'a rule of the compiler switched off'],
    ['src/platform/kernel/money.ts', '// TODO: round', 'does not belong in the repository'],
    [
      'docs/guides/run-accord.md',
      `See https://${['registry', 'npmjs', 'org'].join('.')}`,
      'does not belong in the repository',
    ],
    ['src/platform/kernel/money.test.ts', "test.only('a', run);", 'leaves tests out'],
    ['src/platform/kernel/money.test.ts', "describe.concurrent.skip('a', run);", 'leaves tests out'],
  ])('%s containing %j', (path, text, rule) => {
    expect(fileBreaches({ path, text }).join('\n')).toContain(rule);
  });
});

describe('a tree with something missing is told what', () => {
  const whole = [
    'src/modules/register/index.ts',
    'src/modules/register/README.md',
    'src/platform/kernel/index.ts',
  ];

  test('and passes when it is whole', () => {
    expect(treeBreaches(whole)).toEqual([]);
  });

  test.each([
    [whole.slice(0, 1), 'src/modules/register/README.md is missing'],
    [whole.slice(1), 'src/modules/register/index.ts is missing'],
    [[...whole, 'src/platform/db/pool.ts'], 'src/platform/db/index.ts is missing'],
    [[...whole, 'src/platform/pigeons/index.ts'], 'src/platform/pigeons has no row'],
    [
      [...whole, 'src/modules/parishes/index.ts', 'src/modules/parishes/README.md'],
      'src/modules/parishes is not in the list of modules',
    ],
  ])('case %#', (paths, rule) => {
    expect(treeBreaches(paths).join('\n')).toContain(rule);
  });
});
