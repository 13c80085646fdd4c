import { posix } from 'node:path';
import { importsOf, type SourceFile } from './source-tree.ts';

/**
 * Files that import each other, by whatever way round and for types alike: neither can be read, moved or tested without the
 * other. Each circle is told once, with the imports that make it.
 */
export function circleBreaches(files: readonly SourceFile[]): readonly string[] {
  const paths = new Set(files.map(({ path }) => path));
  const imports = new Map(
    files.map((file) => [
      file.path,
      importsOf(file)
        .map((said) => whereIs(said, file))
        .filter((path) => paths.has(path)),
    ]),
  );
  return circlesIn(imports).map((circle) => {
    const among = new Set(circle);
    const ties = circle.flatMap((path) =>
      (imports.get(path) ?? [])
        .filter((other) => among.has(other))
        .map((other) => `${path} imports ${other}`),
    );
    return `files import each other: ${ties.join(', ')}: what both need stands in a file of its own`;
  });
}

function whereIs(specifier: string, { path }: SourceFile): string {
  const door = /^#(platform|modules)\/([a-z-]+)$/.exec(specifier);
  return door === null
    ? posix.join(posix.dirname(path), specifier)
    : `src/${door[1] ?? ''}/${door[2] ?? ''}/index.ts`;
}

/** Tarjan’s strongly connected components of more than one file, each in order of the alphabet. */
function circlesIn(imports: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const found = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  const visit = (path: string): number => {
    const at = found.size;
    found.set(path, at);
    open.push(path);
    let low = at;
    for (const other of imports.get(path) ?? []) {
      if (!found.has(other)) low = Math.min(low, visit(other));
      else if (open.includes(other)) low = Math.min(low, lowest.get(other) ?? found.get(other) ?? low);
    }
    lowest.set(path, low);
    if (low === at) {
      const circle = open.splice(open.indexOf(path));
      if (circle.length > 1) circles.push(circle.toSorted());
    }
    return low;
  };
  for (const path of imports.keys()) if (!found.has(path)) visit(path);
  return circles;
}
