import type { Visit } from '#platform/http';
import { plural } from '#platform/kernel';
import { Button, Prose, Text } from '#platform/ui';
import {
  AnotherDay,
  AsOf,
  Choice,
  filesOf,
  KeepDay,
  namedOptions,
  onDay,
  Section,
  wordOptions,
} from '#platform/web';
import { colourWords } from '../../../domain/series/say-status.ts';
import { type Tally, tallyBy } from '../../../domain/series/tally.ts';
import type { Progress, ProgressAsked, ProgressLine } from '../../../queries/progress/overview.ts';
import { LinesTable } from './lines-table.tsx';
import { progressPath } from './read-asked.ts';
import { TallyTable } from './tally-table.tsx';

/** So many on the page; the files have them all. */
const shown = 40;

type Props = Readonly<{ progress: Progress; asked: ProgressAsked; visit: Visit }>;

/** What is off track and who agreed to it, at a glance: then by body, by theme, by place. */
export function OverviewPage({ progress, asked, visit }: Props) {
  const { lines, names, themes } = progress;
  const total = tallyBy(lines, () => ['all']).get('all');
  const behind = lines.filter(({ status }) => status.colour === 'red' || status.colour === 'amber');
  const people = behind.filter(({ series }) => series.concerns === 'population');
  const own = behind.filter(({ series }) => series.concerns === 'performance');
  const to = (change: ProgressAsked) => onDay(progressPath(asked, change), visit);
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        <Text lead>{sayTotal(total)}</Text>
        <Filter progress={progress} asked={asked} visit={visit} />
      </Prose>
      {asked.colour === undefined ? (
        <>
          <Behind
            title="For everybody: outcomes that are off track"
            lines={people}
            empty="No outcome for the people of an area is known to be off track."
            {...{ names, asked, visit }}
          />
          <Behind
            title="In bodies’ own work: what is off track"
            lines={own}
            empty="Nothing of a body’s own work is known to be off track."
            {...{ names, asked, visit }}
          />
        </>
      ) : (
        <Behind
          title={colourWords[asked.colour]}
          lines={lines}
          empty="Nothing stands so."
          {...{ names, asked, visit }}
        />
      )}
      <Section title="By body">
        <TallyTable
          caption="How things go by the body that answers for them"
          firstTitle="Body"
          rows={names.bodies.map(({ id, name }) => ({
            key: id,
            name,
            href: onDay(`/progress/${id}`, visit),
          }))}
          tallies={tallyBy(lines, ({ answersFor }) => (answersFor === undefined ? [] : [answersFor]))}
          empty="No body answers for anything here yet."
        />
      </Section>
      <Section title="By theme">
        <TallyTable
          caption="How things go by theme"
          firstTitle="Theme"
          rows={themes.map(({ id, title }) => ({ key: id, name: title, href: to({ themeId: id }) }))}
          tallies={tallyBy(lines, (line) => line.themes)}
          empty="No indicator is chosen for a theme yet."
        />
      </Section>
      <Section title="By place">
        <TallyTable
          caption="How things go for the people of each place"
          firstTitle="Place"
          rows={names.places.map(({ id, name }) => ({ key: id, name, href: to({ placeId: id }) }))}
          tallies={tallyBy(lines, ({ series, areaId }) => (series.concerns === 'population' ? [areaId] : []))}
          empty="Nothing is measured of a place yet."
        />
      </Section>
      <AnotherDay visit={visit} />
    </>
  );
}

function sayTotal(total: Tally | undefined): string {
  if (total === undefined) return 'Nothing is measured here yet.';
  const judged = total.red + total.amber + total.green;
  const rest = total.grey === 0 ? '' : ` ${plural(total.grey, 'other')} cannot be judged: each says why.`;
  return `Of ${plural(judged, 'measure')} with a target and a figure, ${total.red} are off track, ${total.amber} just short and ${total.green} on track.${rest}`;
}

type BehindProps = Pick<Props, 'asked' | 'visit'> &
  Readonly<{ title: string; lines: readonly ProgressLine[]; names: Progress['names']; empty: string }>;

const Behind = ({ title, lines, names, asked, visit, empty }: BehindProps) => (
  <Section title={title}>
    <LinesTable
      caption={title}
      captionHidden
      lines={lines.slice(0, shown)}
      empty={empty}
      files={filesOf(progressPath(asked), visit)}
      {...{ names, visit }}
    />
    {lines.length > shown && (
      <Text>{`These are ${shown} of ${lines.length}, the furthest off track first. The files have them all.`}</Text>
    )}
  </Section>
);

const Filter = ({ progress: { names, themes }, asked, visit }: Props) => (
  <form method="get" action="/progress" class="accord-filter">
    <Choice
      name="body"
      label="Body"
      every="Every body"
      chosen={asked.bodyId}
      options={namedOptions(names.bodies.filter(({ exists }) => exists))}
    />
    <Choice
      name="theme"
      label="Theme"
      every="Every theme"
      chosen={asked.themeId}
      options={themes.map(({ id, title }) => ({ value: id, text: title }))}
    />
    <Choice
      name="place"
      label="Place"
      every="Every place"
      chosen={asked.placeId}
      options={namedOptions(names.places)}
    />
    <Choice
      name="about"
      label="What it tells of"
      every="Everything"
      chosen={asked.concerns}
      options={wordOptions({ population: 'Everybody in an area', performance: 'One body’s own work' })}
    />
    <Choice
      name="status"
      label="Status"
      every="What is off track or just short"
      chosen={asked.colour}
      options={wordOptions(colourWords)}
    />
    <KeepDay visit={visit} />
    <Button variant="secondary">Show</Button>
  </form>
);
