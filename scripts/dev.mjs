// npm run dev: the site straight from its sources, started afresh whenever one of them changes.
import { spawn } from 'node:child_process';
import { checkNodeVersion } from './prepare/node-version.mjs';
import { prepareToDevelop } from './prepare/prepare.mjs';
import { inProject, projectFolder } from './prepare/project.mjs';
import { run } from './prepare/run.mjs';
import { orSentence, Sentence } from './prepare/sentence.mjs';
import { fromSource } from './stages/run-each.mjs';

await orSentence(async () => {
  checkNodeVersion();
  await prepareToDevelop();
  const assets = inProject('src', 'platform', 'ui', 'build-assets.ts');
  const { ok, output } = await run(process.execPath, [...fromSource, assets, inProject('dist', 'assets')]);
  if (!ok) throw new Sentence(`${output}\nThe style sheet and scripts of the pages could not be built.`);
});

const site = spawn(process.execPath, ['--watch', ...fromSource, inProject('src', 'main.ts')], {
  cwd: projectFolder,
  stdio: 'inherit',
  env: { ACCORD_MODE: 'development', ...process.env },
});
// Ctrl-C reaches the site by itself; a kill is handed on.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => site.kill('SIGTERM'));
site.on('close', (code) => process.exit(code ?? 0));
