import type { Visit } from '#platform/http';
import { formatDate, listInWords } from '#platform/kernel';
import { Downloads, InsetText, Link, Text, Timeline } from '#platform/ui';
import { filesOf, onDay } from '#platform/web';
import { commitmentPath } from '../../domain/commitment/commitment.ts';
import { type CommitmentFact, factKinds, statuses } from '../../domain/commitment/fact.ts';
import type { ShownProps } from './shown-props.ts';
import { sayDue } from './words.ts';

/** Everything that was said of a promise in its order, each with the replies to it beside it. */
export function Said({ found, names, visit }: ShownProps) {
  const { facts, commitment } = found;
  const isReplyTo = (number: number | undefined) => (fact: CommitmentFact) =>
    fact.kind === 'reply' && fact.to === number;
  const alone = facts.filter((fact) => fact.kind !== 'reply' || fact.to === undefined);
  if (facts.length === 0) return <Text>Nothing has been said of it since it was made.</Text>;
  return (
    <>
      <Timeline
        events={alone.map((fact) => ({
          on: fact.on,
          onInWords: formatDate(fact.on),
          title: factKinds[fact.kind],
          children: (
            <>
              <Fact fact={fact} facts={facts} visit={visit} />
              <p class="accord-source">
                {fact.byOffice}
                {bodyOf(fact, names)}. Source: {fact.source}
              </p>
              {facts.filter(isReplyTo(fact.number)).map((reply) => (
                <InsetText>
                  <strong>Reply</strong> of {reply.byOffice}, {formatDate(reply.on)}: {reply.says}
                </InsetText>
              ))}
            </>
          ),
        }))}
      />
      <Downloads
        {...filesOf(`${commitmentPath(commitment)}/facts`, visit)}
        of="What was said of this commitment"
      />
    </>
  );
}

/** An office’s title tells its body already; the example’s loader speaks for none. */
const bodyOf = ({ byOffice, bodyId }: CommitmentFact, names: ShownProps['names']): string => {
  const name = names.get(bodyId);
  return name === undefined || byOffice.includes(name) ? '' : `, of ${name}`;
};

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
