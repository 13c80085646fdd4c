import { ok } from '#platform/kernel';
import type { ServicesWithFiles } from '#platform/module';
import { act, entriesOfAct, type SystemActor } from '#platform/record';
import { loadOutturn } from './example/outturn.ts';
import { loadDuties } from './example/publication-duties.ts';
import { loadPaymentsExample } from './example/payments.ts';
import { exampleBegun, exampleLoaded } from './queries/publishing/example-under-way.ts';

/** One part’s example; loading it again changes nothing. */
type Load = (services: ServicesWithFiles) => Promise<void>;

/** In the order in which they build on each other: a part that has an example adds it here. */
const parts: readonly Load[] = [loadOutturn, loadDuties];
/** Those that take a while. */
const later: readonly Load[] = [loadPaymentsExample];

const loader: SystemActor = { officeTitle: 'Accord, loading the example', bodyId: undefined };

/** Loads this module’s part of the example place, but for what `loadRestOfExample` does; loading it again changes nothing. */
export async function loadExample(services: ServicesWithFiles): Promise<void> {
  for (const load of parts) await load(services);
  await note(services, exampleBegun, 'Payments of the example place began to be loaded');
}

/** Loads the payments of the example place, where they are not all there. */
export async function loadRestOfExample(services: ServicesWithFiles): Promise<void> {
  if ((await entriesOfAct(services.database, exampleLoaded)) > 0) return;
  for (const load of later) await load(services);
  await note(services, exampleLoaded, 'Payments of the example place were loaded');
}

async function note(services: ServicesWithFiles, name: string, summary: string): Promise<void> {
  if ((await entriesOfAct(services.database, name)) > 0) return;
  const entry = { act: name, subject: '/money', summary, facts: {}, visibility: 'public' } as const;
  await act(services, loader, {}, async () => ok({ value: undefined, entry }));
}
