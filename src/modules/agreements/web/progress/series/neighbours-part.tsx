import type { Visit } from '#platform/http';
import { Button, DataTable, Link } from '#platform/ui';
import { Choice, KeepDay, onDay, Section } from '#platform/web';
import { seriesAreaPath } from '../../../domain/reading/reading-paths.ts';
import { seriesPath } from '../../../domain/series/series.ts';
import type { Compared } from '../../../queries/progress/compared.ts';
import { sayFigureOf } from '../../../domain/series/say-figure.ts';
import { DirectionWord, StatusTag } from '../parts/status.tsx';

type Props = Readonly<{ compared: Compared; chosen: string | undefined; visit: Visit }>;

/** One area beside those that touch it, and those that are there to compare with. */
export function NeighboursPart({ compared: { series, areas, neighbours }, chosen, visit }: Props) {
  const choices = areas.filter(({ going }) => neighbours.has(going.areaId));
  if (choices.length === 0) return null;
  const own = choices.find(({ going }) => going.areaId === chosen);
  const beside = new Set([chosen, ...(neighbours.get(chosen ?? '') ?? [])]);
  return (
    <Section title="Nearest neighbours" id="neighbours">
      <form method="get" action={seriesPath(series.id)}>
        <Choice
          name="area"
          label="Compare one area with those that touch it"
          every="Choose an area"
          chosen={own?.going.areaId}
          options={choices.map(({ going, name }) => ({ value: going.areaId, text: name }))}
        />
        <KeepDay visit={visit} />
        <Button variant="secondary">Compare</Button>
      </form>
      {own !== undefined && (
        <DataTable
          caption={`${own.name} and its neighbours`}
          rows={[
            own,
            ...areas.filter((area) => area !== own && (beside.has(area.going.areaId) || area.isOutside)),
          ]}
          columns={[
            {
              title: 'Area',
              cell: ({ name, going }) => (
                <Link href={onDay(seriesAreaPath({ seriesId: series.id, areaId: going.areaId }), visit)}>
                  {name}
                </Link>
              ),
            },
            {
              title: 'Figure',
              numeric: true,
              cell: ({ reading }) => (reading === undefined ? 'not known' : sayFigureOf(series, reading)),
            },
            {
              title: 'Status',
              cell: ({ going, isOutside }) =>
                isOutside ? 'to compare with' : <StatusTag status={going.status} />,
            },
            { title: 'Direction', cell: ({ going }) => <DirectionWord direction={going.direction} /> },
          ]}
          empty=""
          narrow="stack"
        />
      )}
    </Section>
  );
}
