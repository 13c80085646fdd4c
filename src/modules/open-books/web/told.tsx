import type { Visit } from '#platform/http';
import type { ServicesWithFiles, Told } from '#platform/module';
import { Text } from '#platform/ui';
import { isExampleUnderWay } from '../queries/publishing/example-under-way.ts';
import { completenessOfBody } from './completeness/told.tsx';
import { paymentsOfBody } from './explore/told.tsx';
import { outturnOfBody } from './outturn/told.tsx';
import type { TellsOf } from './tells-of.ts';

/** In the order in which they stand on the page: a part that has something to tell adds its function here. */
const ofBody: readonly TellsOf[] = [paymentsOfBody, completenessOfBody, outturnOfBody];

/** A body’s money, for the page that the register keeps of it. */
export async function tellOfBody(services: ServicesWithFiles, bodyId: string, visit: Visit): Promise<Told> {
  const told = (await Promise.all(ofBody.map((tells) => tells(services, bodyId, visit)))).filter(
    (part) => part !== undefined,
  );
  const isUnderWay = visit.on >= visit.today && (await isExampleUnderWay(services.database));
  return {
    title: 'Money',
    shown: (
      <>
        {isUnderWay && (
          <Text>Its payments are still being loaded: ask for this page again in a few seconds.</Text>
        )}
        {told.length === 0 && !isUnderWay && <Text>It has published no payments here.</Text>}
        {told.map((part) => part.shown)}
      </>
    ),
  };
}
