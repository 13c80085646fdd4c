import type { Visit } from '#platform/http';
import type { Services } from '#platform/module';
import type { VNode } from 'preact';

/** How an outcome goes on a day, as a part of its page: from the readings of its indicators. Null: nothing is known of it. */
export async function outcomeProgress(
  _services: Services,
  _outcomeId: string,
  _visit: Visit,
): Promise<VNode | null> {
  return null;
}
