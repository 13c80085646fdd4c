import type { Visit } from '#platform/http';
import type { Services } from '#platform/module';
import { Link, Text } from '#platform/ui';
import { onDay } from '#platform/web';
import { momentOn } from '#modules/governance';
import { type AgreementsAsked, agreementsAt } from '../../queries/agreements/agreement-at.ts';
import { AgreementsTable } from './agreements-table.tsx';
import { firstChange } from './first-change.ts';

/** The agreements a body keeps or is party to, for its page. */
export const agreementsOfBody = (services: Services, bodyId: string, visit: Visit) =>
  told(services, { bodyId }, `/agreements?body=${encodeURIComponent(bodyId)}`, visit);

/** The chapters of agreements for a place, for its page. */
export const agreementsOfPlace = (services: Services, placeId: string, visit: Visit) =>
  told(services, { placeId }, '/agreements', visit);

async function told({ database, clock }: Services, asked: AgreementsAsked, more: string, visit: Visit) {
  const at = momentOn({ ...visit, now: clock.now() });
  const found = await agreementsAt(database, asked, { on: visit.on, at });
  if (found.length === 0) return undefined;
  return {
    shown: (
      <>
        <AgreementsTable caption="Agreements" agreements={found} visit={visit} empty="" />
        <Text>
          <Link href={onDay(more, visit)}>See agreements</Link>
        </Text>
      </>
    ),
    changesAt: firstChange(found, visit, at),
  };
}
