// A thread that finds suppliers: records and choices come in, what was found goes out.
import { parentPort, workerData } from 'node:worker_threads';
import type { Choice } from '../../domain/suppliers/choices.ts';
import type { PayeeRecord } from '../../domain/suppliers/records.ts';
import { resolveSuppliers } from '../../domain/suppliers/resolve.ts';

const { records, choices } = workerData as Readonly<{
  records: readonly PayeeRecord[];
  choices: readonly Choice[];
}>;
// What is posted to stays within this process: there is no other origin.
// oxlint-disable-next-line unicorn/require-post-message-target-origin
parentPort?.postMessage(resolveSuppliers(records, choices));
