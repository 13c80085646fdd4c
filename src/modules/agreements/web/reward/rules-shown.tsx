import { formatDate } from '#platform/kernel';
import { Bullets, DataTable, Prose, Source, Text } from '#platform/ui';
import { Section } from '#platform/web';
import type { RewardScheme } from '../../domain/reward/reward-rule.ts';
import type { RewardShown } from '../../queries/reward/reward-shown.ts';
import { markOf, Origin } from '../origin.tsx';
import { sayTerms } from './words.ts';

/** The rules that count on the day, and every set there was. */
export function RulesShown({ shown: { set, sets, scheme } }: Readonly<{ shown: RewardShown }>) {
  if (set === undefined) return null;
  return (
    <Section title="The rules">
      <Prose>
        {scheme !== undefined && <Text>{scheme.title}.</Text>}
        <Bullets items={sayTerms(set.terms)} />
        {scheme?.wasPaid === true && <Text>{scheme.whatHappened}</Text>}
        {scheme !== undefined && <Source text={scheme.source} certainty={scheme.certainty} />}
      </Prose>
      <DataTable
        caption="Sets of rules on record"
        rows={sets}
        empty=""
        narrow="stack"
        columns={[
          {
            title: 'Set',
            cell: ({ number }) => (number === set.number ? `${number}, which counts` : String(number)),
          },
          { title: 'From', cell: ({ from }) => formatDate(from) },
          { title: 'Why', cell: ({ reason }) => reason },
          { title: 'Recorded by', cell: ({ byOffice }) => byOffice },
          {
            title: 'Source',
            cell: ({ source, certainty }) => <Origin source={source} certainty={certainty} />,
          },
        ]}
      />
    </Section>
  );
}

/** A national scheme where an agreement has no rules on record of its own. */
export const SchemeShown = ({ scheme }: Readonly<{ scheme: RewardScheme }>) => (
  <Section title="The national scheme of its time">
    <Prose>
      <Text>{scheme.title}.</Text>
      <Bullets items={sayTerms(scheme.terms)} />
      {scheme.wasPaid && <Text>{scheme.whatHappened}</Text>}
      <Source text={scheme.source} certainty={markOf(scheme.certainty)} />
    </Prose>
  </Section>
);
