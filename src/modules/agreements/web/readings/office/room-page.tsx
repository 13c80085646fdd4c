import { may } from '#platform/identity';
import { type Actor, formatDate, type IsoDate, londonDate, plural } from '#platform/kernel';
import { DataTable, Link, Prose, Tag, Text } from '#platform/ui';
import { Day, officePage, Section } from '#platform/web';
import { seriesAreaPath } from '../../../domain/reading/reading-paths.ts';
import type { KeptReading } from '../../../domain/reading/reading.ts';
import { periodName } from '../../../domain/series/period-name.ts';
import { mayEnterReadings } from '../../../permissions.ts';
import type { BatchLine } from '../../../queries/readings/batch-shown.ts';
import type { LineShown } from '../../../queries/readings/lines-shown.ts';
import type { DueReading } from '../../../queries/readings/due.ts';
import { Figure } from '../readings-table.tsx';
import { BatchStanding } from './batch-standing.tsx';
import { lineName } from './lines.ts';
import { batchPath, bringPath, enterPath, filePath, roomPath } from './paths.ts';

export type Room = Readonly<{
  actor: Actor;
  due: readonly DueReading[];
  published: readonly LineShown<KeptReading>[];
  batches: readonly BatchLine[];
  hasFile: boolean;
  today: IsoDate;
}>;

/** On the page stand the soonest; the file has them all. */
const shown = 50;

/** What a body has to bring, what waits for approval, and the ways to bring it. */
export const roomPage = ({ actor, due, published, batches, hasFile, today }: Room) => {
  const { bodyId } = actor;
  const mayEnter = may(actor, mayEnterReadings, bodyId).ok;
  return officePage(actor, [], {
    title: 'Readings',
    main: (
      <>
        <Prose>
          <Text>
            A reading is entered by one officer and approved by another. Nothing is public before that, and
            what is published is never edited: a revision takes its place.
          </Text>
          {mayEnter && (
            <ul class="govuk-list govuk-list--bullet">
              <li>
                <Link href={enterPath(bodyId)}>Enter the readings that are due soonest</Link>
              </li>
              <li>
                <Link href={bringPath(bodyId)}>Bring a file of readings</Link>
              </li>
              {hasFile && (
                <li>
                  <Link href={filePath(bodyId)}>See the file that was brought last</Link>
                </li>
              )}
            </ul>
          )}
        </Prose>
        <Section title="To bring" id="due">
          {due.length > shown && (
            <Text>{`The ${shown} due soonest of ${plural(due.length, 'reading')}. The file has them all.`}</Text>
          )}
          <DataTable
            caption="Readings to bring"
            captionHidden
            rows={due.slice(0, shown)}
            columns={[
              {
                title: 'Series',
                cell: (each) =>
                  mayEnter && !each.isWaiting ? (
                    <Link href={`${enterPath(bodyId)}?line=${lineName(each)}`}>{each.series.title}</Link>
                  ) : (
                    each.series.title
                  ),
              },
              { title: 'Area', cell: ({ areaName }) => areaName },
              { title: 'Period', cell: ({ period }) => periodName(period) },
              { title: 'Due', cell: (each) => <DueDay reading={each} today={today} /> },
              {
                title: 'Figure before',
                cell: ({ series, previous }) =>
                  previous === undefined ? 'None' : <Figure series={series} reading={previous} />,
              },
            ]}
            empty="Nothing is due: every period that is over has its reading."
            narrow="stack"
            downloads={{
              csv: `${roomPath(bodyId)}/to-bring.csv`,
              json: `${roomPath(bodyId)}/to-bring.json`,
            }}
          />
        </Section>
        <Section title="Published" id="published">
          <DataTable
            caption="The latest published reading of each series"
            captionHidden
            rows={published.slice(0, shown)}
            columns={[
              {
                title: 'Series',
                cell: ({ series, line }) => <Link href={seriesAreaPath(line)}>{series.title}</Link>,
              },
              { title: 'Area', cell: ({ areaName }) => areaName },
              { title: 'Period', cell: ({ line }) => periodName(line.period) },
              { title: 'Figure', cell: ({ series, line }) => <Figure series={series} reading={line} /> },
              ...(mayEnter
                ? [
                    {
                      title: 'Revise',
                      cell: ({ line }: LineShown<KeptReading>) => (
                        <Link href={`${enterPath(bodyId)}?line=${lineName(line)}`}>Revise it</Link>
                      ),
                    },
                  ]
                : []),
            ]}
            empty="Nothing is published yet."
            narrow="stack"
            downloads={{
              csv: `${roomPath(bodyId)}/published.csv`,
              json: `${roomPath(bodyId)}/published.json`,
            }}
          />
        </Section>
        <Section title="Entered lately" id="batches">
          <DataTable
            caption="Readings entered lately"
            captionHidden
            rows={batches}
            columns={[
              {
                title: 'Entered',
                cell: ({ id, enteredAt }) => (
                  <Link href={batchPath(bodyId, id)}>{formatDate(londonDate(enteredAt))}</Link>
                ),
              },
              { title: 'Readings', cell: ({ readings }) => String(readings), numeric: true },
              {
                title: 'By',
                cell: ({ enteredBy, fileName }) => [enteredBy, fileName].filter(Boolean).join(', '),
              },
              { title: 'Standing', cell: (batch) => <BatchStanding batch={batch} /> },
            ]}
            empty="Nothing has been entered yet."
            narrow="stack"
          />
        </Section>
      </>
    ),
  });
};

function DueDay({ reading: { due, isWaiting }, today }: Readonly<{ reading: DueReading; today: IsoDate }>) {
  return (
    <>
      <Day on={due} />{' '}
      {isWaiting ? (
        <Tag colour="blue">Waits for approval</Tag>
      ) : (
        due < today && <Tag colour="red">Overdue</Tag>
      )}
    </>
  );
}
