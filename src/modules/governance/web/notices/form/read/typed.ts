import { line, passage } from '#platform/web';

/** How long the answers of a notice may be, in characters. */
export const longest = { title: 200, line: 300, passage: 4000 } as const;

/** A passage, and a line, that may stay empty. */
export const optional = (name: string) => passage(name, { most: longest.passage, optional: true });
export const optionalLine = (name: string) => line(name, { most: longest.line, optional: true });

/** The lines somebody typed, without the empty ones. */
export const lines = (text: string): readonly string[] => text.split('\n').filter((each) => each !== '');
