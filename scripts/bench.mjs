// npm run bench: every benchmark in bench/, each printing ratios against named peers.
import { runEach } from './stages/run-each.mjs';

await runEach('bench', '.bench.ts');
