import type { ReadImport } from '../../domain/import/reading-asked.ts';
import { readFiles } from './read-files.ts';

export const readImport: ReadImport = (asked) => readFiles(asked);
