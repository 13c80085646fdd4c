import { type Layer, layers, modules, platform } from './house-rules.ts';
import { type Place, placeOf, reach } from './place.ts';
import { importsOf, isTest, type SourceFile } from './source-tree.ts';

/** The imports of a file that break the order of the house, each told as a rule in words. */
export function importBreaches(file: SourceFile): readonly string[] {
  if (!file.path.startsWith('src/')) return [];
  const from = placeOf(file.path);
  return importsOf(file).flatMap((specifier) => {
    const to = reach(file.path, specifier);
    const reason =
      walkedPastDoor(file.path, from, to) ??
      (isTest(file.path) ? undefined : forbidden(from, to.place, specifier));
    return reason === undefined ? [] : [`${file.path} must not import ${specifier}: ${reason}`];
  });
}

type Reach = ReturnType<typeof reach>;

function walkedPastDoor(path: string, from: Place, { place, relative }: Reach): string | undefined {
  if (place.kind === 'outside' && isTest(path) && place.path.startsWith('tests/support/')) return undefined;
  if (place.kind === 'outside')
    return place.path.startsWith('#')
      ? 'a part is entered by its door alone, `#platform/name` or `#modules/name`'
      : 'the sources stand on their own; nothing in them reaches outside src/';
  if (!relative || from.kind === 'app') return undefined;
  const own = from.kind === place.kind && areaOf(from) === areaOf(place);
  return own ? undefined : 'another part is entered by its door alone, `#platform/name` or `#modules/name`';
}

const areaOf = (place: Place) =>
  place.kind === 'module' ? place.module : place.kind === 'platform' ? place.part : '';

function forbidden(from: Place, to: Place, specifier: string): string | undefined {
  if (from.kind === 'platform') return forbiddenToPlatform(from.part, to);
  if (from.kind === 'module') return forbiddenToModule(from, to, specifier);
  return undefined;
}

function forbiddenToPlatform(part: string, to: Place): string | undefined {
  const allowed = platform[part];
  if (allowed === undefined) return `platform/${part} has no row in the table of the platform; give it one`;
  if (to.kind === 'module') return 'the platform knows no module';
  if (to.kind === 'app' && !allowed.includes('app')) return 'the platform knows nothing of the app';
  if (part === 'kernel' && (to.kind === 'package' || to.kind === 'builtin'))
    return 'the kernel is pure: it imports nothing';
  if (to.kind !== 'platform' || to.part === part || allowed.includes(to.part)) return undefined;
  return `platform/${part} may import ${listed(allowed)} of the platform`;
}

function forbiddenToModule(
  from: Place & { kind: 'module' },
  to: Place,
  specifier: string,
): string | undefined {
  if (to.kind === 'app') return 'a module knows nothing of the app that composes it';
  if (to.kind === 'platform' && to.part === 'testing') return 'test helpers are for tests';
  const layer = layers[from.part];
  if (to.kind === 'module' && to.module !== from.module) return forbiddenModule(from, to.module, layer);
  return layer === undefined ? undefined : forbiddenToLayer(from.part, layer, to, specifier);
}

function forbiddenModule(
  from: Place & { kind: 'module' },
  other: string,
  layer: Layer | undefined,
): string | undefined {
  const order: readonly string[] = modules;
  if (!order.includes(other)) return `${other} is not in the list of modules`;
  if (order.indexOf(other) > order.indexOf(from.module))
    return `${other} comes after ${from.module} in the order of modules; let it subscribe to the record, or move the function`;
  if (layer?.earlierModules === false) return `${from.part} knows its own module alone; ask in an action`;
  return undefined;
}

function forbiddenToLayer(part: string, layer: Layer, to: Place, specifier: string): string | undefined {
  if (to.kind === 'module' && !layer.own.includes(to.part))
    return `${part} may import ${listed(layer.own)} of its module`;
  if (to.kind === 'platform' && layer.platform !== 'any' && !layer.platform.includes(to.part))
    return `${part} may import ${listed(layer.platform)} of the platform`;
  if (to.kind === 'package' && !layer.packages.includes(to.name))
    return `${part} may import ${listed(layer.packages)} of the packages`;
  if (part === 'domain' && to.kind === 'builtin')
    return `domain decides from what it is handed; ${specifier} is for the layers above`;
  return undefined;
}

const listed = (names: readonly string[]) => (names.length === 0 ? 'none' : `only ${names.join(', ')}`);
