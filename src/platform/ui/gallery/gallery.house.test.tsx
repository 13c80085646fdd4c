import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  everyCircumstance,
  expectNoHorizontalScroll,
  inWords,
  useBrowser,
  violationsOn,
} from '#platform/testing';
import { loadAssets } from '../assets.ts';
import { buildAssets } from '../build-assets.ts';
import { Frame } from '../frame/frame.tsx';
import { renderDocument } from '../frame/render-document.ts';
import { Gallery } from './gallery.tsx';

const folder = mkdtempSync(join(tmpdir(), 'accord-gallery-'));
const browser = useBrowser();
let server: Server;
let address: string;

beforeAll(async () => {
  await buildAssets(folder);
  const page = renderDocument(
    <Frame
      assetUrl={loadAssets(folder)}
      siteName="Accord"
      title="Components"
      navigation={[
        { text: 'Bodies', href: '#bodies' },
        { text: 'Places', href: '#places', current: true },
      ]}
      office={{ title: 'Leader, Swale Borough Council', workHref: '#work', signOutHref: '#out' }}
      phase={{ tag: 'Example', children: 'What is shown is made up.' }}
      breadcrumbs={[{ text: 'Home', href: '/' }, { text: 'Components' }]}
      main={
        <>
          <h1 class="govuk-heading-xl">Components</h1>
          <Gallery />
        </>
      }
      footer={[{ text: 'Accessibility statement', href: '#accessibility' }]}
      licence="Open Government Licence v3.0"
    />,
  );
  server = serve(page).listen(0, '127.0.0.1');
  await new Promise((listening) => server.once('listening', listening));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.js': 'text/javascript',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
};

/** The page and its assets under the strictest policy: nothing inline, nothing from elsewhere. */
function serve(page: string): Server {
  return createServer((request, response) => {
    const path = request.url ?? '/';
    response.setHeader('content-security-policy', "default-src 'self'");
    if (path === '/') return response.setHeader('content-type', 'text/html').end(page);
    return response
      .setHeader('content-type', mediaTypes[extname(path)] ?? 'application/octet-stream')
      .end(readFileSync(join(folder, basename(path))));
  });
}

it.each(everyCircumstance.map((circumstances) => [inWords(circumstances), circumstances] as const))(
  'every component can be used: %s',
  async (_, circumstances) => {
    const page = await browser.visitor(circumstances);
    await page.goto(address);
    expect(await violationsOn(page)).toEqual([]);
    await expectNoHorizontalScroll(page);
  },
);

it('writes nothing in a drawing smaller than 12 px, even at 320 px', async () => {
  const page = await browser.visitor({ width: 'phone' });
  await page.goto(address);
  const sizes = await page.evaluate(() =>
    [...document.querySelectorAll<SVGTextElement>('svg text, .accord-tile__short, .accord-tile__value')]
      .filter((text) => text.getBoundingClientRect().width > 0)
      .map((text) => {
        const drawing = text.ownerSVGElement;
        const scale =
          drawing instanceof SVGSVGElement
            ? drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width
            : 1;
        return Number.parseFloat(getComputedStyle(text).fontSize) * scale;
      }),
  );
  expect(sizes.length).toBeGreaterThan(40);
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12);
});
