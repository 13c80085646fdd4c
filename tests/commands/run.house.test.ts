import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { projectFolder } from '#platform/config';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleLoaded } from '../../bench/support/example-loaded.ts';
import { freePort } from '../../bench/support/running-site.ts';
import { isBuilt } from '../../scripts/prepare/build.mjs';
import { districts, freshDataFolder } from '../durability/kent.ts';
import { playKills, type Tally } from '../durability/play-kills.ts';
import { builtSite, plantedFaults, plantedSite } from '../durability/programs.ts';

// One data folder serves all, for the example to be loaded once.
const { dataFolder, remove } = freshDataFolder();
const running = new Set<ChildProcess>();
beforeAll(() => {
  if (!isBuilt()) throw new Error('dist/ is not what the sources say. Build it first: npm run build');
});
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  remove();
});

/** The site in a terminal of its own: what it has printed, and how it ended. */
function startSite(port: number, settings: Readonly<Record<string, string>> = {}) {
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(process.execPath, builtSite, {
    cwd: projectFolder,
    env: { PATH, HOME, TMPDIR, PORT: String(port), ACCORD_DATA: dataFolder, ...settings },
  });
  running.add(child);
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => void (printed += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => void (printed += chunk.toString()));
  const ended = once(child, 'exit').then(([status]) => {
    running.delete(child);
    return { status: status as number | null, printed };
  });
  const opened = async () => {
    while (!printed.includes('Accord is open')) {
      if (child.exitCode !== null) throw new Error(`It ended without opening:\n${printed}`);
      await wait(25);
    }
    return printed;
  };
  return { child, ended, opened };
}

const checkpoint = async (port: number) => (await fetch(`http://localhost:${port}/record/checkpoint`)).text();

describe('somebody who runs Accord', { timeout: 120_000 }, () => {
  test('is told where it is and how to sign in, stops it with Ctrl-C, and finds everything again', async () => {
    const port = await freePort();
    const first = startSite(port);
    const said = await first.opened();
    expect(said).toContain(`Accord is open at http://localhost:${port}`);
    expect(said).toContain(`http://localhost:${port}/office`);
    expect(said).toContain(dataFolder);
    await exampleLoaded(`http://localhost:${port}`);
    const signed = await checkpoint(port);

    first.child.kill('SIGINT');
    const { status, printed } = await first.ended;
    expect([status, printed]).toEqual([0, expect.stringContaining('What is under way is finished first')]);

    const next = startSite(port);
    expect(await next.opened()).not.toContain('Loading the example');
    expect(await checkpoint(port)).toBe(signed);
    next.child.kill('SIGKILL');
    await next.ended;

    const afterKill = startSite(port);
    await afterKill.opened();
    expect(await checkpoint(port)).toBe(signed);
    afterKill.child.kill('SIGTERM');
    expect((await afterKill.ended).status).toBe(0);
  });

  test('on a port that is busy, or on data that are in use, is told how to choose another', async () => {
    const port = await freePort();
    const first = startSite(port);
    await first.opened();

    const samePort = await startSite(port, { ACCORD_DATA: `${dataFolder}-other` }).ended;
    expect(samePort.status).toBe(1);
    expect(samePort.printed).toContain(`Port ${port} is in use`);
    expect(samePort.printed).toContain(`PORT=${port + 1} npm start`);

    const sameData = await startSite(await freePort()).ended;
    expect(sameData.status).toBe(1);
    expect(sameData.printed).toMatch(/already running on this data \(process \d+\)/);
    expect(sameData.printed).toContain('set ACCORD_DATA to another folder');

    first.child.kill('SIGTERM');
    expect((await first.ended).status).toBe(0);
  });

  test('with settings that are wrong is told each, and nothing is started', async () => {
    const { status, printed } = await startSite(0, { ACCORD_LOG: 'loud', ACCORD_DTA: '/srv' }).ended;
    expect(status).toBe(1);
    expect(printed).toContain('PORT must be a whole number from 1 to 65535');
    expect(printed).toContain('ACCORD_LOG must be');
    expect(printed).toContain('ACCORD_DTA is not a setting');
  });
});

// A short play of what `npm run proof` plays at length.
const timeout = 180_000;
const seed = 20_080_709;

describe('a site killed while officers write', () => {
  test('keeps every act it acknowledged, and none by half', { timeout }, async () => {
    const bodies = districts.slice(0, 1);
    const tally = await playKills({ program: builtSite, dataFolder, bodies, rounds: 3, seed });
    expect(tally).toMatchObject({ rounds: 3, lost: 0, halfDone: 0, wrong: [] });
    expect(tally.acknowledged).toBeGreaterThanOrEqual(9);
    expect(tally.retried).toBeGreaterThan(0);
  });

  // The other planted fault needs luck to show, and is `npm run proof`'s to catch.
  test('is caught when one of its acts writes before its transaction', { timeout }, async () => {
    const [{ fault, shows }] = plantedFaults;
    const enough = (soFar: Tally) => soFar[shows] > 0;
    const bodies = districts.slice(1, 3);
    const tally = await playKills({
      program: plantedSite(fault),
      dataFolder,
      bodies,
      rounds: 20,
      enough,
      seed,
    });
    expect(tally[shows]).toBeGreaterThan(0);
  });
});
