// FILES (100,000) files of payments are mutated and read. SAMPLES names a folder of real files to mutate beside the made ones.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { foundSamples, judgeMany, madeSamples } from './mutated-files.ts';
import { say, seedAsked } from './words.ts';

const files = Number(process.env['FILES'] ?? 100_000);
const seed = seedAsked();
const found = process.env['SAMPLES'] === undefined ? [] : foundSamples(process.env['SAMPLES']);
const samples = [...madeSamples(100), ...found];
say(`Seed ${seed}, ${files} files, mutated from ${samples.length} samples, ${found.length} of them real`);

// A file that is never done would hold this process for ever: another thread watches.
const beats = new Int32Array(new SharedArrayBuffer(4));
const watch = new Worker(
  `const { workerData: beats } = require('node:worker_threads');
   let last = -1;
   setInterval(() => {
     const now = Atomics.load(beats, 0);
     if (now === last) {
       require('node:fs').writeSync(2, 'A file is not done after 60 seconds: number ' + now + '\\n');
       process.kill(process.pid, 'SIGKILL');
     }
     last = now;
   }, 60_000);`,
  { eval: true, workerData: beats },
);
const folder = mkdtempSync(join(tmpdir(), 'accord-mutated-files-'));
const began = process.cpuUsage();
const verdict = await judgeMany({
  samples,
  files,
  seed,
  path: join(folder, 'mutated.csv'),
  begun: (file) => {
    Atomics.store(beats, 0, file);
    if (file > 0 && file % 10_000 === 0) say(`${file} files`);
  },
});
const { user, system } = process.cpuUsage(began);
await watch.terminate();
say(
  `${verdict.files} files in ${Math.round((user + system) / 1e6)} s of the processor, the slowest in ${Math.round(verdict.slowestMs)} ms; ${verdict.wrong.length} wrong`,
);
for (const sentence of verdict.wrong) say(`  ${sentence}`);
if (verdict.wrong.length > 0) process.exitCode = 1;
rmSync(folder, { recursive: true, force: true });
