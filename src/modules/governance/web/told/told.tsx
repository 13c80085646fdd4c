import type { Visit } from '#platform/http';
import type { Services, Told } from '#platform/module';
import { bodyInShort, type InShort as Short, placeInShort } from '../../queries/in-short.ts';
import { momentOn } from '../../queries/standings.ts';
import { firstChange } from '../decisions/list/first-change.ts';
import { InShort } from './in-short.tsx';

const title = 'Decisions and meetings';

/** Decisions, notices, meetings and proposals of a body, for the page the register keeps of it. */
export async function tellOfBody(services: Services, bodyId: string, visit: Visit): Promise<Told> {
  const at = momentOf(services, visit);
  const short = await bodyInShort(services.database, bodyId, { at, on: visit.on });
  const more = [
    { href: `/decisions/all?body=${bodyId}`, text: 'All its decisions' },
    { href: `/forward-plan/${bodyId}`, text: 'Its forward plan' },
    { href: `/meetings?body=${bodyId}`, text: 'Its meetings' },
    { href: `/bodies/${bodyId}/committees`, text: 'Its committees' },
  ];
  const of = short.names.get(bodyId) ?? bodyId;
  return told(short, at, visit, <InShort short={short} of={of} more={more} visit={visit} />);
}

/** What bodies decided and announced about a place, for its page. */
export async function tellOfPlace(services: Services, placeId: string, visit: Visit): Promise<Told> {
  const at = momentOf(services, visit);
  const short = await placeInShort(services.database, placeId, { at, on: visit.on });
  const more = [
    { href: `/decisions/all?place=${placeId}`, text: 'All decisions about this place' },
    { href: `/forward-plan?place=${placeId}`, text: 'What is coming up here' },
  ];
  return told(short, at, visit, <InShort short={short} of="this place" more={more} visit={visit} />);
}

const momentOf = ({ clock }: Services, { on, today }: Visit): Date =>
  momentOn({ on, today, now: clock.now() });

function told({ decisions }: Short, at: Date, { on, today }: Visit, shown: Told['shown']): Told {
  const changesAt = on === today ? firstChange(decisions, at) : undefined;
  return changesAt === undefined ? { title, shown } : { title, shown, changesAt };
}
