import type { Visit } from '#platform/http';
import { may } from '#platform/identity';
import { formatDate } from '#platform/kernel';
import { Heading, Link, Prose, Tag, Text, Timeline, Unseen } from '#platform/ui';
import { onDay, Section } from '#platform/web';
import { type ConditionFact, conditionFactKinds } from '../../domain/scrutiny/condition-fact.ts';
import type { ConditionStanding } from '../../domain/scrutiny/condition-standing.ts';
import { watchOn } from '../../domain/scrutiny/accept-fact.ts';
import { type Condition, type Recommendation, reportOffice } from '../../domain/scrutiny/report.ts';
import { responseOutcomes, responseTo } from '../../domain/scrutiny/response.ts';
import { mayAnswerScrutiny } from '../../permissions.ts';
import type { ReportAt } from '../../queries/recommendations.ts';
import { outcomeColours, sayCondition, sayWatch } from './words.ts';

type Props = Readonly<{ recommendation: Recommendation; found: ReportAt; visit: Visit }>;

/** One recommendation with its answer, and its conditions with where each stands. */
export const RecommendationShown = ({ recommendation, found, visit }: Props) => (
  <Section title={`Recommendation ${recommendation.number}`}>
    <Prose>
      <Text>{recommendation.text}</Text>
      <AnswerShown recommendation={recommendation} found={found} visit={visit} />
    </Prose>
    {found.conditions
      .filter((each) => each.recommendation === recommendation)
      .map(({ condition, standing }) => (
        <ConditionShown condition={condition} standing={standing} found={found} visit={visit} />
      ))}
  </Section>
);

function AnswerShown({ recommendation, found, visit }: Props) {
  const answer = responseTo(recommendation.number, found.responses, visit.on);
  if (answer === undefined) return <Text>The executive has not answered it.</Text>;
  const { outcome, on, reasons, decisionId, clause, source } = answer;
  return (
    <>
      <Text>
        <Tag colour={outcomeColours[outcome]}>{responseOutcomes[outcome]}</Tag> {`on ${formatDate(on)}`}
        {decisionId !== undefined && (
          <>
            {', by '}
            <Link href={onDay(`/decisions/${decisionId}`, visit)}>{`clause ${clause} of the decision`}</Link>
          </>
        )}
        . {reasons}
      </Text>
      <p class="accord-source">Source: {source}</p>
    </>
  );
}

function ConditionShown({
  condition,
  standing,
  found,
  visit,
}: Readonly<{ condition: Condition; standing: ConditionStanding; found: ReportAt; visit: Visit }>) {
  const facts = (found.facts.get(condition.key) ?? []).filter(({ on }) => on <= visit.on);
  const { tag, colour, says } = sayCondition(standing);
  const watch = watchOn(facts, visit.on);
  return (
    <Prose>
      <Heading level={3} size="s" id={`condition-${condition.key.replace('.', '-')}`}>
        {`Condition ${condition.number}`}
      </Heading>
      <Text>{condition.text}</Text>
      <Text>
        <Tag colour={colour}>{tag}</Tag> {says}
      </Text>
      {watch !== undefined && <Text>{`What is watched: ${sayWatch(watch)}.`}</Text>}
      {facts.length > 0 && <Timeline headingLevel={4} events={facts.toSorted(byDay).map(asEvent)} />}
      {may(visit.actor, mayAnswerScrutiny, found.report.bodyId).ok && (
        <Text>
          <Link href={`${reportOffice(found.report)}/conditions/${condition.key}/progress`}>
            Report progress<Unseen> on condition {condition.number}</Unseen>
          </Link>
        </Text>
      )}
    </Prose>
  );
}

const byDay = (a: ConditionFact, b: ConditionFact): number => a.on.localeCompare(b.on);

const asEvent = (fact: ConditionFact) => ({
  on: fact.on,
  onInWords: formatDate(fact.on),
  title: conditionFactKinds[fact.kind],
  children: `${particulars(fact)}${fact.says === '' ? '' : `${fact.says} `}Source: ${fact.source}`,
});

function particulars(fact: ConditionFact): string {
  if (fact.kind === 'watched') return `${sayWatch(fact.watch)}. `;
  if (fact.kind === 'reading') return `${fact.value}. `;
  return fact.kind === 'moved' || fact.kind === 'agreed' ? `To ${formatDate(fact.to)}. ` : '';
}
