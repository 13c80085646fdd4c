import { Bullets, InsetText, Text } from '#platform/ui';
import { accesses, type Decision } from '../../../domain/decision/decision.ts';
import { exemptParagraphNumbers, sayParagraph } from '../../../domain/schedule-12a.ts';

/** Of a decision that is not wholly public: what kind of information is kept back, and why that is in the public interest. */
export function ExemptPart({ decision }: Readonly<{ decision: Decision }>) {
  const { access, paragraphs, publicInterest } = decision;
  if (access === 'open') return null;
  const named = exemptParagraphNumbers.filter((paragraph) => paragraphs.includes(paragraph));
  return (
    <InsetText>
      <Text>
        <strong>{accesses[access]}.</strong> What stands here is the public summary of the decision.{' '}
        {access === 'confidential'
          ? 'The rest was given in confidence by a government department, or the law forbids to disclose it (Local Government Act 1972, section 100A).'
          : 'The rest is exempt under schedule 12A to the Local Government Act 1972:'}
      </Text>
      {named.length > 0 && <Bullets items={named.map(sayParagraph)} />}
      {publicInterest !== '' && <Text>Why keeping it back is in the public interest: {publicInterest}</Text>}
    </InsetText>
  );
}
