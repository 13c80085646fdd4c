// npm run picture -- http://localhost:3000: the picture of the first page in the README, from a site that runs.
import { join } from 'node:path';
import { launch } from '../../src/platform/testing/browser.ts';
import { projectFolder } from '../architecture/source-tree.ts';

const browser = await launch();
const page = await browser.newPage({ viewport: { width: 1_280, height: 900 }, deviceScaleFactor: 1 });
await page.goto(process.argv[2] ?? 'http://localhost:3000');
await page.screenshot({ path: join(projectFolder, 'docs/images/home.png') });
await browser.close();
