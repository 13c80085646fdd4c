import type { Visit } from '#platform/http';
import type { Services, Told } from '#platform/module';
import type { VNode } from 'preact';
import { agreementsOfBody, agreementsOfPlace } from '../agreements/told.tsx';
import { commitmentsOfBody, commitmentsOfPlace, commitmentsOfThing } from '../commitments/told.tsx';
import { consultationsOfBody, consultationsOfPlace } from '../consultations/told.tsx';
import { progressOfBody, progressOfPlace } from '../progress/told.tsx';

/** What one part of this module has to tell of a body or a place; undefined: nothing. */
export type TellsOf = (
  services: Services,
  id: string,
  visit: Visit,
) => Promise<Readonly<{ shown: VNode; changesAt?: Date | undefined }> | undefined>;

/** In the order in which they stand on the page: a part that has something to tell adds its function here. */
const ofBody: readonly TellsOf[] = [progressOfBody, agreementsOfBody, commitmentsOfBody, consultationsOfBody];
const ofPlace: readonly TellsOf[] = [
  progressOfPlace,
  agreementsOfPlace,
  commitmentsOfPlace,
  consultationsOfPlace,
];

/** What a body has promised and how it goes, for the page the register keeps of it. */
export const tellOfBody = (services: Services, bodyId: string, visit: Visit): Promise<Told> =>
  gathered(ofBody, services, bodyId, visit);

/** What is promised for a place, for its page. */
export const tellOfPlace = (services: Services, placeId: string, visit: Visit): Promise<Told> =>
  gathered(ofPlace, services, placeId, visit);

/** What is linked with a thing that an earlier module keeps, for its page; undefined where nothing is. */
export async function tellOfThing(services: Services, page: string, visit: Visit): Promise<Told | undefined> {
  const told = await commitmentsOfThing(services, page, visit);
  return told && { title: 'Promises linked with it', ...told };
}

async function gathered(
  parts: readonly TellsOf[],
  services: Services,
  id: string,
  visit: Visit,
): Promise<Told> {
  const told = (await Promise.all(parts.map((part) => part(services, id, visit)))).filter(
    (part) => part !== undefined,
  );
  const changes = told
    .flatMap(({ changesAt }) => changesAt ?? [])
    .toSorted((a, b) => a.getTime() - b.getTime());
  const [changesAt] = changes;
  const shown = (
    <>
      {told.length === 0 && <p class="govuk-body">Nothing is on record here by this day.</p>}
      {told.map((part) => part.shown)}
    </>
  );
  return { title: 'Agreements and promises', shown, ...(changesAt !== undefined && { changesAt }) };
}
