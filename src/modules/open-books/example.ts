import type { ServicesWithFiles } from '#platform/module';
import { loadOutturn } from './example/outturn.ts';
import { loadDuties } from './example/publication-duties.ts';
import { loadPaymentsExample } from './example/payments.ts';

/** One part’s example; loading it again changes nothing. */
type Load = (services: ServicesWithFiles) => Promise<void>;

/** In the order in which they build on each other: a part that has an example adds it here. */
const parts: readonly Load[] = [loadOutturn, loadDuties, loadPaymentsExample];

/** Loads this module’s part of the example place; loading it again changes nothing. */
export async function loadExample(services: ServicesWithFiles): Promise<void> {
  for (const load of parts) await load(services);
}
