import type { Visit } from '#platform/http';
import type { Services } from '#platform/module';
import { Section } from '#platform/web';
import type { VNode } from 'preact';
import { progressOn } from '../../queries/progress/overview.ts';
import { progressPath } from './overview/read-asked.ts';
import { momentOf } from './parts/moment-of.ts';
import { InShort } from './told.tsx';

/** How an outcome goes on a day, as a part of its page. Null: nothing that tells of it is read or promised yet. */
export async function outcomePart(
  services: Services,
  outcomeId: string,
  visit: Visit,
): Promise<VNode | null> {
  const progress = await progressOn(services.database, { outcomeId }, momentOf(services, visit));
  if (progress.lines.length === 0) return null;
  return (
    <Section title="How it goes">
      <InShort progress={progress} more={progressPath({ outcomeId })} visit={visit} />
    </Section>
  );
}
