import type { Visit } from '#platform/http';
import { formatDate, groupBy, listInWords } from '#platform/kernel';
import { Downloads, InsetText, Link, Text, Timeline } from '#platform/ui';
import { filesOf, onDay } from '#platform/web';
import { commitmentPath } from '../../domain/commitment/commitment.ts';
import { type CommitmentFact, factKinds, statuses } from '../../domain/commitment/fact.ts';
import type { ShownProps } from './shown-props.ts';
import { sayDue } from './words.ts';

/** Everything that was said of a promise in its order, each with the replies to it beside it. */
export function Said({ found, names, visit }: ShownProps) {
  const { facts, commitment } = found;
  if (facts.length === 0) return <Text>Nothing has been said of it since it was made.</Text>;
  const alone = facts.filter((fact) => fact.kind !== 'reply' || fact.to === undefined);
  return (
    <>
      <Timeline
        events={[...groupBy(alone, alike).values()].flatMap((together) => {
          const [first] = together;
          if (first === undefined) return [];
          return [
            {
              on: first.on,
              onInWords: dayOf(first, found),
              title: factKinds[first.kind],
              children: (
                <>
                  <Fact fact={first} facts={facts} visit={visit} />
                  <p class="accord-source">
                    {first.byOffice}
                    {bodiesOf(together, names)}. Source: {first.source}
                  </p>
                  <Replies to={first.number} facts={facts} />
                </>
              ),
            },
          ];
        })}
      />
      <Downloads
        {...filesOf(`${commitmentPath(commitment)}/facts`, visit)}
        of="What was said of this commitment"
      />
    </>
  );
}

/** Several bodies name the same office on the same day in the same words: that is told once. All else is told by itself. */
const alike = ({ kind, number, on, says, source, byOffice }: CommitmentFact): string =>
  kind === 'owner' ? [kind, on, says, source, byOffice].join('\n') : String(number);

/** What was said when the promise was made is dated as its document is. */
const dayOf = ({ on }: CommitmentFact, { commitment, collection }: ShownProps['found']): string =>
  on === commitment.from && on === collection.from ? collection.dated : formatDate(on);

/** An office’s title tells its body already; where one speaks for several, all are named. */
function bodiesOf(facts: readonly CommitmentFact[], names: ShownProps['names']): string {
  const others = facts
    .map(({ bodyId }) => names.get(bodyId) ?? bodyId)
    .filter((name) => !facts.some(({ byOffice }) => byOffice.includes(name)));
  return others.length === 0 ? '' : `, for ${listInWords(others)}`;
}

const Replies = ({ to, facts }: Readonly<{ to: number; facts: readonly CommitmentFact[] }>) => (
  <>
    {facts
      .filter((fact) => fact.kind === 'reply' && fact.to === to)
      .map((reply) => (
        <InsetText>
          <strong>Reply</strong> of {reply.byOffice}, {formatDate(reply.on)}: {reply.says}
        </InsetText>
      ))}
  </>
);

type FactProps = Readonly<{ fact: CommitmentFact; facts: readonly CommitmentFact[]; visit: Visit }>;

function Fact({ fact, facts, visit }: FactProps) {
  const { says } = fact;
  switch (fact.kind) {
    case 'owner':
      return <Text>{`${fact.office} answers for it. ${says}`}</Text>;
    case 'milestone':
      return (
        <Text>{`${fact.what}, ${fact.due === undefined ? 'no date stated' : sayDue(fact.due)}. ${says}`}</Text>
      );
    case 'moved':
      return <Text>{`${milestone(fact.milestone, facts)}: now expected ${sayDue(fact.due)}. ${says}`}</Text>;
    case 'met':
      return <Text>{`${milestone(fact.milestone, facts)}. ${shownBy(fact.evidence, facts)} ${says}`}</Text>;
    case 'missed':
    case 'unmet':
      return <Text>{`${milestone(fact.milestone, facts)}. ${says}`}</Text>;
    case 'status':
      return <Text>{`${statuses[fact.status]}. ${shownBy(fact.evidence, facts)} ${says}`}</Text>;
    case 'linked':
    case 'unlinked':
    case 'joined':
      return (
        <Text>
          <Link href={onDay(fact.at, visit)}>{fact.at}</Link> {says}
        </Text>
      );
    case 'evidence':
    case 'reopened':
    case 'reply':
      return <Text>{says}</Text>;
    default:
      return fact satisfies never;
  }
}

function milestone(number: number, facts: readonly CommitmentFact[]): string {
  const found = facts.find((fact) => fact.number === number);
  return found?.kind === 'milestone' ? found.what : 'A milestone';
}

function shownBy(evidence: readonly number[], facts: readonly CommitmentFact[]): string {
  const says = facts.filter(({ number }) => evidence.includes(number)).map((fact) => `“${fact.says}”`);
  return `Shown by: ${listInWords(says)}.`;
}
