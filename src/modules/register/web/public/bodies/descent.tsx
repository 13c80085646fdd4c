import { listInWords } from '#platform/kernel';
import { Link, Timeline, WarningText } from '#platform/ui';
import type { Visit } from '#platform/http';
import { formatDate } from '#platform/kernel';
import type { BodyPage, Descent } from '../../../queries/body-page.ts';
import type { BodyLine } from '../../../queries/bodies.ts';
import { onDay, Section } from '#platform/web';
import { Origin } from '../parts/origin.tsx';

/** A body that is not there on the day says so before anything else, and leads on to who stands in its place. */
export function NotThere({ found, visit }: Readonly<{ found: BodyPage; visit: Visit }>) {
  const { line, now } = found;
  if (line.exists) return null;
  if (line.founded !== undefined && line.founded > visit.on)
    return (
      <WarningText iconText="Note">
        {line.name} did not exist yet. It is recorded from {formatDate(line.founded)}.
      </WarningText>
    );
  return (
    <WarningText iconText="Note">
      {line.name} ended on {line.ended === undefined ? 'a day not stated' : formatDate(line.ended)}.{' '}
      {now.length === 0 ? (
        'Nothing is recorded as taking its place.'
      ) : (
        <>
          In its place: <Names bodies={now} visit={visit} />.
        </>
      )}
    </WarningText>
  );
}

const Names = ({ bodies, visit }: Readonly<{ bodies: readonly BodyLine[]; visit: Visit }>) => (
  <>
    {bodies.map(({ id, name }, position) => (
      <>
        {position > 0 && (position === bodies.length - 1 ? ' and ' : ', ')}
        <Link href={onDay(`/bodies/${id}`, visit)}>{name}</Link>
      </>
    ))}
  </>
);

/** The bodies it came from and those that follow it, in the order of time. */
export function History({ found, visit }: Readonly<{ found: BodyPage; visit: Visit }>) {
  const { line, predecessors, successors } = found;
  if (predecessors.length === 0 && successors.length === 0) return null;
  return (
    <Section title="What came before and after">
      <Timeline
        events={[
          ...days(predecessors).map(([on, those]) => ({
            on,
            onInWords: formatDate(on),
            title: `${listInWords(those.map(({ body }) => body.name))} became ${line.name}`,
            children: <Why those={those} visit={visit} />,
          })),
          ...days(successors).map(([on, those]) => ({
            on,
            onInWords: formatDate(on),
            title: `${line.name} became ${listInWords(those.map(({ body }) => body.name))}`,
            children: <Why those={those} visit={visit} />,
          })),
        ]}
      />
    </Section>
  );
}

type Together = readonly [Descent['succession']['on'], readonly Descent[]];

/** What happened on one day is one event, as when several councils merge. */
const days = (descents: readonly Descent[]): readonly Together[] =>
  [...new Set(descents.map(({ succession }) => succession.on))]
    .sort()
    .map((on) => [on, descents.filter(({ succession }) => succession.on === on)]);

const Why = ({ those, visit }: Readonly<{ those: readonly Descent[]; visit: Visit }>) => {
  const reasons = new Map(those.map(({ succession }) => [succession.reason, succession]));
  return (
    <>
      {[...reasons.values()].map((succession) => (
        <p class="govuk-body">
          {succession.reason} <Origin source={succession.source} certainty={succession.certainty} />
        </p>
      ))}
      <p class="govuk-body">
        See <Names bodies={those.map(({ body }) => body)} visit={visit} />.
      </p>
    </>
  );
};
