// A process that finds suppliers: records and choices come in, what was found goes out, and it ends.
import type { Choice } from '../../domain/suppliers/choices.ts';
import type { PayeeRecord } from '../../domain/suppliers/records.ts';
import { resolveSuppliers } from '../../domain/suppliers/resolve.ts';

type Asked = Readonly<{ records: readonly PayeeRecord[]; choices: readonly Choice[] }>;

process.once('message', (asked) => {
  const { records, choices } = asked as Asked;
  process.send?.(resolveSuppliers(records, choices), () => process.disconnect());
});
