import type { Services } from '#platform/module';

/** Loads this module's part of the example place; loading it again changes nothing. */
export async function loadExample(_services: Services): Promise<void> {}
