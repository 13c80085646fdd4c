import { InsetText, Text } from '#platform/ui';
import { Day, Section } from '#platform/web';
import type { Correction } from '../../../domain/decision/decision.ts';
import { Passage } from './record-part.tsx';

/** What was added to a published record later. The record itself stays as it was. */
export const CorrectionsPart = ({ corrections }: Readonly<{ corrections: readonly Correction[] }>) =>
  corrections.length === 0 ? null : (
    <Section title="Corrections" id="corrections">
      <Text>The record stands as it was published. This was added to it later:</Text>
      {corrections.map(({ on, says, reason, byOffice }) => (
        <InsetText>
          <Text>
            <strong>
              <Day on={on} />
            </strong>
            , by the {byOffice}
          </Text>
          <Passage text={says} />
          {reason !== '' && <Text>Why: {reason}</Text>}
        </InsetText>
      ))}
    </Section>
  );
