import { chmodSync, cpSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startEmbedded } from '../index.ts';
import { freshFolder } from './accord-processes.testing.ts';
import { installedBinaries } from './binaries.ts';

test('a PostgreSQL that is killed before it is up is started again', async () => {
  const dataFolder = freshFolder();
  const made = await startEmbedded({ dataFolder });
  await made.stop();

  // The same PostgreSQL, but the first one to start is killed.
  const folder = freshFolder();
  chmodSync(folder, 0o777);
  const installed = installedBinaries();
  const binaries = { ...installed, folder: join(folder, 'native') };
  cpSync(installed.folder, binaries.folder, { recursive: true, verbatimSymlinks: true });
  const postgres = join(binaries.folder, 'bin', 'postgres');
  renameSync(postgres, `${postgres}-itself`);
  const killedOnce = join(folder, 'killed-once');
  const script = `#!/bin/sh\n[ -e ${killedOnce} ] || { : > ${killedOnce}; kill -9 $$; }\nexec ${postgres}-itself "$@"\n`;
  writeFileSync(postgres, script, { mode: 0o755 });

  const started = await startEmbedded({ dataFolder, binaries });
  expect(started.pid()).toBeGreaterThan(0);
  await started.stop();
});
