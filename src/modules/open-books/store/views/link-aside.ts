import { fork } from 'node:child_process';
import { totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { projectFolder } from '#platform/config';
import type { Choice } from '../../domain/suppliers/choice.ts';
import type { BodyView } from './view-paths.ts';

/** What the process is told: whose names, which choices, a folder of its own for what it finds, and one to keep it in. Every path is whole. */
export type AskedAside = Readonly<{
  folder: string;
  bodies: readonly Pick<BodyView, 'bodyId' | 'folder'>[];
  choices: readonly Choice[];
  keep: string;
}>;

/** Half of what the machine has, or may use, but no less than so much: a million names of a dozen bodies take about 3 GB. */
const leastHeapMegabytes = 4096;
const heapMegabytes = (): number =>
  Math.max(
    leastHeapMegabytes,
    Math.floor(Math.min(totalmem(), process.constrainedMemory() || Infinity) / 2 ** 21),
  );
/** Room for what is made and soon let go of: with little of it a third of the time goes into clearing up. */
const freshMegabytes = 64;

const own = fileURLToPath(import.meta.url);
const fromSource = own.endsWith('.ts');
const program = own.replace(/link-aside\.(ts|js)$/u, 'link-process.$1');
const loaders = fromSource ? ['--conditions=source', '--import', 'tsx'] : [];

/** It was told to end, as all of a site is when that is stopped: no fault of what it was at. */
export class Stopped extends Error {}
const stops: ReadonlySet<string | number | null> = new Set(['SIGINT', 'SIGTERM', 130, 143]);

/** Has `linkNamings` done by a process of its own, so that pages are served meanwhile and this one holds no names. */
export async function linkAside(asked: AskedAside): Promise<void> {
  const aside = fork(program, [], {
    cwd: projectFolder,
    env: {},
    execArgv: [
      ...loaders,
      `--max-old-space-size=${heapMegabytes()}`,
      `--max-semi-space-size=${freshMegabytes}`,
    ],
    serialization: 'advanced',
  });
  return new Promise((resolve, reject) => {
    aside.once('message', () => resolve());
    aside.once('error', reject);
    aside.once('exit', (status, signal) => {
      const said = `The finding of suppliers ended with ${signal ?? status}`;
      reject(stops.has(signal ?? status) ? new Stopped(said) : new Error(said));
    });
    aside.send(asked);
  });
}
