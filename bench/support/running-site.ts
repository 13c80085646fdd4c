import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { exampleLoaded } from './example-loaded.ts';

export const projectFolder = resolve(import.meta.dirname, '../..');

/** A program of this project running beside the benchmark. */
export type Running = Readonly<{
  child: ChildProcess;
  address: string;
  /** What it has printed until now. */
  printed(): string;
  stop(): Promise<void>;
}>;

/** The built site with the example, on data of its own, as `npm start` runs it. */
export async function startSite(
  settings: Readonly<Record<string, string>> = {},
): Promise<Running & Readonly<{ dataFolder: string }>> {
  const dataFolder = settings['ACCORD_DATA'] ?? mkdtempSync(join(tmpdir(), 'accord-bench-'));
  const port = await freePort();
  const running = await start(
    ['dist/main.js'],
    {
      PORT: String(port),
      HOST: '127.0.0.1',
      ACCORD_ADDRESS: `http://127.0.0.1:${port}`,
      ACCORD_DATA: dataFolder,
      ...settings,
    },
    port,
    'Accord is open',
  );
  await exampleLoaded(running.address);
  return {
    ...running,
    dataFolder,
    async stop() {
      await running.stop();
      if (settings['ACCORD_DATA'] === undefined) rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Starts a Node program and waits until it prints `ready`. */
export async function start(
  program: readonly string[],
  environment: Readonly<Record<string, string>>,
  port: number,
  ready: string,
): Promise<Running> {
  const child = spawn(process.execPath, program, {
    cwd: projectFolder,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
  });
  for (const deadline = Date.now() + 60_000; !printed.includes(ready); await wait(20)) {
    if (child.exitCode !== null || Date.now() > deadline) throw new Error(`It did not start:\n${printed}`);
  }
  return {
    child,
    address: `http://127.0.0.1:${port}`,
    printed: () => printed,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

export function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? done(address.port) : fail()));
    });
  });
}

/** The resident memory of a process in megabytes, as the kernel counts it. */
export function residentMegabytes(pid: number): number {
  const [, kilobytes = '0'] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) / 1024;
}

/** The time that processors have spent on all threads of a process, in milliseconds, as the kernel counts it. */
export function cpuMilliseconds(pid: number): number {
  let nanoseconds = 0;
  for (const thread of readdirSync(`/proc/${pid}/task`))
    try {
      nanoseconds += Number(readFileSync(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').split(' ')[0]);
    } catch {
      // It ended meanwhile.
    }
  return nanoseconds / 1e6;
}

export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
