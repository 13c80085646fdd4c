import type { Visit } from '#platform/http';
import type { ServicesWithFiles, Told } from '#platform/module';
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
  return {
    title: 'Money',
    shown: (
      <>
        {told.length === 0 && <p class="govuk-body">It has published no payments here.</p>}
        {told.map((part) => part.shown)}
      </>
    ),
  };
}
