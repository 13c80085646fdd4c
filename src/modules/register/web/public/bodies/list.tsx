import { type Dataset, page, type PublicRoute, type Visit } from '#platform/http';
import { Button, type Column, DataTable, Downloads, Link, Prose, Text } from '#platform/ui';
import { type BodyKind, bodyKinds, tiers } from '../../../domain/body.ts';
import { type BodyLine, everyBody } from '../../../queries/bodies.ts';
import { bodiesDataset } from '../../../queries/datasets.ts';
import { AsOf, Choice, DayField, fileRoutes, filesOf, home, onDay, Period, Section } from '#platform/web';
import type { PublicServices } from '../parts/services.ts';
import { isBodyKind, isCouncil, kindsInOrder, kindsPlural } from './body-words.ts';

/** Every council and body of the area, and the same list as files. */
export function bodyListRoutes({ database }: PublicServices): readonly PublicRoute[] {
  return [
    {
      method: 'GET',
      path: '/bodies',
      may: 'anyone',
      handle: async (visit) =>
        page({
          title: 'Councils and bodies',
          description: 'Every council, forum and partnership in the register, what it is and since when.',
          section: 'bodies',
          breadcrumbs: [home, { text: 'Councils and bodies' }],
          main: <BodyList bodies={await everyBody(database, { on: visit.on })} visit={visit} />,
        }),
    },
    ...fileRoutes('/bodies', async (visit) => {
      const every = await bodiesDataset(database, { on: visit.on });
      return ofKind(every, kindAsked(visit));
    }),
  ];
}

const kindAsked = ({ query }: Visit): BodyKind | undefined =>
  isBodyKind(query['kind']) ? query['kind'] : undefined;

const ofKind = (every: Dataset, kind: BodyKind | undefined): Dataset =>
  kind === undefined ? every : { ...every, rows: every.rows.filter((row) => row['kind'] === kind) };

function BodyList({ bodies, visit }: Readonly<{ bodies: readonly BodyLine[]; visit: Visit }>) {
  const kind = kindAsked(visit);
  const shown = inOrder(bodies).filter((body) => kind === undefined || body.kind === kind);
  const present = shown.filter(({ exists }) => exists);
  const councils = present.filter(isCouncil);
  const others = present.filter((body) => !isCouncil(body));
  const absent = shown.filter(({ exists }) => !exists);
  const files = filesOf(kind === undefined ? '/bodies' : `/bodies?kind=${kind}`, visit);
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        <p class="govuk-body-l">
          Each council is sovereign: it works by its own rules and decides for itself. In forums and
          partnerships they meet.
        </p>
      </Prose>
      <Filter bodies={bodies} visit={visit} kind={kind} />
      {councils.length > 0 && (
        <DataTable caption="Councils" columns={columns(visit)} rows={councils} empty="" narrow="stack" />
      )}
      {others.length > 0 && (
        <DataTable
          caption="Forums, partnerships and other bodies"
          columns={columns(visit)}
          rows={others}
          empty=""
          narrow="stack"
        />
      )}
      {present.length === 0 && <Text>No body of this kind is recorded as existing on this day.</Text>}
      {absent.length > 0 && (
        <DataTable
          caption="Ended, or not yet begun"
          columns={columns(visit)}
          rows={absent}
          empty=""
          narrow="stack"
        />
      )}
      <div class="accord-section">
        <Downloads {...files} of="all bodies shown here, those that have ended among them" />
      </div>
      <Section title="Partners by law">
        <Prose>
          <Text>
            A law of 2007 made police, health and other bodies partners in agreeing joint targets.{' '}
            <Link href="/statutory-partners">See which kinds of body, and their duties</Link>.
          </Text>
        </Prose>
      </Section>
    </>
  );
}

/** By kind, and within a kind by name. */
const inOrder = (bodies: readonly BodyLine[]): readonly BodyLine[] =>
  kindsInOrder.flatMap((kind) => bodies.filter((body) => body.kind === kind));

const columns = (visit: Visit): readonly Column<BodyLine>[] => [
  { title: 'Name', cell: ({ id, name }) => <Link href={onDay(`/bodies/${id}`, visit)}>{name}</Link> },
  { title: 'Kind', cell: ({ kind }) => bodyKinds[kind] },
  { title: 'Tier', cell: ({ tier }) => (tier === undefined ? 'None' : tiers[tier]) },
  { title: 'GSS code', cell: ({ gss }) => gss ?? 'None' },
  { title: 'Dates', cell: ({ founded, ended }) => <Period from={founded} until={ended} /> },
];

function Filter({
  bodies,
  visit,
  kind,
}: Readonly<{ bodies: readonly BodyLine[]; visit: Visit; kind: BodyKind | undefined }>) {
  const kinds = kindsInOrder.filter((each) => bodies.some((body) => body.kind === each));
  return (
    <form method="get" action="/bodies" class="accord-filter">
      <Choice
        name="kind"
        label="Kind"
        every="Every kind"
        chosen={kind}
        options={kinds.map((each) => ({ value: each, text: kindsPlural[each] }))}
      />
      <DayField id="on" on={visit.on} />
      <Button variant="secondary">Show</Button>
    </form>
  );
}
