// npm start: installs and builds what is missing, then becomes the site, in this same process, so that Ctrl-C and a
// kill reach the site itself and no child is left behind.
import { pathToFileURL } from 'node:url';
import { checkNodeVersion } from './prepare/node-version.mjs';
import { inProject } from './prepare/project.mjs';
import { orSentence } from './prepare/sentence.mjs';
import { prepareToRun } from './prepare/prepare.mjs';

await orSentence(async () => {
  checkNodeVersion();
  await prepareToRun();
});
await import(pathToFileURL(inProject('dist', 'main.js')).href);
