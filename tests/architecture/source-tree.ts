import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** One file, its path from the project's folder with `/`. */
export type SourceFile = Readonly<{ path: string; text: string }>;

export const projectFolder = join(import.meta.dirname, '../..');

const folders = ['src', 'tests', 'bench', 'scripts', 'bin', 'docs'];
const kinds = /\.(?:ts|tsx|mjs|js|scss|md)$/;

/** Every file that is written by hand. */
export function readSourceTree(): readonly SourceFile[] {
  const inFolders = folders.flatMap((folder) =>
    readdirSync(join(projectFolder, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && kinds.test(entry.name))
      .map((entry) => relative(projectFolder, join(entry.parentPath, entry.name))),
  );
  const atTop = readdirSync(projectFolder).filter((name) => /\.(?:ts|md)$/.test(name));
  return [...inFolders, ...atTop].map((path) => ({
    path: path.split(sep).join('/'),
    text: readFileSync(join(projectFolder, path), 'utf8'),
  }));
}

const fromClause = /^[ \t]*(?:import|export)\b[^'";]*?\bfrom\s+'([^']+)'/gm;
const bareImport = /^[ \t]*import\s+'([^']+)'/gm;
const dynamicImport = /\bimport\(\s*'([^']+)'/g;

/** What a file imports, as it is written there. */
export const importsOf = ({ text }: SourceFile): readonly string[] =>
  [fromClause, bareImport, dynamicImport].flatMap((pattern) =>
    [...text.matchAll(pattern)].map(([, specifier = '']) => specifier),
  );

/** Tests and what only tests use: `testing.ts`, `kent.testing.ts`, and what lies in a folder `testing`. */
export const isTest = (path: string): boolean =>
  /\.test\.tsx?$/.test(path) ||
  /[./]testing\.tsx?$/.test(path) ||
  path.startsWith('tests/') ||
  path.includes('/testing/');
