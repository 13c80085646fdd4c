import { formatDate } from '#platform/kernel';
import { Bullets, InsetText, Text } from '#platform/ui';
import { Section } from '#platform/web';
import type { Completeness, RecordGap, RecordItem } from '../../../domain/record/completeness.ts';
import type { DecisionPage } from '../../../queries/decision-page.ts';

/** What an old record lacks, by the law of its own day and by today’s. Nothing of it is made up. */
export function GapsPart({ shown }: Readonly<{ shown: DecisionPage }>) {
  const { decision, complete, completeToday } = shown;
  const [then, now] = [gapsOf(complete), gapsOf(completeToday)];
  if (!decision.isHistoric || (then.length === 0 && now.length === 0)) return null;
  const later = now.filter(({ item }) => !then.some((gap) => gap.item === item));
  return (
    <Section title="What the record does not state" id="gaps">
      <InsetText>
        This is a record of before Accord, shown as it was published on {formatDate(decision.publishedOn)}.
        What it is silent about is not recorded, and nothing has been filled in.
      </InsetText>
      {then.length > 0 && (
        <>
          <Text>The law of its day asked for more:</Text>
          <Bullets items={then.map(gapInWords)} />
        </>
      )}
      {later.length > 0 && (
        <>
          <Text>The law of today would ask besides:</Text>
          <Bullets items={later.map(gapInWords)} />
        </>
      )}
    </Section>
  );
}

export const gapsOf = (found: Completeness): readonly RecordGap[] =>
  found.standing === 'incomplete' ? found.gaps : [];

/** “The record does not state conflicts of interest (SI 2000/3272, regulation 3).” */
export const gapInWords = ({ item, regulation }: RecordGap): string =>
  `The record does not state ${itemNames[item]} (${regulation}).`;

export const itemNames: Readonly<Record<RecordItem, string>> = {
  date: 'the day of the decision',
  'decision-maker': 'who took the decision',
  decision: 'what was decided',
  reasons: 'the reasons',
  alternatives: 'which alternatives were considered and rejected',
  conflicts: 'whether any conflict of interest was declared',
  dispensations: 'whether a dispensation was granted for a conflict of interest',
  reports: 'which reports were considered',
  'background-papers': 'all the papers it relies on',
  'shorter-notice': 'why full notice was impracticable',
  'call-in': 'by when and to whom a call-in must be sent',
};
