// npm run proof: the long proofs of durability in tests/durability/.
import { runEach } from './stages/run-each.mjs';

await runEach('tests/durability', '.proof.ts');
