import { ok } from '#platform/kernel';
import { actTogether, type ActServices, type SystemActor } from '#platform/record';
import { readOutturn } from '../reference/read-outturn.ts';
import { hasOutturn, insertOutturn } from '../store/outturn/insert-outturn.ts';

const loader: SystemActor = { officeTitle: 'Accord, reading the reference data', bodyId: undefined };

/** Loads the revenue outturn of Kent’s councils, real figures with their source. Loading it again changes nothing. */
export async function loadOutturn(services: ActServices): Promise<void> {
  if (await hasOutturn(services.database)) return;
  const file = readOutturn();
  const loaded = await actTogether(services, loader, {}, async (sql) => {
    await insertOutturn(sql, file);
    return ok({
      value: undefined,
      entries: [
        {
          act: 'open-books.outturn.loaded',
          subject: '/money/outturn',
          summary: `Revenue outturn of ${file.filers.length} authorities loaded for ${file.years.length} years, from ${file.source}`,
          facts: { years: [...file.years], figures: file.figures.length },
          visibility: 'public' as const,
        },
      ],
    });
  });
  if (!loaded.ok) throw new Error(`The revenue outturn could not be loaded: ${String(loaded.error)}`);
}
