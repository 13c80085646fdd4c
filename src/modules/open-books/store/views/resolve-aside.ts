import { Worker } from 'node:worker_threads';
import type { Choice } from '../../domain/suppliers/choices.ts';
import type { PayeeRecord } from '../../domain/suppliers/records.ts';
import { type Resolution, resolveSuppliers } from '../../domain/suppliers/resolve.ts';

/** So few names are done before anybody notices. */
const atOnce = 5000;

/** Finds suppliers in a thread of its own where there are many names, so that pages are served meanwhile. */
export async function resolveAside(
  records: readonly PayeeRecord[],
  choices: readonly Choice[],
): Promise<Resolution> {
  if (records.length <= atOnce) return resolveSuppliers(records, choices);
  const own = import.meta.url;
  const worker = new Worker(new URL(own.replace(/resolve-aside\.(ts|js)$/u, 'resolve-worker.$1')), {
    workerData: { records, choices },
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => reject(new Error('The finding of suppliers ended without an answer')));
  });
}
