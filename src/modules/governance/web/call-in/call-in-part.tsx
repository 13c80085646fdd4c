import { Heading, InsetText, Link, SummaryList, type SummaryRow, Text, WarningText } from '#platform/ui';
import { explain, formatDate, formatLondonTime, never } from '#platform/kernel';
import { decisionPath } from '../../domain/decision/decision.ts';
import { waiverSentences } from '../../domain/call-in/urgency-waiver.ts';
import type { CallInShown } from '../../queries/call-in/call-in-shown.ts';
import { CallInRulesShown } from './call-in-rules-shown.tsx';
import { managePath } from './parts/decision-asked.ts';
import { Stopped } from './stopped.tsx';
import { eligibleInWords, whenInWords, neededInWords } from './words.ts';

/**
 * What a reader of a decision is told of its call-in: who may call it in, by when, to whom and with how many, and which
 * clauses are stopped. What happened since stands in the timeline of the decision’s page.
 */
export function CallInPart({ callIn }: Readonly<{ callIn: CallInShown }>) {
  return (
    <section class="accord-section" id="call-in" aria-labelledby="call-in-heading">
      <Heading size="m" id="call-in-heading">
        Call-in
      </Heading>
      <Whether callIn={callIn} />
      <Stopped callIn={callIn} />
      <CallInRulesShown callIn={callIn} />
      <ForOfficers callIn={callIn} />
    </section>
  );
}

/** The way to where the council’s own officers enter what happens, where anything can. */
const ForOfficers = ({ callIn: { decision, standing } }: Readonly<{ callIn: CallInShown }>) =>
  standing.callIn?.window === undefined &&
  !decision.clauses.some(({ effect }) => effect === 'recommend-to-council') ? null : (
    <Text>
      For the council’s own officers:{' '}
      <Link href={managePath(decision)}>enter forms, hearings and resolutions</Link>.
    </Text>
  );

function Whether({ callIn }: Readonly<{ callIn: CallInShown }>) {
  const { decision, standing, doesNotApply, waiver } = callIn;
  if (!decision.clauses.some(({ effect }) => effect === 'executive'))
    return <Text>{doesNotApply ?? noExecutiveClause}</Text>;
  if (doesNotApply !== undefined)
    return <Text>{`There is no call-in of this decision. ${doesNotApply}`}</Text>;
  if (standing.callIn === undefined) return <Text>Its record is not published yet.</Text>;
  const { waiverFault, window } = standing.callIn;
  return (
    <>
      {waiver !== undefined && waiverFault === undefined && (
        <InsetText>
          Call-in was waived because the decision is urgent. {waiver.agreedBy} agreed{' '}
          {whenInWords(waiver.agreedAt)}: {waiver.reasons}{' '}
          {waiver.reportedOn === undefined
            ? 'It is to be reported to the next Council.'
            : `It was reported to the Council on ${formatDate(waiver.reportedOn)}.`}
        </InsetText>
      )}
      {waiverFault !== undefined && (
        <WarningText>
          A waiver of call-in was claimed, and does not hold. {waiverSentences[waiverFault]}.
        </WarningText>
      )}
      {window === undefined && waiver === undefined && (
        <Text>
          This decision is not open to call-in
          {decision.notOpenBecause === '' ? ' under the council’s rules' : `: ${decision.notOpenBecause}`}.
        </Text>
      )}
      <HowTo callIn={callIn} />
    </>
  );
}

const noExecutiveClause = 'Nothing in this decision is executive, so nothing of it can be called in.';

type Window = NonNullable<NonNullable<CallInShown['standing']['callIn']>['window']>;

/**
 * Who may call it in, with how many, by when and to whom; nothing where nothing is open to it. `signing`: on the page where
 * members sign, which needs no way there.
 */
export function HowTo({ callIn, signing }: Readonly<{ callIn: CallInShown; signing?: true }>) {
  const { decision, rules, sentTo, instead, excluded, standing } = callIn;
  const window = standing.callIn?.window;
  if (window === undefined) return null;
  const isOpen = standing.callIn?.standing.standing === 'open-to-call-in';
  const needed = { members: rules.signatories ?? 1, groups: rules.groups ?? 1 };
  return (
    <>
      <SummaryList
        rows={[
          row('Who may call it in', eligibleInWords[rules.eligible ?? 'non-executive']),
          row('How many must sign', neededInWords(needed)),
          row('By when', byWhen(window)),
          ...optional('Sent to', sentTo),
          ...optional('Who else may call it in', instead),
          ...optional('Who must stand aside', excluded),
        ]}
      />
      {isOpen && signing === undefined && (
        <Text>
          Members of the council sign here:{' '}
          <Link href={`${decisionPath(decision)}/call-in`}>call this decision in</Link>.
        </Text>
      )}
    </>
  );
}

function byWhen(window: Window): string {
  switch (window.standing) {
    case 'known':
      return `By ${formatLondonTime(window.deadline)}. ${explain(window.deadline.explanation)}`;
    case 'not-known':
      return 'The council’s window for call-in is not known here. Ask its democratic services.';
    default:
      return never(window);
  }
}

const row = (key: string, value: string): SummaryRow => ({ key, value });
const optional = (key: string, value: string | undefined): readonly SummaryRow[] =>
  value === undefined ? [] : [row(key, value)];
