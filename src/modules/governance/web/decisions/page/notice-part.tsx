import { explain, formatDate, listInWords } from '#platform/kernel';
import { InsetText, Link, Text } from '#platform/ui';
import { Section } from '#platform/web';
import { noticePath, routes } from '../../../domain/notice/notice.ts';
import type { NoticeFault, Timeliness } from '../../../domain/notice/timeliness.ts';
import type { DecisionPage } from '../../../queries/decision-page.ts';
import { Passage } from './record-part.tsx';

/** What notice the decision had, and whether that was enough under the law of its day. */
export function NoticePart({ shown }: Readonly<{ shown: DecisionPage }>) {
  const { decision, notice, timeliness } = shown;
  return (
    <Section title="Notice it had" id="notice">
      <Text>{timelinessInWords(timeliness)}</Text>
      {'explanation' in timeliness && <Text>{explain(timeliness.explanation)}</Text>}
      {timeliness.timeliness === 'NOT_LAWFUL' && timeliness.earliest !== undefined && (
        <Text>{explain(timeliness.earliest.explanation)}</Text>
      )}
      {notice !== undefined && (
        <Text>
          Announced as <Link href={noticePath(notice.notice)}>{notice.version.content.title}</Link>, first
          published {formatDate(notice.versions[0]?.publishedOn ?? notice.version.publishedOn)}.{' '}
          {routes[notice.version.content.route]}.
        </Text>
      )}
      {decision.shorterNotice !== undefined && (
        <InsetText>
          Taken with shorter notice under regulation {decision.shorterNotice.regulation}:
          <Passage text={decision.shorterNotice.reasons} />
        </InsetText>
      )}
    </Section>
  );
}

/** Whether the notice was enough, in one or two sentences. */
export function timelinessInWords(found: Timeliness): string {
  switch (found.timeliness) {
    case 'NOT_KEY':
      return 'It was not a key decision, so the law asked no notice of it.';
    case 'FORWARD_PLAN':
      return 'It was in the monthly forward plan for its day, as SI 2000/3272 asked.';
    case 'REG9':
      return `It had full notice under regulation 9: ${found.clearDays} clear days.`;
    case 'REG10':
      return `It was taken under the general exception, regulation 10: ${found.clearDays} clear days after its notice.`;
    case 'REG11':
      return `It was taken as specially urgent under regulation 11, as agreed by ${agreed[found.agreedBy]}.`;
    case 'NOT_LAWFUL':
      return `It did not have the notice that the law of its day asked for. ${found.faults.map((fault) => `${faultsInPublic[fault]}.`).join(' ')}`;
    case 'NOT_KNOWN':
      if (found.missing.length === 0)
        return 'Which notice it had is not recorded here. The law of its day asked notice of a key decision.';
      return `Whether its notice was enough cannot be said: ${listInWords(found.missing.map((rule) => ruleNames[rule]))} on its day is not known here.`;
    default:
      return found satisfies never;
  }
}

/** What was wrong with its notice, for readers: nothing can be mended any more. */
const faultsInPublic: Readonly<Record<NoticeFault, string>> = {
  'no-notice': 'No notice of it is recorded here',
  'not-in-forward-plan': 'It was in no forward plan for its day',
  'too-few-clear-days': 'Its notice was not public for enough clear days',
  'exception-too-few-clear-days': 'Under the general exception too few clear days had passed',
  'exception-scrutiny-not-told': 'Scrutiny was not told of it in writing, as the general exception asks',
  'exception-without-reasons': 'No reasons for the shorter notice were given',
  'urgency-agreed-after-the-decision': 'That it was urgent was agreed only after it was taken',
  'urgency-without-reasons': 'No reasons for its urgency were given',
  'urgency-agreed-out-of-turn':
    'That it was urgent was agreed by somebody who may do so only where nobody before them can, and why is not stated',
};

const agreed = {
  'scrutiny-chairman': 'the chairman of scrutiny',
  'council-chairman': 'the chairman of the council',
  'council-vice-chairman': 'the vice-chairman of the council',
} as const;

const ruleNames = {
  law: 'which regulations governed it',
  keyDecision: 'the length of notice of a key decision',
  generalException: 'the length of notice under the general exception',
} as const;
