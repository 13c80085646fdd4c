import { formatDate, listInWords, plural } from '#platform/kernel';
import { SummaryList, Tag } from '#platform/ui';
import { Section } from '#platform/web';
import type { ComponentChildren } from 'preact';
import { measures } from '../../domain/commitment/commitment.ts';
import type { ShownProps } from './shown-props.ts';
import { officesOf } from './offices-of.ts';
import { StandingTags } from './standing-tags.tsx';
import { sayStanding } from './words.ts';

/** The thread from the promise to what came of it, step by step. Where it is broken, it says so. */
export function Thread({ found, names }: ShownProps) {
  const { commitment, standing, facts } = found;
  const offices = officesOf(facts);
  const evidence = facts.filter(({ kind }) => kind === 'evidence').length;
  const named = commitment.owners.map((id) => names.get(id) ?? id);
  return (
    <Section title="From promise to result">
      <SummaryList
        rows={[
          step('Promised', promisedInWords(found)),
          step('By', listInWords(named)),
          offices.length === 0
            ? gap('Who answers for it', 'No office is named.')
            : step('Who answers for it', officesInWords(offices, named.length)),
          commitment.measure === 'none'
            ? gap('How it can be told', `${measures.none}. ${commitment.measuredBy}`)
            : step('How it can be told', `${measures[commitment.measure]}. ${commitment.measuredBy}`),
          standing.milestones.length === 0
            ? gap('Milestones', 'None is set, so no day can show that it has slipped.')
            : step('Milestones', milestonesInWords(found)),
          evidence === 0
            ? gap('Evidence', 'None is held.')
            : step('Evidence', `${plural(evidence, 'piece')}, listed below.`),
          {
            key: 'What came of it',
            value: {
              children: (
                <>
                  <StandingTags standing={standing} /> {sayStanding(standing, (id) => names.get(id) ?? id)}
                </>
              ),
            },
          },
        ]}
      />
    </Section>
  );
}

function promisedInWords({ commitment, collection, joined }: ShownProps['found']): string {
  const places = plural(commitment.sources.length + joined.length, 'place');
  const dated = commitment.from === collection.from ? collection.dated : formatDate(commitment.from);
  return `${dated}. It stands in ${places}, listed below.`;
}

const step = (key: string, said: string) => ({ key, value: said });

const gap = (key: string, said: ComponentChildren) => ({
  key,
  value: {
    children: (
      <>
        <Tag colour="yellow">Gap</Tag> {said}
      </>
    ),
  },
});

function officesInWords(offices: readonly Readonly<{ office: string }>[], bodies: number): string {
  const titles = [...new Set(offices.map(({ office }) => office))];
  const only = titles.length === 1 ? titles[0] : undefined;
  if (only === undefined || offices.length === 1) return listInWords(titles);
  return `${only} of ${offices.length === bodies ? 'each' : `${offices.length} of them`}`;
}

function milestonesInWords({ standing }: ShownProps['found']): string {
  const met = standing.milestones.filter((each) => each.standing.standing === 'met').length;
  return `${standing.milestones.length} set, ${met} met, ${standing.slipped.length} slipped.`;
}
