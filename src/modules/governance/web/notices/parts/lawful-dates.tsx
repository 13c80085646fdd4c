import { explain, formatDate } from '#platform/kernel';
import { Bullets, Heading, Link, SummaryList, Tag, type TagColour, Text } from '#platform/ui';
import type { NoticeGround } from '../../../domain/notice/ground.ts';
import type { NoticeJudgement } from '../../../domain/notice/judge-notice.ts';
import { routes } from '../../../domain/notice/notice.ts';
import type { Way } from '../../../domain/notice/ways.ts';
import type { Ruled } from '../../../domain/ruled.ts';

type JudgedProps = Readonly<{ judged: NoticeJudgement; ground: NoticeGround; bodyId: string }>;

/**
 * From when the decision may lawfully be taken: each way the law offers, what it needs, and how it was counted. A reader is
 * shown the way that was kept; an officer, and a reader where none was, all of them.
 */
export function LawfulDates({
  judged,
  ground,
  bodyId,
  keptOnly = false,
}: JudgedProps & Readonly<{ keptOnly?: boolean }>) {
  const { timeliness } = judged;
  const kept = judged.ways.find(({ standing }) => standing === 'open');
  const ways = keptOnly && kept !== undefined ? [kept] : judged.ways;
  if (timeliness.timeliness === 'NOT_KEY')
    return (
      <Text>
        It is not a key decision, so the law asks for no notice of it. It is published so that people know
        what is coming.
      </Text>
    );
  return (
    <>
      {ways.map((way) => (
        <WayToDecide way={way} />
      ))}
      <Rules
        bodyId={bodyId}
        on={ground.on}
        rules={[ground.law, ground.keyDecision, ground.generalException, ground.specialUrgency]}
      />
    </>
  );
}

const standings: Readonly<Record<Way['standing'], Readonly<{ text: string; colour: TagColour }>>> = {
  open: { text: 'Enough for the day it is due', colour: 'green' },
  needs: { text: 'Something is missing', colour: 'yellow' },
  'too-early': { text: 'The day is too early', colour: 'red' },
  'check-locally': { text: 'Check locally', colour: 'orange' },
};

function WayToDecide({ way }: Readonly<{ way: Way }>) {
  const { route, regulation, standing, earliest, latest, needs } = way;
  const { text, colour } = standings[standing];
  return (
    <SummaryList
      card={{ title: `${routes[route]} (${regulation})`, headingLevel: 3 }}
      rows={[
        { key: 'Standing', value: { children: <Tag colour={colour}>{text}</Tag> } },
        ...(earliest === undefined
          ? []
          : [
              { key: 'Earliest lawful day', value: formatDate(earliest.date, { weekday: 'long' }) },
              { key: 'How it is counted', value: explain(earliest.explanation) },
            ]),
        ...(latest === undefined
          ? []
          : [
              {
                key: 'Last day for the notice',
                value: `${formatDate(latest.date, { weekday: 'long' })}, for the day it is due`,
              },
            ]),
        ...(needs.length === 0
          ? []
          : [{ key: 'What it still needs', value: { children: <Bullets items={needs} /> } }]),
      ]}
    />
  );
}

/** What the body’s rules say of whether it is a key decision, and whether the notice agrees. */
export function KeyFinding({ judged, ground, bodyId }: JudgedProps) {
  const { key, agreement } = judged;
  return (
    <>
      <Text>{agreement.says}</Text>
      <Bullets items={key.because} />
      <Rules bodyId={bodyId} on={ground.on} rules={[ground.threshold, ground.wards, ground.limbs]} />
    </>
  );
}

/** The two notices of a meeting in private: from when it may be held, by when the second is due. */
export function PrivateDates({ judged, ground, bodyId }: JudgedProps) {
  const meeting = judged.privateMeeting;
  if (meeting === undefined) return null;
  const { earliest, secondBy, isSecondGiven } = meeting;
  return (
    <>
      <Heading level={3} size="s">
        Meeting in private (SI 2012/2089, regulation 5)
      </Heading>
      <SummaryList
        rows={[
          ...(earliest === undefined
            ? []
            : [
                { key: 'Earliest lawful day', value: formatDate(earliest.date, { weekday: 'long' }) },
                { key: 'How it is counted', value: explain(earliest.explanation) },
              ]),
          {
            key: 'Second notice',
            value: isSecondGiven
              ? 'Given'
              : secondBy === undefined
                ? 'Check locally'
                : `Due by ${formatDate(secondBy.date, { weekday: 'long' })}`,
          },
        ]}
      />
      <Rules bodyId={bodyId} on={ground.on} rules={[ground.privateMeeting, ground.privateMeetingAgain]} />
    </>
  );
}

/** The rules used, each with its source; one that does not apply says why. */
const Rules = ({
  rules,
  bodyId,
  on,
}: Readonly<{ rules: readonly Ruled<unknown>[]; bodyId: string; on: string }>) => (
  <ul class="govuk-list">
    {rules.map((rule) => (
      <li class="accord-source">
        <Link href={`/bodies/${bodyId}/rules/${rule.key}?on=${on}`}>{rule.title}</Link>: {sayRule(rule)}
      </li>
    ))}
  </ul>
);

function sayRule(rule: Ruled<unknown>): string {
  switch (rule.standing) {
    case 'known':
      return `${rule.says.replace(/\.$/u, '')}. Source: ${rule.source}${rule.checkLocally ? ' (check locally)' : ''}`;
    case 'check-locally':
      return 'in no source held. Check locally';
    case 'does-not-apply':
      return rule.because;
    default:
      return rule satisfies never;
  }
}
