// Payments in: five million clean rows against DuckDB’s own load of the same text into a table in memory, and real files as messy as
// they come. SAMPLES names a folder of them, ROWS another number of clean rows.
import { spawnSync } from 'node:child_process';
import { createWriteStream, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from './support/running-site.ts';

const rows = Number(process.env['ROWS'] ?? 5_000_000);
/** So many imports one after another, so that what is kept warm shows. */
const importsEach = 4;
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

  const real = process.env['SAMPLES'] ?? process.env['REAL_FILES'];
  if (real === undefined) console.log('No real files were read: SAMPLES names no folder of them.');
  else if (!messy(real)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Real files as they come: how fast all of it is as the site reads them, by a process that begins with them and by one that is kept, how
 * fast to read their rows alone, and how many of them DuckDB’s own sniffer opens.
 */
function messy(root: string): boolean {
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:csv|xlsx|ods)$/i.test(name))
    .toSorted()
    .map((name) => join(root, name));
  const staged = join(folder, 'staged');
  const turns = [0, 1, 2].map(() => {
    const cold = measure('imports', '1', staged, ...files);
    const several = measure('imports', String(importsEach), staged, ...files);
    const [, ...kept] = several.each ?? [];
    // What the first took is what it takes alone: the rest is that of the others.
    const warm = {
      ...several,
      seconds: kept.reduce((sum, each) => sum + each, 0) / kept.length,
      processor: (several.processor - cold.processor) / kept.length,
    };
    return {
      cold: { ...cold, seconds: cold.each?.[0] ?? cold.seconds },
      warm,
      read: measure('read', ...files),
      sniffed: measure('sniffed', ...files),
    };
  });
  const told = (says: string, runs: readonly Measured[]): Measured => {
    const { rows: count, seconds, processor, megabytes, ...rest } = fastest(runs);
    const perSecond = (time: number) => Math.round(count / time).toLocaleString('en-GB');
    console.log(
      `${says}: ${count.toLocaleString('en-GB')} rows, ${perSecond(seconds)} a second by the clock, ${perSecond(processor)} a second of processors, ${megabytes} MB`,
    );
    return { rows: count, seconds, processor, megabytes, ...rest };
  };
  told(
    `${files.length} real files, read, checked and staged by a process that begins with them`,
    turns.map((turn) => turn.cold),
  );
  const whole = told(
    'the same by a process that is kept',
    turns.map((turn) => turn.warm),
  );
  told(
    'their rows understood alone, in one process',
    turns.map((turn) => turn.read),
  );
  const sniffed = told(
    'DuckDB by its own sniffer, as text',
    turns.map((turn) => turn.sniffed),
  );
  console.log(
    `it opens ${sniffed.opened ?? 0} of ${files.length} files, and says of none what its columns hold`,
  );
  console.log('to reach: 100,000 rows a second by the clock');
  return whole.rows / whole.seconds >= 100_000;
}

type Measured = Readonly<{
  seconds: number;
  processor: number;
  megabytes: number;
  rows: number;
  opened?: number;
  /** Of several one after another, the seconds of each. */
  each?: readonly number[];
}>;

/** Each in a process of its own, so that none has the other’s memory; what it begins beside itself counts with it. */
function measure(
  what: 'peer' | 'own' | 'read' | 'sniffed' | 'imports',
  ...given: readonly string[]
): Measured {
  const program = join(projectFolder, 'bench', 'support', 'measure-ingest.ts');
  const run = spawnSync(
    'sh',
    [
      '-c',
      '"$0" "$@" && times',
      process.execPath,
      // What is measured as it is built finds the rest of it built as well.
      ...(what === 'imports' ? [] : ['--conditions=source']),
      '--import',
      'tsx',
      program,
      what,
      ...given,
    ],
    { cwd: projectFolder, encoding: 'utf8', maxBuffer: 1e8 },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  const [measured = '', , children = ''] = run.stdout.split('\n');
  const processors = [...children.matchAll(/(\d+)m([\d.]+)s/g)].map(
    ([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds),
  );
  const said = JSON.parse(measured) as Measured;
  if (what === 'imports') return said;
  return { ...said, processor: processors.reduce((sum, each) => sum + each, 0) };
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
