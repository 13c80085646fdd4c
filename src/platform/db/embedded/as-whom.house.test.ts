import { chmodSync, chownSync, cpSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectFolder } from '#platform/config';
import { startEmbedded } from '../index.ts';
import { closedFolder } from './account.ts';
import { anotherAccord, clusterIn, freshFolder, open } from './accord-processes.testing.ts';
import { installedBinaries } from './binaries.ts';

const isRoot = process.getuid?.() === 0;
const nobody = 65_534;

describe.skipIf(!isRoot)('started by root', () => {
  test('PostgreSQL runs as an ordinary user; data that once was reachable is not taken for missing', async () => {
    const folder = freshFolder();
    const server = await startEmbedded({ dataFolder: folder });
    expect(statSync(`/proc/${server.pid()}`).uid).toBeGreaterThan(0);
    expect(server.cluster).toBe(clusterIn(folder));
    await server.stop();

    chmodSync(folder, 0o700);
    await expect(open(folder)).rejects.toThrow(
      `PostgreSQL runs as user ${statSync(server.cluster).uid} and cannot reach its data in ${server.cluster}, because ${folder} is closed to it. Open the way: chmod o+x ${folder}`,
    );
  });

  test('a checkout that only root can enter keeps its data and PostgreSQL elsewhere', async () => {
    const checkout = freshFolder();
    const sharedFolder = freshFolder();
    const installed = installedBinaries();
    const binaries = { ...installed, folder: join(checkout, 'native') };
    cpSync(installed.folder, binaries.folder, { recursive: true, verbatimSymlinks: true });
    chmodSync(checkout, 0o700);
    const reports: string[] = [];
    const report = (message: string) => void reports.push(message);
    const settings = { dataFolder: join(checkout, '.accord'), sharedFolder, binaries, report };

    const first = await startEmbedded(settings);
    expect(first.cluster.startsWith(sharedFolder)).toBe(true);
    expect(reports).toEqual([expect.stringContaining(`so the database is kept in ${first.cluster}`)]);
    await first.stop();

    // Found again, also when the way has been opened since.
    chmodSync(checkout, 0o755);
    const second = await startEmbedded(settings);
    expect(second.cluster).toBe(first.cluster);
    await second.stop();

    rmSync(first.cluster, { recursive: true });
    await expect(startEmbedded(settings)).rejects.toThrow(
      `The data of ${settings.dataFolder} was kept in ${first.cluster}, which is gone. Restore it from a backup`,
    );
  });

  // An ordinary user cannot run Accord from a checkout that only root can enter, and so never made data there.
  const ordinaryUsersCome =
    closedFolder(projectFolder, { name: 'nobody', uid: nobody, gid: nobody }) === undefined;
  test.runIf(ordinaryUsersCome)('data that an ordinary user made is gone on with as that user', async () => {
    const folder = freshFolder();
    chownSync(folder, nobody, nobody);
    const { child, says, gone } = await anotherAccord(folder, nobody);
    expect(says).toBe('open');
    expect(statSync(clusterIn(folder)).uid).toBe(nobody);
    child.kill('SIGTERM');
    await gone;

    const server = await startEmbedded({ dataFolder: folder });
    expect(statSync(`/proc/${server.pid()}`).uid).toBe(nobody);
    await server.stop();
  });
});
