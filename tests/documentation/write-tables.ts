// npm run docs: writes the tables of the documentation that say what the code says.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../architecture/source-tree.ts';
import { readDoc, withTable } from './markdown.ts';
import { documentedTables } from './tables.ts';

for (const table of documentedTables)
  writeFileSync(join(projectFolder, table.page), withTable(readDoc(table.page), table));
const pages = [...new Set(documentedTables.map(({ page }) => page))];
execFileSync(join(projectFolder, 'node_modules/.bin/oxfmt'), pages, { cwd: projectFolder });
