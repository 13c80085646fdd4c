import { earliestMoment } from '#platform/kernel';
import type { Visit } from '#platform/http';
import type { Services } from '#platform/module';
import { Bullets, Link } from '#platform/ui';
import { onDay, Section } from '#platform/web';
import { consultationPath } from '../../domain/consultation/consultation.ts';
import { type ConsultationAt, consultationsAt } from '../../queries/consultations/consultation-at.ts';
import { momentFor, sayStanding } from './words.tsx';

/** What a body asks and asked, for its page. */
export async function consultationsOfBody({ database, clock }: Services, bodyId: string, visit: Visit) {
  return told(await consultationsAt(database, { bodyId }, momentFor(visit, clock.now())), visit);
}

/** What is asked of a place, for its page. */
export async function consultationsOfPlace({ database, clock }: Services, placeId: string, visit: Visit) {
  const all = await consultationsAt(database, {}, momentFor(visit, clock.now()));
  return told(
    all.filter(({ consultation }) => consultation.places.includes(placeId)),
    visit,
  );
}

const shownAtMost = 5;

function told(found: readonly ConsultationAt[], visit: Visit) {
  if (found.length === 0) return undefined;
  const shown = (
    <Section title="Consultations" id="consultations">
      <Bullets
        items={found.slice(0, shownAtMost).map(({ consultation, standing }) => (
          <>
            <Link href={onDay(consultationPath(consultation), visit)}>{consultation.title}</Link>
            {consultation.isIllustrative && ' (illustrative)'}. {sayStanding(standing, consultation)}
          </>
        ))}
      />
      {found.length > shownAtMost && (
        <p class="govuk-body">
          <Link href={onDay('/consultations', visit)}>All consultations</Link>
        </p>
      )}
    </Section>
  );
  const changesAt =
    visit.on === visit.today ? earliestMoment(found.map((each) => each.changesAt)) : undefined;
  return { shown, changesAt };
}
