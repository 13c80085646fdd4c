import { bannedWords, keptTo, longestFileLines, modules, platform } from './house-rules.ts';
import { placeOf } from './place.ts';
import { isTest, type SourceFile } from './source-tree.ts';

const kebabCase = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z]+)*$/;
const upperCaseAllowed = /^(?:README|CONTRIBUTING|CHANGELOG|LICENSE|SECURITY)\.md$/;
const code = /\.(?:ts|tsx|mjs|js)$/;

/** What is wrong with one file by itself. */
export function fileBreaches(file: SourceFile): readonly string[] {
  return [
    ...nameBreaches(file),
    ...lengthBreaches(file),
    ...keptToBreaches(file),
    ...bannedWordBreaches(file),
    ...testBreaches(file),
  ];
}

function nameBreaches({ path }: SourceFile): readonly string[] {
  return path
    .split('/')
    .filter((name) => !kebabCase.test(name.replace(/^_/, '')) && !upperCaseAllowed.test(name))
    .map((name) => `${path}: "${name}" must be in kebab-case, named for the one thing it holds`);
}

function lengthBreaches({ path, text }: SourceFile): readonly string[] {
  const lines = text.split('\n').length - 1;
  if (lines <= longestFileLines || !code.test(path)) return [];
  return [
    `${path} has ${lines} lines; no file has more than ${longestFileLines}: give each thing its own file`,
  ];
}

function keptToBreaches({ path, text }: SourceFile): readonly string[] {
  if (!path.startsWith('src/') || isTest(path)) return [];
  return keptTo
    .filter(({ pattern, only }) => pattern.test(text) && !only.some((place) => isWithin(path, place)))
    .map(({ what, only, why }) => {
      const where = only.length === 0 ? 'belongs nowhere' : `belongs in ${only.join(', ')}`;
      return `${path}: ${what} ${where}: ${why}`;
    });
}

const isWithin = (path: string, place: string) =>
  new RegExp(`^${place.replaceAll('.', '\\.').replaceAll('*', '[^/]+')}`).test(path);

function bannedWordBreaches({ path, text }: SourceFile): readonly string[] {
  if (path.startsWith('tests/architecture/')) return [];
  return bannedWords
    .map((word) => word.exec(text)?.[0])
    .filter((found) => found !== undefined)
    .map((found) => `${path}: "${found}" does not belong in the repository`);
}

function testBreaches({ path, text }: SourceFile): readonly string[] {
  if (!/\.test\.tsx?$/.test(path) || path.startsWith('tests/architecture/')) return [];
  const left = /\b(?:test|it|describe)(?:\.\w+)*\.(?:only|skip|todo)\b/.exec(text)?.[0];
  return left === undefined ? [] : [`${path}: ${left} leaves tests out; every test runs`];
}

/** What is missing from the tree as a whole: a door for every part, a page about every module. */
export function treeBreaches(paths: readonly string[]): readonly string[] {
  const present = new Set(paths);
  const places = paths.filter((path) => path.startsWith('src/')).map(placeOf);
  const moduleNames = new Set(places.flatMap((place) => (place.kind === 'module' ? [place.module] : [])));
  const parts = new Set(places.flatMap((place) => (place.kind === 'platform' ? [place.part] : [])));
  const known: readonly string[] = modules;
  return [
    ...[...moduleNames]
      .flatMap((name) => [`src/modules/${name}/index.ts`, `src/modules/${name}/README.md`])
      .filter((path) => !present.has(path))
      .map((path) => `${path} is missing: every module has one door and one page about it`),
    ...[...moduleNames]
      .filter((name) => !known.includes(name))
      .map((name) => `src/modules/${name} is not in the list of modules; say where in the order it stands`),
    ...[...parts]
      .filter((part) => !present.has(`src/platform/${part}/index.ts`))
      .map((part) => `src/platform/${part}/index.ts is missing: every part of the platform has one door`),
    ...[...parts]
      .filter((part) => platform[part] === undefined)
      .map((part) => `src/platform/${part} has no row in the table of the platform; give it one`),
  ];
}
