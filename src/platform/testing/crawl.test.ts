import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { crawl } from './crawl.ts';

const pages: Readonly<Record<string, string>> = {
  '/': '<a class="x" href="/bodies">Bodies</a><a href="https://kent.example/">Kent</a><a href="#main">Skip</a>',
  '/bodies':
    '<a href="/bodies/swale?on=2008-07-15&amp;x=1">Swale</a><a href="/">Home</a><a href="/gone">Gone</a>',
  '/bodies/swale':
    '<a href="/bodies/swale.csv">CSV</a><a href="../places">Places</a><a href="mailto:a@b.example">',
  '/for-offices': 'nothing links here',
};
let server: Server;
let address: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    const path = new URL(request.url ?? '', 'http://here').pathname;
    if (path === '/places') return void response.writeHead(302, { location: '/bodies' }).end();
    if (path === '/endless')
      return void response.writeHead(200, { 'content-type': 'text/html' }).end('<a href="/endless/1">');
    if (path.startsWith('/endless/')) {
      const link = `<a href="/endless/${Number(path.slice(9)) + 1}">`;
      return void response.writeHead(200, { 'content-type': 'text/html' }).end(link);
    }
    const type = path.endsWith('.csv') ? 'text/csv' : 'text/html';
    const body = path.endsWith('.csv') ? '<a href="/not-a-link">' : pages[path];
    response.writeHead(body === undefined ? 404 : 200, { 'content-type': type }).end(body);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  address = `http://127.0.0.1:${port}`;
});
afterAll(() => server.close());

test('every page of the site itself is found once, with where it was linked from', async () => {
  expect(await crawl(address)).toEqual([
    { path: '/', status: 200, linkedFrom: '' },
    { path: '/bodies', status: 200, linkedFrom: '/' },
    { path: '/bodies/swale', status: 200, linkedFrom: '/bodies' },
    { path: '/gone', status: 404, linkedFrom: '/bodies' },
    { path: '/bodies/swale.csv', status: 200, linkedFrom: '/bodies/swale' },
    { path: '/places', status: 302, linkedFrom: '/bodies/swale' },
  ]);
});

test('a page that nothing links to is found when the crawl begins there', async () => {
  const found = await crawl(address, { from: ['/for-offices'] });
  expect(found.map(({ path }) => path)).toEqual(['/for-offices']);
});

test('a pit of generated links is not fallen into', async () => {
  await expect(crawl(address, { from: ['/endless'], atMost: 20 })).rejects.toThrow('has more than 20 pages');
});
