// Public pages over HTTP: served from memory against a bare Fastify route of the same bytes, and made afresh.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { fromSource } from '../scripts/stages/run-each.mjs';
import { freePort, median, residentMegabytes, start, startSite } from './support/running-site.ts';

const rounds = 5;
const seconds = 4;
const page = '/bodies/maidstone';

const site = await startSite();
const folder = mkdtempSync(join(tmpdir(), 'accord-peer-'));
console.log(
  `memory of the app process after start: ${residentMegabytes(site.child.pid ?? 0).toFixed(0)} MB (to reach: under 200)`,
);

const bytes = Buffer.from(await (await fetch(site.address + page)).arrayBuffer());
const file = join(folder, 'page.html');
writeFileSync(file, bytes);
const port = await freePort();
const peer = await start(
  [...fromSource, 'bench/peers/bare-fastify.ts', String(port), file],
  {},
  port,
  'listening',
);

const persecond = async (url: string) =>
  (await autocannon({ url, connections: 20, duration: seconds })).requests.average;
await persecond(site.address + page);
await persecond(peer.address);
const pairs: { ours: number; theirs: number }[] = [];
for (let round = 0; round < rounds; round += 1) {
  pairs.push({ ours: await persecond(site.address + page), theirs: await persecond(peer.address) });
}
const ratio = median(pairs.map(({ ours, theirs }) => ours / theirs));
console.log(
  `cached page of ${bytes.length} bytes: ${median(pairs.map(({ ours }) => ours)).toFixed(0)} requests/s, bare Fastify ${median(pairs.map(({ theirs }) => theirs)).toFixed(0)}: ratio ${ratio.toFixed(2)} (to reach: 0.8)`,
);
await peer.stop();

// Another address each time, so that nothing comes from memory.
for (const path of [
  '/',
  '/bodies',
  page,
  '/bodies/maidstone/rules',
  '/places',
  '/places/maidstone',
  '/record',
  '/find?q=swale',
]) {
  const times: number[] = [];
  for (let n = 0; n < 220; n += 1) {
    const url = `${site.address}${path}${path.includes('?') ? '&' : '?'}n=${n}`;
    const begun = performance.now();
    await (await fetch(url)).arrayBuffer();
    if (n >= 20) times.push(performance.now() - begun);
  }
  const p95 = times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
  console.log(
    `uncached ${path}: median ${median(times).toFixed(1)} ms, 95th ${p95.toFixed(1)} ms (median to reach: under 15)`,
  );
}
console.log(`memory of the app process afterwards: ${residentMegabytes(site.child.pid ?? 0).toFixed(0)} MB`);

await site.stop();
rmSync(folder, { recursive: true, force: true });
