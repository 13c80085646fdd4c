import type { Module, Services, ServicesWithFiles } from '#platform/module';
import { ok } from '#platform/kernel';
import { act, entriesOfAct, type SystemActor } from '#platform/record';

const loader: SystemActor = { officeTitle: 'Accord, loading the example', bodyId: undefined };
const begun = 'site.example.begun';
const loaded = 'site.example.loaded';

/** Whether the record says that the example place was loaded to its end. */
export async function exampleIsLoaded({ database }: Pick<Services, 'database'>): Promise<boolean> {
  return (await entriesOfAct(database, loaded)) > 0;
}

/**
 * Loads every module's part of the example place, once, into an empty database; anything else that is found there is left
 * alone. A load that was cut off goes on at the next start: each part can be loaded again without doubling.
 */
export async function loadExample(
  services: ServicesWithFiles,
  modules: readonly Module[],
  report: (sentence: string) => void,
): Promise<void> {
  if (await exampleIsLoaded(services)) return;
  const isEmpty = services.head.current()?.size === 0;
  const wasCutOff = (await entriesOfAct(services.database, begun)) > 0;
  if (!isEmpty && !wasCutOff) return;

  report('Loading the example: Kent, 2007 to 2011.');
  if (!wasCutOff) await note(services, begun, 'The example place began to be loaded');
  for (const module of modules) await module.loadExample(services);
  await note(services, loaded, 'The example place was loaded');
}

/** Loads what modules leave for when the site is open, or goes on with it where that was cut off. Only where the example is there. */
export async function loadRestOfExample(
  services: ServicesWithFiles,
  modules: readonly Module[],
): Promise<void> {
  if (!(await exampleIsLoaded(services))) return;
  for (const module of modules) await module.loadRestOfExample?.(services);
}

async function note(services: Services, name: string, summary: string): Promise<void> {
  const entry = { act: name, subject: '/about', summary, facts: {}, visibility: 'public' } as const;
  await act(services, loader, {}, async () => ok({ value: undefined, entry }));
}
