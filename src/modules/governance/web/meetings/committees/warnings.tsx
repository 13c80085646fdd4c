import { Certainty, InsetText } from '#platform/ui';
import type { CommitteeWarning } from '../../../domain/committee-checks.ts';

/** What the law of membership says of who sits here, each with where it comes from. */
export const Warnings = ({ warnings }: Readonly<{ warnings: readonly CommitteeWarning[] }>) =>
  warnings.length === 0 ? null : (
    <InsetText>
      {warnings.map(({ says, law, certainty }) => (
        <p class="govuk-body">
          {says} Source: {law}. <Certainty mark={certainty} />
        </p>
      ))}
    </InsetText>
  );
