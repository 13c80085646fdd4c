#!/usr/bin/env node
// The command line: installs and builds what is missing, as `npm start` does, then hands over.
import { pathToFileURL } from 'node:url';
import { checkNodeVersion } from '../scripts/prepare/node-version.mjs';
import { inProject } from '../scripts/prepare/project.mjs';
import { orSentence } from '../scripts/prepare/sentence.mjs';
import { prepareToRun } from '../scripts/prepare/prepare.mjs';

await orSentence(async () => {
  checkNodeVersion();
  await prepareToRun();
});
await import(pathToFileURL(inProject('dist', 'app', 'commands', 'main.js')).href);
