import type { Visit } from '#platform/http';
import type { Services } from '#platform/module';
import { Link, Text } from '#platform/ui';
import { onDay } from '#platform/web';
import { noTally, tallyBy } from '../../domain/series/tally.ts';
import { type Progress, type ProgressAsked, progressOn } from '../../queries/progress/overview.ts';
import { LinesTable } from './overview/lines-table.tsx';
import { progressPath } from './overview/read-asked.ts';
import { momentOf } from './parts/moment-of.ts';

/** So many of those behind are shown; the page it leads to has them all. */
const shown = 5;

/** What a body answers for or agreed to, and how it goes, for its page. */
export const progressOfBody = (services: Services, bodyId: string, visit: Visit) =>
  told(services, { bodyId }, `/progress/${bodyId}`, visit);

/** How things go for the people of a place, for its page. */
export const progressOfPlace = (services: Services, placeId: string, visit: Visit) =>
  told(services, { placeId, concerns: 'population' }, progressPath({ placeId }), visit);

async function told(services: Services, asked: ProgressAsked, more: string, visit: Visit) {
  const progress = await progressOn(services.database, asked, momentOf(services, visit));
  if (progress.lines.length === 0) return undefined;
  return { shown: <InShort progress={progress} more={more} visit={visit} /> };
}

/** How many stand where, and the few that are furthest off track. */
export function InShort({
  progress: { lines, names },
  more,
  visit,
}: Readonly<{ progress: Progress; more: string; visit: Visit }>) {
  const tally = tallyBy(lines, () => ['all']).get('all') ?? noTally;
  const behind = lines.filter(({ status }) => status.colour === 'red' || status.colour === 'amber');
  return (
    <>
      <Text>
        {`How it goes: ${tally.red} off track, ${tally.amber} just short, ${tally.green} on track, ${tally.grey} not judged. `}
        <Link href={onDay(more, visit)}>See them all</Link>
      </Text>
      {behind.length > 0 && (
        <LinesTable
          caption="Furthest off track"
          lines={behind.slice(0, shown)}
          empty="None."
          {...{ names, visit }}
        />
      )}
    </>
  );
}
