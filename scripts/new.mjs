// npm run new module|page|action: the files of something new, in the anatomy of the house.
import { checkNodeVersion } from './prepare/node-version.mjs';
import { prepareToDevelop } from './prepare/prepare.mjs';
import { inProject, projectFolder } from './prepare/project.mjs';
import { run } from './prepare/run.mjs';
import { orSentence } from './prepare/sentence.mjs';
import { moduleOrder } from './scaffold/module-order.mjs';
import { carryOut } from './scaffold/plan.mjs';
import { planFor } from './scaffold/scaffold.mjs';

await orSentence(async () => {
  checkNodeVersion();
  const plan = planFor(process.argv.slice(2), moduleOrder(projectFolder));
  await prepareToDevelop();
  const { written, next } = carryOut(projectFolder, plan);
  await run(inProject('node_modules/.bin/oxfmt'), written);
  console.log(`Written:\n${written.map((file) => `  ${file}`).join('\n')}\n\nNext:`);
  for (const step of next) console.log(`  ${step}`);
});
