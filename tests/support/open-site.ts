import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openFolders } from '#platform/analytics';
import { type Configuration, readConfiguration } from '#platform/config';
import { type Clock, fixedClock, type IsoDate, londonDate } from '#platform/kernel';
import { openRecordHead } from '#platform/record';
import { createTestDatabase, type DatabaseForTest, type Filling, type TestDatabase } from '#platform/testing';
import { afterAll, beforeAll } from 'vitest';
import { type House, openHouse } from '../../src/app/compose.ts';
import { loadExample, loadRestOfExample } from '../../src/app/example.ts';
import { modules } from '../../src/app/modules.ts';
import { schemas } from '../../src/app/schemas.ts';
import { systemClock } from '../../src/app/system-clock.ts';

/** The whole site on a database of its own, as a visitor meets it. */
export type TestSite = Readonly<{
  address: string;
  house: House;
  test: DatabaseForTest;
  configuration: Configuration;
  /** The day it is on the site’s own clock. */
  today(): IsoDate;
}>;

type Settings = Readonly<Record<string, string>>;

/**
 * Opens the site for the test file that calls it, at its top, with the Kent example in it, or with what else it is to begin
 * with; closed and dropped when the file is done. Ask the returned function for it inside a test.
 */
export function useSite(
  settings: Settings = {},
  clock?: Clock,
  beginsWith: (clock: Clock | undefined) => Filling = kentAsLoaded,
): () => TestSite {
  let site: TestSite | undefined;
  let folder: string | undefined;
  let test: TestDatabase | undefined;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'accord-site-'));
    const isEmpty = settings['ACCORD_EXAMPLE'] === 'none';
    test = await createTestDatabase(schemas, isEmpty ? undefined : beginsWith(clock));
    if (existsSync(test.filledFolder)) cpSync(test.filledFolder, folder, { recursive: true });
    site = await openSite(folder, test, settings, clock);
  });
  afterAll(async () => {
    await site?.house.close();
    await test?.drop();
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  });
  return () => {
    if (site === undefined) throw new Error('useSite() belongs at the top of the test file');
    return site;
  };
}

/** Opens the site on a database and a folder that are there. */
export async function openSite(
  folder: string,
  test: DatabaseForTest,
  settings: Settings,
  clock: Clock | undefined,
): Promise<TestSite> {
  const read = readConfiguration({
    PORT: String(await freePort()),
    HOST: '127.0.0.1',
    ACCORD_DATA: folder,
    DATABASE_URL: test.ownerUrl,
    DATABASE_CONNECTIONS: '5',
    ACCORD_LOG: 'silent',
    ...settings,
  });
  if (!read.ok) throw new Error(read.error.join('\n'));
  const address = `http://127.0.0.1:${read.value.port}`;
  const configuration = { ...read.value, address: read.value.address ?? address };
  const house = await openHouse(configuration, () => undefined, clock === undefined ? {} : { clock });
  const today = () => clock?.today() ?? londonDate(new Date());
  return { address, house, test, configuration, today };
}

/** When the example was loaded that sites open with whose clock is not the one on the wall. */
const firstOpened = new Date('2026-07-15T09:00:00Z');

/**
 * Kent’s example, loaded once for all the sites of a run whose clock is the one on the wall, and once for those of which a test
 * says when it is: they were opened first on one morning, or at once where their clock shows an earlier day. What the example
 * says depends on when it was loaded and on nothing else.
 */
export function kentAsLoaded(clock: Clock = systemClock): Filling {
  const isOnTheWall = clock === systemClock;
  const loading = isOnTheWall || clock.now() < firstOpened ? clock : fixedClock(firstOpened);
  return {
    name: `kent ${isOnTheWall ? loading.today() : loading.now().toISOString()}`,
    async fill({ appUrl, database, dataFolder }) {
      const head = await openRecordHead({ url: appUrl, onError: () => undefined });
      const folders = openFolders(dataFolder);
      const services = { database, clock: loading, head, ...folders };
      await loadExample(services, modules, () => undefined);
      await loadRestOfExample(services, modules);
      folders.published.close();
      await head.close();
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject()));
    });
  });
}
