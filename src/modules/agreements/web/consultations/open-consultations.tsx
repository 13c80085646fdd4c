import { Bullets, Link } from '#platform/ui';
import { consultationPath } from '../../domain/consultation/consultation.ts';
import type { OpenConsultations as Open } from '../../queries/consultations/consultation-at.ts';
import { sayStanding } from './words.tsx';

const shownAtMost = 4;

/** What people are asked at this moment, for the first page of the site; nothing where nothing is asked. */
export const OpenConsultations = ({ open: { consultations } }: Readonly<{ open: Open }>) =>
  consultations.length === 0 ? null : (
    <section class="accord-section" id="asked-now">
      <h2 class="govuk-heading-m">Have your say</h2>
      <Bullets
        items={consultations.slice(0, shownAtMost).map(({ consultation, standing }) => (
          <>
            <Link href={consultationPath(consultation)}>{consultation.title}</Link>
            {consultation.isIllustrative && ' (illustrative)'}. {sayStanding(standing, consultation)}
          </>
        ))}
      />
      {consultations.length > shownAtMost && (
        <p class="govuk-body">
          <Link href="/consultations?standing=open">All open consultations</Link>
        </p>
      )}
    </section>
  );
