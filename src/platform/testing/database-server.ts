import { chmodSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appUrlFor, endLeftover, startEmbedded } from '#platform/db';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** `folder` is the run’s own, gone when it ends. */
    databaseServer: Readonly<{ superuserUrl: string; ownerUrl: string; appUrl: string; folder: string }>;
  }
}

const prefix = 'accord-test-';

/**
 * Starts one PostgreSQL for the whole run, in a folder of its own, so that runs beside each other do not meet. Vitest
 * calls what this hands back when the run ends, however it ends; what a killed run left is swept up by the next.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweepKilledRuns();
  const folder = mkdtempSync(join(tmpdir(), `${prefix}${process.pid}-`));
  // Root's PostgreSQL runs as another user, who has to pass through.
  chmodSync(folder, 0o711);
  const server = await startEmbedded({ dataFolder: folder, options: { max_connections: '200' } });
  const { superuserUrl, ownerUrl } = server;
  const appUrl = await appUrlFor(ownerUrl, undefined);
  project.provide('databaseServer', { superuserUrl, ownerUrl, appUrl, folder });
  return async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

async function sweepKilledRuns(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(name.startsWith(prefix) ? name.slice(prefix.length).split('-')[0] : Number.NaN);
    if (!Number.isInteger(pid) || isRunning(pid)) continue;
    const folder = join(tmpdir(), name);
    await endLeftover(join(folder, 'postgres', 'cluster', 'data'));
    rmSync(folder, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
