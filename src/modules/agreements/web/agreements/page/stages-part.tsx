import { capitalise } from '#platform/kernel';
import { Link, Source, Text, Timeline } from '#platform/ui';
import { Section } from '#platform/web';
import { gapsIn, isTooLate } from '../../../domain/agreement/accept-stage.ts';
import { sayRoughDay } from '../../../domain/agreement/rough-day.ts';
import { stageTitles } from '../../../domain/agreement/stage.ts';
import type { AgreementPage } from '../../../queries/agreements/agreement-page.ts';
import { markOf } from '../words.ts';

/** The stages it went through, each with who decided, and those of which nothing is recorded. */
export function StagesPart({ shown: { agreement, stages, standing } }: Readonly<{ shown: AgreementPage }>) {
  const comesOfSigning = agreement.versions.some(({ proposalId }) => proposalId !== undefined);
  // What is signed here shows by itself how far it is.
  const gaps = comesOfSigning ? [] : gapsIn({ kind: agreement.kind, stages });
  const events = stages.map(({ stage, when, says, decisionId, source, certainty }) => ({
    on: when.on,
    onInWords: capitalise(sayRoughDay(when)),
    title: stageTitles[stage],
    children: (
      <>
        {says !== '' && <Text>{says}</Text>}
        {decisionId !== undefined && (
          <Text>
            <Link href={`/decisions/${decisionId}`}>The decision</Link>
          </Text>
        )}
        {stage === 'designated' && isTooLate(stages, when) && (
          <Text>It was designated later than a month after the approval (section 109).</Text>
        )}
        <Source text={source} certainty={markOf(certainty)} />
      </>
    ),
  }));
  const force =
    comesOfSigning && standing.standing === 'in-force'
      ? [{ on: standing.since.on, onInWords: sayRoughDay(standing.since), title: stageTitles['in-force'] }]
      : [];
  return (
    <Section title="Its stages" id="stages">
      {events.length + force.length === 0 ? (
        <Text>No stage of it is recorded yet.</Text>
      ) : (
        <Timeline
          events={[...events, ...force].toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))}
        />
      )}
      {gaps.length > 0 && (
        <Text>Not recorded: {gaps.map((stage) => stageTitles[stage].toLowerCase()).join(', ')}.</Text>
      )}
    </Section>
  );
}
