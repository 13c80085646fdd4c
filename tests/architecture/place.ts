import { posix } from 'node:path';

/** Where in the house a file stands, or what an import reaches. */
export type Place =
  | Readonly<{ kind: 'module'; module: string; part: string }>
  | Readonly<{ kind: 'platform'; part: string }>
  | Readonly<{ kind: 'app' }>
  | Readonly<{ kind: 'package'; name: string }>
  | Readonly<{ kind: 'builtin'; name: string }>
  | Readonly<{ kind: 'outside'; path: string }>;

/** A part of a module is one of its folders, or a file beside them without its ending: `domain`, `permissions`. */
export function placeOf(path: string): Place {
  const [top, area, name = '', ...rest] = path.split('/');
  const part = rest.length === 0 ? name.replace(/\.tsx?$/, '') : name;
  if (top === 'src' && area === 'modules') return { kind: 'module', module: name, part: partOfModule(rest) };
  if (top === 'src' && area === 'platform') return { kind: 'platform', part };
  if (top === 'src') return { kind: 'app' };
  return { kind: 'outside', path };
}

const partOfModule = ([first = '']: readonly string[]) => first.replace(/\.tsx?$/, '');

/** What an import written in `from` reaches; `relative` says whether it walked there instead of using a door. */
export function reach(from: string, specifier: string): Readonly<{ place: Place; relative: boolean }> {
  if (specifier.startsWith('.'))
    return { place: placeOf(posix.join(posix.dirname(from), specifier)), relative: true };
  return { place: throughDoor(specifier), relative: false };
}

function throughDoor(specifier: string): Place {
  const [first = '', second = '', ...deeper] = specifier.split('/');
  if (first === '#platform' && deeper.length === 0) return { kind: 'platform', part: second };
  if (first === '#modules' && deeper.length === 0) return { kind: 'module', module: second, part: 'index' };
  if (first.startsWith('#')) return { kind: 'outside', path: specifier };
  if (first.startsWith('node:')) return { kind: 'builtin', name: specifier };
  return { kind: 'package', name: first.startsWith('@') ? `${first}/${second}` : first };
}
