// npm test: everything that must hold, from the format to journeys in a real browser.
import { runCommand } from './stages/run-command.mjs';
import { build, fastTests, format, houseTests, lint, types } from './stages/stages.mjs';

await runCommand([[format, lint], [types, build, fastTests], [houseTests]]);
