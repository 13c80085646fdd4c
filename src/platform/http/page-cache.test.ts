import type { IncomingMessage, ServerResponse } from 'node:http';
import { expect, test } from 'vitest';
import { fixedClock } from '#platform/kernel';
import { PageCache } from './page-cache.ts';

const asked = (url: string) => ({ url, method: 'GET', headers: {} }) as IncomingMessage;
const answering = () => ({ writeHead: () => undefined, end: () => undefined }) as unknown as ServerResponse;
const noon = fixedClock(new Date('2008-07-18T12:00:00Z'));
const short = { body: Buffer.from('{"found":0}'), headers: { 'content-type': 'application/json' } };

test('a flood of addresses with short answers is kept within the memory that is meant for them', () => {
  const cache = new PageCache(
    () => 'one',
    noon,
    () => true,
  );
  const addresses = Array.from({ length: 20_000 }, (_, number) => `/api/bodies?nonsense=${number}`);
  for (const address of addresses) cache.keep(address, 'one', short);
  const kept = addresses.filter((address) => cache.serve(asked(address), answering()));
  expect(kept.length).toBeGreaterThan(1000);
  expect(kept.length).toBeLessThan(10_000);
  expect(kept.at(-1)).toBe(addresses.at(-1));
});

test('keeping an address again and again takes the room of one', () => {
  const cache = new PageCache(
    () => 'one',
    noon,
    () => true,
  );
  cache.keep('/bodies', 'one', short);
  for (let time = 0; time < 20_000; time += 1) cache.keep('/find', 'one', short);
  expect(cache.serve(asked('/bodies'), answering())).toBe(true);
});

test('what changes at five is served from memory until five, and not at five', () => {
  let now = new Date('2008-07-18T15:59:59.999Z');
  const clock = { now: () => now, today: noon.today };
  const cache = new PageCache(
    () => 'one',
    clock,
    () => true,
  );
  cache.keep('/decisions/maidstone', 'one', short, new Date('2008-07-18T16:00:00Z'));
  cache.keep('/bodies', 'one', short);
  expect(cache.serve(asked('/decisions/maidstone'), answering())).toBe(true);
  now = new Date('2008-07-18T16:00:00Z');
  expect(cache.serve(asked('/decisions/maidstone'), answering())).toBe(false);
  expect(cache.serve(asked('/bodies'), answering())).toBe(true);
});
