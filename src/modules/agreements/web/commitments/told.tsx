import type { Visit } from '#platform/http';
import { plural } from '#platform/kernel';
import type { Services, Told } from '#platform/module';
import { Link, Text } from '#platform/ui';
import { onDay } from '#platform/web';
import { everyBody } from '#modules/register';
import { type CommitmentFilter, listCommitmentsAt } from '../../queries/commitments/list.ts';
import { commitmentsLinkedTo } from '../../queries/commitments/page.ts';
import { CommitmentsTable } from './commitments-table.tsx';
import { LinkedCommitments } from './linked-commitments.tsx';

/** So many on the page of a body or a place; the register has them all. */
const shown = 5;

/** What a body has promised, for the page the register keeps of it; undefined where nothing is recorded. */
export const commitmentsOfBody = (services: Services, bodyId: string, visit: Visit) =>
  tell(services, { owner: bodyId }, `?body=${bodyId}`, visit);

/** What was promised about a place, for its page; undefined where nothing is recorded. */
export const commitmentsOfPlace = (services: Services, placeId: string, visit: Visit) =>
  tell(services, { place: placeId }, `?place=${placeId}`, visit);

/** The promises linked with a thing, for its page; undefined where there is none. */
export async function commitmentsOfThing(
  { database }: Services,
  page: string,
  visit: Visit,
): Promise<Pick<Told, 'shown'> | undefined> {
  const commitments = await commitmentsLinkedTo(database, page, visit.on);
  if (commitments.length === 0) return undefined;
  return { shown: <LinkedCommitments commitments={commitments} visit={visit} /> };
}

async function tell(
  { database }: Services,
  filter: CommitmentFilter,
  query: string,
  visit: Visit,
): Promise<Pick<Told, 'shown'> | undefined> {
  const [{ commitments, counts }, bodies] = await Promise.all([
    listCommitmentsAt(database, filter, visit.on, 'decisive'),
    everyBody(database, { on: visit.on }),
  ]);
  if (commitments.length === 0) return undefined;
  const names = new Map(bodies.map(({ id, name }) => [id, name]));
  const pressing = commitments.toSorted((a, b) => b.standing.slipped.length - a.standing.slipped.length);
  const slipped = counts.get('slipped') ?? 0;
  const withoutEvidence = counts.get('no-evidence') ?? 0;
  const told = (
    <>
      <Text>
        {plural(commitments.length, 'commitment')}: {withoutEvidence} with no evidence held, {slipped} with a
        milestone past its day. <Link href={onDay(`/commitments${query}`, visit)}>See all commitments</Link>
      </Text>
      <CommitmentsTable
        caption="Commitments, those that slipped first"
        captionHidden
        commitments={pressing.slice(0, shown)}
        names={names}
        visit={visit}
        empty=""
      />
    </>
  );
  return { shown: told };
}
