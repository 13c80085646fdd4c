import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { projectFolder } from './project-folder.ts';

/** Reads a JSON file below `data/`, `reference/england-bank-holidays.json`. Its shape is for the caller to check. */
export function readData(path: string): unknown {
  return JSON.parse(readFileSync(resolve(projectFolder, 'data', path), 'utf8'));
}
