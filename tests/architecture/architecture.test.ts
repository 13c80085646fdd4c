import { describe, expect, test } from 'vitest';
import { circleBreaches } from './circles.ts';
import { fileBreaches, treeBreaches } from './file-rules.ts';
import { importBreaches } from './import-rules.ts';
import { importsOf, readSourceTree } from './source-tree.ts';

const files = readSourceTree();
const see = 'see docs/architecture/modules.md';

describe('the house as it stands', () => {
  test('was read: files of every part, and their imports', () => {
    const sources = files.filter(({ path }) => path.startsWith('src/'));
    expect(sources.length).toBeGreaterThan(60);
    expect(sources.flatMap(importsOf).length).toBeGreaterThan(120);
  });

  test('imports only in the order of its parts', () => {
    expect(files.flatMap(importBreaches), see).toEqual([]);
  });

  test('has no two files that import each other', () => {
    expect(circleBreaches(files), see).toEqual([]);
  });

  test('keeps each file to its rules', () => {
    expect(files.flatMap(fileBreaches), see).toEqual([]);
  });

  test('has a door for every part and a page about every module', () => {
    expect(treeBreaches(files.map(({ path }) => path)), see).toEqual([]);
  });
});
