import { readData } from '#platform/config';
import type { z } from 'zod';
import type { Sources } from './files.ts';

/** A file of reference data as it was read: its path, the sources it names, and what it holds. */
export type ReadFile<Content> = Readonly<{ file: string; sources: Sources; content: Content }>;

/** Reads a file below `data/`. Throws an error that names every fault by its place in the file. */
export function readFile<Content extends Readonly<{ sources: Sources }>>(
  path: string,
  shape: z.ZodType<Content>,
): ReadFile<Content> {
  const file = `data/${path}`;
  const parsed = shape.safeParse(readData(path));
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${file}: ${placeIn(issue.path)} ${issue.message}`);
    throw new Error(faults.join('\n'));
  }
  return { file, sources: parsed.data.sources, content: parsed.data };
}

/** The fact with its source spelled out, so that a page can show it: "Title, where in it (publisher)". */
export function cited<Fact extends Readonly<{ source: string }>>(
  { file, sources }: ReadFile<unknown>,
  fact: Fact,
): Fact {
  const { source, where } = sourceOf(file, sources, fact.source);
  return { ...fact, source: `${source.title}${where === '' ? '' : `, ${where}`}` };
}

/** The same with the publisher, and the licence of its own that a figure carries. */
export function licensed<Fact extends Readonly<{ source: string }>>(
  { file, sources }: ReadFile<unknown>,
  fact: Fact,
): Fact & { licence: string } {
  const { source, where } = sourceOf(file, sources, fact.source);
  const words = `${source.title}${where === '' ? '' : `, ${where}`} (${source.publisher})`;
  return { ...fact, source: words, licence: source.licence };
}

function sourceOf(file: string, sources: Sources, reference: string) {
  const [id = '', ...rest] = reference.split(': ');
  const source = sources[id];
  if (source === undefined) throw new Error(`${file}: “${id}” is not in the file’s list of sources`);
  return { source, where: rest.join(': ') };
}

/** `bodies[3].names[0].from` */
function placeIn(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`,
    )
    .join('');
}
