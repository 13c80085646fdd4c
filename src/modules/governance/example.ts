import type { Services } from '#platform/module';
import { loadScrutinyExample } from './example/scrutiny.ts';

/** Loads this module's part of the example place; loading it again changes nothing. */
export async function loadExample(services: Services): Promise<void> {
  await loadScrutinyExample(services);
}
