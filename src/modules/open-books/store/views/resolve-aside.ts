import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { projectFolder } from '#platform/config';
import type { Choice } from '../../domain/suppliers/choices.ts';
import type { PayeeRecord } from '../../domain/suppliers/records.ts';
import { type Resolution, resolveSuppliers } from '../../domain/suppliers/resolve.ts';

/** So few names are done before anybody notices. */
const atOnce = 5000;
const heapMegabytes = 4096;

const own = fileURLToPath(import.meta.url);
const fromSource = own.endsWith('.ts');
const program = own.replace(/resolve-aside\.(ts|js)$/u, 'resolve-process.$1');
const loaders = fromSource ? ['--conditions=source', '--import', 'tsx'] : [];

/** Finds suppliers in a process of its own where there are many names, so that pages are served meanwhile. */
export async function resolveAside(
  records: readonly PayeeRecord[],
  choices: readonly Choice[],
): Promise<Resolution> {
  if (records.length <= atOnce) return resolveSuppliers(records, choices);
  const aside = fork(program, [], {
    cwd: projectFolder,
    env: {},
    execArgv: [...loaders, `--max-old-space-size=${heapMegabytes}`],
    serialization: 'advanced',
  });
  return new Promise((resolve, reject) => {
    aside.once('message', (found) => resolve(found as Resolution));
    aside.once('error', reject);
    aside.once('exit', (status) => reject(new Error(`The finding of suppliers ended with ${status}`)));
    aside.send({ records, choices });
  });
}
