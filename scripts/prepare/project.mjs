import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. Found the old way: this must run on the very Node.js it is about to refuse. */
export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** @param {string[]} path */
export const inProject = (...path) => join(projectFolder, ...path);
