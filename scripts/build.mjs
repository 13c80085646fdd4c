// npm run build: dist/ from the sources as they are now.
import { checkNodeVersion } from './prepare/node-version.mjs';
import { orSentence } from './prepare/sentence.mjs';
import { prepareBuild, prepareToDevelop } from './prepare/prepare.mjs';

await orSentence(async () => {
  checkNodeVersion();
  await prepareToDevelop();
  await prepareBuild();
});
