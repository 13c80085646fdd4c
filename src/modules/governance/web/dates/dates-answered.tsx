import { formatDate } from '#platform/kernel';
import {
  Certainty,
  certaintyMarks,
  type CertaintyMark,
  Heading,
  InsetText,
  Link,
  SummaryList,
  Tag,
} from '#platform/ui';
import type { DateAnswer, DateOutcome } from '../../domain/dates/answer-date.ts';
import { questions } from '../../domain/dates/questions.ts';
import type { KnownRule } from '../../domain/ruled.ts';
import type { DatesAnswered } from './answer-dates.ts';
import { sayAsked, sayDate, sayInShort, sayMissing, sayWhy } from './in-words.ts';
import { permalink } from './read-asked.ts';

/** The answers, each with how it was counted and by which rules. */
export function DatesAnswered({ answered }: Readonly<{ answered: DatesAnswered }>) {
  const { asked, body, notThere, answers } = answered;
  return (
    <section aria-labelledby="answer">
      <Heading size="l" id="answer">
        {body.name}, {formatDate(asked.day, { weekday: 'long' })}
      </Heading>
      {notThere !== undefined && <InsetText>{notThere}</InsetText>}
      {answers.length > 1 && <InShort answers={answers} />}
      {answers.map((answer) => (
        <Answer answer={answer} bodyId={body.id} day={asked.day} />
      ))}
      <p class="govuk-body">
        <Link href={`/dates${permalink(asked)}`}>The address of this answer</Link>, to keep or to send on.{' '}
        <Link href={`/api/calculator${permalink(asked)}`}>The same as JSON</Link>.
      </p>
    </section>
  );
}

/** Every answer in a line, each leading to how it was worked out. */
const InShort = ({ answers }: Readonly<{ answers: readonly DateAnswer[] }>) => (
  <SummaryList
    rows={answers.map(({ question, outcomes }) => ({
      key: { children: <Link href={`#${question}`}>{questions[question].title}</Link> },
      value: [...new Set(outcomes.map((outcome) => sayInShort(outcome)))].join('; '),
    }))}
  />
);

function Answer({ answer, bodyId, day }: Readonly<{ answer: DateAnswer; bodyId: string; day: string }>) {
  const { title, given } = questions[answer.question];
  return (
    <section class="accord-section" id={answer.question}>
      <Heading size="m">{title}</Heading>
      <p class="govuk-body">If {given} on this day:</p>
      <SummaryList
        rows={answer.outcomes.map((outcome) => ({
          key: sayAsked[outcome.asked],
          value: { children: <Outcome outcome={outcome} bodyId={bodyId} day={day} /> },
        }))}
      />
    </section>
  );
}

function Outcome({ outcome, bodyId, day }: Readonly<{ outcome: DateOutcome; bodyId: string; day: string }>) {
  switch (outcome.standing) {
    case 'known':
      return (
        <>
          <p class="govuk-body">
            <strong>{sayDate(outcome)}</strong>
            {outcome.checkLocally && (
              <>
                {' '}
                <Tag colour="orange">Check locally</Tag>
              </>
            )}
          </p>
          <p class="govuk-body">{sayWhy(outcome)}</p>
          {outcome.rules.map((rule) => (
            <Rule rule={rule} bodyId={bodyId} day={day} />
          ))}
        </>
      );
    case 'check-locally':
      return (
        <>
          <Tag colour="orange">Check locally</Tag> {capital(sayMissing(outcome.missing))}
        </>
      );
    case 'does-not-apply':
      return <>Does not apply. {outcome.because}</>;
    default:
      return outcome satisfies never;
  }
}

function Rule({ rule, bodyId, day }: Readonly<{ rule: KnownRule; bodyId: string; day: string }>) {
  if (rule.setBy === 'reader')
    return (
      <p class="govuk-body-s">
        {rule.title}: {rule.says}, given with the question.
      </p>
    );
  return (
    <p class="govuk-body-s">
      <Link href={`/bodies/${bodyId}/rules/${rule.key}?on=${day}`}>{rule.title}</Link>: {rule.says}.{' '}
      {rule.certainty !== 'assumed' && `Set by the ${rule.setBy}${sinceWhen(rule)}. `}Source: {rule.source}{' '}
      {isMark(rule.certainty) && <Certainty mark={rule.certainty} />}
    </p>
  );
}

const sinceWhen = ({ since }: KnownRule): string =>
  since === undefined ? '' : ` since ${formatDate(since)}`;

const isMark = (certainty: string | undefined): certainty is CertaintyMark =>
  certainty !== undefined && Object.hasOwn(certaintyMarks, certainty);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
