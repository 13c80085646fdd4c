// Payments in: five million clean rows against DuckDB’s own load of the same text into a table in memory, and real files as messy as
// they come. REAL_FILES names a folder of them, ROWS another number of rows.
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from './support/running-site.ts';

const rows = Number(process.env['ROWS'] ?? 5_000_000);
const folder = mkdtempSync(join(tmpdir(), 'accord-ingest-'));
const file = join(folder, 'clean.csv');
try {
  await writeClean(file, rows);
  console.log(
    `${rows.toLocaleString('en-GB')} clean rows of 8 columns, ${(statSync(file).size / 1e6).toFixed(0)} MB`,
  );
  const peers: Measured[] = [];
  const own: Measured[] = [];
  // By turns, since a machine is not as fast at one time as at another.
  for (let round = 0; round < 3; round += 1) {
    peers.push(measure('peer', file));
    own.push(measure('own', join(folder, 'staged'), file));
  }
  const [peer, ours] = [fastest(peers), fastest(own)];
  const ratio = ours.seconds / peer.seconds;
  console.log(
    `DuckDB, text to a table in memory: ${peer.seconds.toFixed(2)} s, ${peer.processor.toFixed(1)} s of processors`,
  );
  console.log(
    `read, checked and staged with lineage and normal forms: ${ours.seconds.toFixed(2)} s, ${ours.processor.toFixed(1)} s of processors, ` +
      `${ours.megabytes} MB resident at most (to reach: under 2,000)`,
  );
  console.log(
    `ratio ${ratio.toFixed(2)} by the clock, ${(ours.processor / peer.processor).toFixed(2)} by the processors (to reach: 2)`,
  );
  if (ours.rows !== rows || ours.megabytes >= 2000 || ratio > 2) process.exitCode = 1;

  const real = process.env['REAL_FILES'];
  if (real === undefined) console.log('No real files were read: REAL_FILES names no folder of them.');
  else {
    const files = readdirSync(real, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(?:csv|xlsx|ods)$/i.test(name))
      .map((name) => join(real, name));
    const messy = fastest([0, 1, 2].map(() => measure('own', join(folder, 'staged'), ...files)));
    const perSecond = messy.rows / messy.seconds;
    console.log(
      `${files.length} real files, ${messy.rows.toLocaleString('en-GB')} rows: ${Math.round(perSecond).toLocaleString('en-GB')} rows/s (to reach: 100,000)`,
    );
    if (perSecond < 100_000) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

type Measured = Readonly<{ seconds: number; processor: number; megabytes: number; rows: number }>;

/** Each in a process of its own, so that none has the other’s memory. */
function measure(what: 'peer' | 'own', ...given: readonly string[]): Measured {
  const run = spawnSync(
    process.execPath,
    [
      '--conditions=source',
      '--import',
      'tsx',
      join(projectFolder, 'bench', 'support', 'measure-ingest.ts'),
      what,
      ...given,
    ],
    { cwd: projectFolder, encoding: 'utf8', maxBuffer: 1e8 },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout) as Measured;
}

function fastest(runs: readonly Measured[]): Measured {
  const [first] = runs.toSorted((one, other) => one.seconds - other.seconds);
  if (first === undefined) throw new Error('Nothing was measured');
  return first;
}

/** Days of ten years, forty thousand payees, quoted commas: the same text every time. */
async function writeClean(path: string, count: number): Promise<void> {
  const out = createWriteStream(path);
  const departments = ['Adults', 'Children', 'Highways', 'Corporate'];
  let text = 'Body,Date,Supplier,Transaction,Amount,Department,Category,Purpose\n';
  const two = (n: number): string => String(n).padStart(2, '0');
  for (let n = 0; n < count; n += 1) {
    const day = `${two(1 + (n % 28))}/${two(1 + ((n >> 5) % 12))}/${2015 + ((n >> 9) % 10)}`;
    const pence = (n * 7919) % 1_000_003;
    text += `Maidstone,${day},"Supplier ${(n * 35_761) % 40_000} Limited, Kent",${1_000_000 + n},${(pence / 100).toFixed(2)},`;
    text += `${departments[n % 4]} services,Category ${n % 50},Purpose of spending ${n % 1000} and more\n`;
    if (text.length > 1_000_000) {
      if (!out.write(text)) await once(out, 'drain');
      text = '';
    }
  }
  out.end(text);
  await once(out, 'finish');
}
