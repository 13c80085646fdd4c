import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { modules } from '../architecture/house-rules.ts';
import { projectFolder, readSourceTree } from '../architecture/source-tree.ts';
import { readDoc, rowsOf, under, withTable } from './markdown.ts';
import { documentedTables } from './tables.ts';

const pages = readSourceTree().filter(({ path }) => path.endsWith('.md'));

test.each(documentedTables.map((table) => [table.page, table.heading, table] as const))(
  '%s says under "%s" what the code says; npm run docs mends it',
  (page, heading, { rows }) => {
    expect(rowsOf(under(heading, readDoc(page)))).toEqual(rows);
    expect(rows.length).toBeGreaterThan(1);
  },
);

test('docs/architecture/modules.md shows the order of the modules that is enforced', () => {
  const page = readDoc('docs/architecture/modules.md');
  const listed = [...under('The order of the modules', page).matchAll(/^\d+\. `([a-z-]+)`/gm)];
  expect(listed.map(([, name]) => name)).toEqual(modules);
});

test('a table that says something else is noticed, and written anew', () => {
  const table = { heading: 'Words', head: ['Word'], rows: [['`a|b`'], ['c']] };
  const page = '# Page\n\n## Words\n\n| Word |\n| --- |\n| old |\n\n## After\n';
  expect(rowsOf(under('Words', page))).not.toEqual(table.rows);
  expect(rowsOf(under('Words', withTable(page, table)))).toEqual(table.rows);
  expect(withTable(page, table)).toContain('## After');
});

describe('docs/decisions', () => {
  const decisions = pages.filter(({ path }) => /^docs\/decisions\/\d/.test(path));
  const { dependencies, devDependencies }: Readonly<Record<string, Readonly<Record<string, string>>>> =
    JSON.parse(readDoc('package.json'));
  const pinned: Readonly<Record<string, string>> = { ...dependencies, ...devDependencies };

  test('are numbered without a gap and each says why', () => {
    expect(decisions.length).toBeGreaterThan(10);
    const numbers = decisions.map(({ path }) => Number(/\d{4}/.exec(path)?.[0])).toSorted((a, b) => a - b);
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    for (const { path, text } of decisions) {
      for (const heading of ['Context', 'Options', 'Decision', 'Consequences'])
        expect(() => under(heading, text), `${path} has a part "${heading}"`).not.toThrow();
      expect(under('Options', text), path).toMatch(/Good, because/);
      expect(under('Options', text), path).toMatch(/Bad, because/);
    }
  });

  test('name the versions that are installed', () => {
    const named = decisions.flatMap(({ path, text }) =>
      [...text.matchAll(/`([@a-z][@a-z0-9/.-]*)` (\d+\.\d+\.\d+(?:-[\w.]+)?)/g)].map(
        ([, name = '', version]) => ({
          path,
          name,
          version,
        }),
      ),
    );
    expect(named.length).toBeGreaterThan(15);
    for (const { path, name, version } of named) expect(version, `${name} in ${path}`).toBe(pinned[name]);
  });
});

describe('docs/glossary.md', () => {
  const entries = [...readDoc('docs/glossary.md').matchAll(/^\*\*(.+?)\*\*(.*(?:\n(?!\n|\*\*).*)*)/gm)].map(
    ([, word = '', says = '']) => ({ word, says }),
  );

  test('has each word once, in order, and each with its source', () => {
    expect(entries.length).toBeGreaterThan(40);
    const words = entries.map(({ word }) => word);
    expect(words).toEqual(words.toSorted((one, other) => one.localeCompare(other, 'en')));
    expect(new Set(words.map((word) => word.toLowerCase())).size).toBe(words.length);
    expect(entries.filter(({ says }) => !/_Source:\s[^_]+_/.test(says)).map(({ word }) => word)).toEqual([]);
  });
});

test('every link to a file of the project leads somewhere', () => {
  const links = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)].map(([, target = '']) => ({
      path,
      target,
    })),
  );
  expect(links.length).toBeGreaterThan(20);
  const broken = links.filter(
    ({ path, target }) => !existsSync(join(projectFolder, normalize(join(dirname(path), target)))),
  );
  expect(broken).toEqual([]);
});
