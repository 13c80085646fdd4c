import { ok } from '#platform/kernel';
import { type ActServices, actTogether, type SystemActor } from '#platform/record';
import { readDuties } from '../reference/read-duties.ts';
import { insertDuties, listDuties } from '../store/completeness/duties.ts';

const loader: SystemActor = { officeTitle: 'Accord, reading the reference data', bodyId: undefined };

/** Loads what the Transparency Code asks of councils. Loading it again changes nothing. */
export async function loadDuties(services: ActServices): Promise<void> {
  if ((await listDuties(services.database)).length > 0) return;
  const duties = readDuties();
  const loaded = await actTogether(services, loader, {}, async (sql) => {
    await insertDuties(sql, duties);
    return ok({
      value: undefined,
      entries: [
        {
          act: 'open-books.publication-duties.loaded',
          subject: '/money/completeness',
          summary: `${duties.length} duties to publish loaded, from the Local Government Transparency Code 2015`,
          facts: { duties: duties.map(({ id }) => id) },
          visibility: 'public' as const,
        },
      ],
    });
  });
  if (!loaded.ok) throw new Error(`The duties to publish could not be loaded: ${String(loaded.error)}`);
}
