import type { ComponentChildren } from 'preact';
import { explain, instantInLondon, isInTime, londonDate, midnight } from '#platform/kernel';
import { Heading, Link, Text, Timeline } from '#platform/ui';
import { publishedAt } from '../../domain/decision/known-by.ts';
import type { CallInShown } from '../../queries/call-in/call-in-shown.ts';
import { Lines } from './parts/lines.tsx';
import { momentInWords, stepTitle } from './words.ts';

export type Happened = Readonly<{ at: Date; title: string; says?: ComponentChildren }>;

/** What happened to the decision since it was published, and the moments that are still to come. */
export function CallInTimeline({ callIn }: Readonly<{ callIn: CallInShown }>) {
  const events = happenedSince(callIn);
  if (events.length < 2) return null;
  return (
    <>
      <Heading size="s" level={3}>
        What happened, and what is to come
      </Heading>
      <HappenedInOrder events={events} headingLevel={4} />
    </>
  );
}

/** Events of any kind, the first first. */
export const HappenedInOrder = ({
  events,
  headingLevel,
}: Readonly<{ events: readonly Happened[]; headingLevel?: 3 | 4 }>) => (
  <Timeline
    headingLevel={headingLevel}
    events={events
      .toSorted((a, b) => a.at.getTime() - b.at.getTime())
      .map(({ at, title, says }) => ({
        on: londonDate(at),
        onInWords: momentInWords(at),
        title,
        ...(says !== undefined && { children: says }),
      }))}
  />
);

/** Its publication, its call-in and what was done with it since, with the moments that are still to come. */
export const happenedSince = (callIn: CallInShown): readonly Happened[] => [
  ...published(callIn),
  ...signed(callIn),
  ...calledIn(callIn),
  ...steps(callIn),
  ...closing(callIn),
];

const published = ({ facts }: CallInShown): readonly Happened[] =>
  facts.published === undefined ? [] : [{ at: publishedAt(facts.published), title: 'Record published' }];

function signed({ standing, signatures, at }: CallInShown): readonly Happened[] {
  const judged = standing.callIn?.judged?.signatures ?? [];
  return signatures.flatMap((signature): readonly Happened[] => {
    if (signature.received > at) return [];
    const counted = judged.find(
      (each) => each.signature.received === signature.received && each.signature.member === signature.member,
    );
    const withdrawn =
      signature.withdrawn !== undefined && signature.withdrawn <= at
        ? [{ at: signature.withdrawn, title: `${signature.officeTitle} withdrew this signature` }]
        : [];
    if (counted === undefined) return [];
    const says = <Lines text={signature.grounds} />;
    return [
      { at: signature.received, title: `${signature.officeTitle} signed a call-in`, says },
      ...withdrawn,
    ];
  });
}

function calledIn({ standing, limit }: CallInShown): readonly Happened[] {
  const since = standing.callIn?.judged?.calledInAt;
  if (since === undefined) return [];
  const made: Happened = {
    at: since,
    title: 'Called in',
    says: <Text>There were enough signatures: what is executive stops until it has been heard.</Text>,
  };
  const became = standing.callIn?.standing;
  const passed =
    became?.standing === 'in-effect' && became.because === 'not-heard-in-time'
      ? [{ at: became.from, title: 'Not heard in time: the decision took effect' }]
      : [];
  if (limit === undefined || (became?.standing !== 'called-in' && passed.length === 0)) return [made];
  return [
    made,
    {
      at: instantInLondon({ date: limit.by.date, time: midnight }),
      title: passed.length === 0 ? 'Last day for the hearing' : 'Last day on which it could be heard',
      says: <Text>{explain(limit.by.explanation)}</Text>,
    },
    ...passed,
  ];
}

function steps({ steps: done, at }: CallInShown): readonly Happened[] {
  return done
    .filter((step) => step.at <= at)
    .map((step) => ({
      at: step.at,
      title: stepTitle(step),
      says: (
        <>
          <Text>
            {step.byWhom}. Source: {step.source}
          </Text>
          {step.says !== '' && <Lines text={step.says} />}
          {step.leadsTo !== undefined && (
            <Text>
              In its place: <Link href={`/decisions/${step.leadsTo}`}>record {step.leadsTo}</Link>
            </Text>
          )}
        </>
      ),
    }));
}

function closing({ standing, at }: CallInShown): readonly Happened[] {
  const window = standing.callIn?.window;
  if (window?.standing !== 'known') return [];
  const { deadline } = window;
  return [
    {
      at: instantInLondon(deadline),
      title: isInTime(deadline, at) ? 'The call-in window closes' : 'The call-in window closed',
      says: <Text>{explain(deadline.explanation)}</Text>,
    },
  ];
}
