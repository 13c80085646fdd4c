import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, violationsOn } from './accessibility.ts';
import { everyCircumstance, inWords, launch, useBrowser } from './browser.ts';
import { expectNoHorizontalScroll, reachingPastTheEdge } from './layout.ts';
import { watchForFaults } from './page-faults.ts';

const page = (main: string) =>
  `<!doctype html><html lang="en"><head><title>Swale</title><link rel="stylesheet" href="/style.css"></head>
   <body><main><h1>Swale</h1>${main}</main><script src="/script.js"></script></body></html>`;

const answers: Readonly<Record<string, readonly [type: string, body: string]>> = {
  '/': ['text/html', page('<p id="lit">Plain</p>')],
  '/style.css': [
    'text/css',
    '@media (prefers-color-scheme: dark) { body { background: #111; color: #eee } } .wide { width: 900px }',
  ],
  '/script.js': ['text/javascript', 'document.body.dataset.enhanced = "yes"'],
  '/wide': ['text/html', page('<p class="wide">A table that is too wide</p>')],
  '/unlabelled': ['text/html', page('<input type="text">')],
  '/inline-script': ['text/html', page('<script>document.title = "changed"</script>')],
  '/inline-style': ['text/html', page('<p style="color: red">Red</p>')],
  '/broken-image': ['text/html', page('<img src="/no-such-image.png" alt="">')],
  '/other-site': ['text/html', page('<img src="http://127.0.0.1:9/pixel.png" alt="">')],
  '/throws': ['text/html', page('<script src="/throws.js"></script>')],
  '/throws.js': ['text/javascript', 'throw new Error("a broken script")'],
};

let server: Server;
let site: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const [type, body] = answers[request.url ?? ''] ?? [];
    response.writeHead(body === undefined ? 404 : 200, {
      'content-type': type ?? 'text/html',
      'content-security-policy': "default-src 'self'",
    });
    response.end(body ?? page('<p>Not found</p>'));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  // A server that listens on a port answers with its address, never with the path of a socket.
  const { port } = server.address() as AddressInfo;
  site = `http://127.0.0.1:${port}`;
});
afterAll(() => server.close());

const browser = useBrowser();

describe('a sound page passes', () => {
  test.each(everyCircumstance.map((one) => [inWords(one), one] as const))('%s', async (_, circumstances) => {
    const visitor = await browser.visitor(circumstances);
    await visitor.goto(site);
    await expectAccessible(visitor);
    await expectNoHorizontalScroll(visitor);
    expect(await visitor.locator('body').getAttribute('data-enhanced')).toBe(
      circumstances.javaScript ? 'yes' : null,
    );
    expect(visitor.viewportSize()?.width).toBe(circumstances.width === 'phone' ? 320 : 1_280);
    expect(await visitor.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor)).toBe(
      circumstances.theme === 'dark' ? 'rgb(17, 17, 17)' : 'rgba(0, 0, 0, 0)',
    );
  });
});

test('a missing page may be looked at', async () => {
  const visitor = await browser.visitor();
  expect((await visitor.goto(`${site}/no-such-page`))?.status()).toBe(404);
});

describe('a planted fault is found', () => {
  let plain: Browser;
  beforeAll(async () => {
    plain = await launch();
  });
  afterAll(() => plain.close());

  test.each([
    ['/inline-script', 'Content Security Policy'],
    ['/inline-style', 'Content Security Policy'],
    ['/broken-image', '404'],
    ['/other-site', 'asked another site'],
    ['/throws', 'a broken script'],
  ])('%s', async (path, expected) => {
    const context = await plain.newContext();
    const faults = watchForFaults(context);
    await (await context.newPage()).goto(site + path);
    await context.close();
    expect(faults.join('\n')).toContain(expected);
  });

  test.each([true, false])('a field without a label, JavaScript %s', async (javaScript) => {
    const visitor = await browser.visitor({ javaScript });
    await visitor.goto(`${site}/unlabelled`);
    expect((await violationsOn(visitor)).join('\n')).toContain('label: ');
  });

  test('a table that is wider than a phone', async () => {
    const visitor = await browser.visitor({ width: 'phone' });
    await visitor.goto(`${site}/wide`);
    expect(await reachingPastTheEdge(visitor)).toEqual(['<p class="wide"> A table that is too wide']);
  });
});
