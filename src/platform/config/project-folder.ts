import { resolve } from 'node:path';

/** The folder of the project, from the sources and from the built files alike. */
export const projectFolder = resolve(import.meta.dirname, '../../..');
