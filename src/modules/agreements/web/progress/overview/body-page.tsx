import type { Visit } from '#platform/http';
import { FollowLinks, Link, Prose, Text } from '#platform/ui';
import { AnotherDay, AsOf, filesOf, onDay, Section } from '#platform/web';
import type { BodyLine } from '#modules/register';
import type { Progress, ProgressLine } from '../../../queries/progress/overview.ts';
import { LinesTable } from './lines-table.tsx';
import { progressPath } from './read-asked.ts';

/** So many of each part on the page; the files have them all. */
const shown = 60;

type Props = Readonly<{ body: BodyLine; progress: Progress; visit: Visit }>;

/** What one body answers for, and what it agreed to with others: its own work told apart from what is true of everybody. */
export function BodyProgressPage({ body, progress, visit }: Props) {
  const { lines } = progress;
  const answers = lines.filter(({ answersFor }) => answersFor === body.id);
  const shared = lines.filter(({ answersFor }) => answersFor !== body.id);
  const files = filesOf(progressPath({ bodyId: body.id }), visit);
  const part = (title: string, some: readonly ProgressLine[], empty: string) => (
    <Section title={title}>
      <LinesTable
        caption={title}
        captionHidden
        lines={some.slice(0, shown)}
        names={progress.names}
        empty={empty}
        {...{ visit, files }}
      />
      {some.length > shown && (
        <Text>{`These are ${shown} of ${some.length}, the furthest off track first. The files have them all.`}</Text>
      )}
    </Section>
  );
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        <Text lead>
          What is true of everybody in an area is no one body’s doing; its own work is. The two are told
          apart.
        </Text>
        <FollowLinks followed={{ kind: 'bodies', id: body.id }} what={body.name} />
      </Prose>
      {part(
        'Its own work',
        answers.filter(({ series }) => series.concerns === 'performance'),
        'Nothing of its own work is measured here.',
      )}
      {part(
        'Outcomes for everybody that it leads on',
        answers.filter(({ series }) => series.concerns === 'population'),
        'It leads on no outcome here.',
      )}
      {part(
        'Agreed to with others, who lead on it',
        shared,
        'It has agreed to no target that another body leads on.',
      )}
      <Text>
        <Link href={onDay('/progress', visit)}>How everything goes</Link> ·{' '}
        <Link href={onDay(`/reports?body=${body.id}`, visit)}>Its reports</Link>
      </Text>
      <AnotherDay visit={visit} />
    </>
  );
}
