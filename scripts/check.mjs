// npm run check: the fast loop while working. It needs no database and no browser.
import { runCommand } from './stages/run-command.mjs';
import { fastTests, format, lint, types } from './stages/stages.mjs';

await runCommand([[format, lint, types, fastTests]]);
