import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import { DataTable, Prose, SummaryList } from '#platform/ui';
import { officesPage, type OfficeLine } from '../../../queries/offices.ts';
import { AnotherDay, AsOf, onDay, Period, Section } from '#platform/web';
import { elsewhere } from '../parts/missing.ts';
import { Origin } from '../parts/origin.tsx';
import type { PublicServices } from '../parts/services.ts';
import { bodyTrail } from '../parts/trails.ts';
import { roleWords } from './role-words.ts';
import { Behalf, Holder, votes } from './offices-table.tsx';

/** One office: what it is, who has held it, and for whom. */
export function officeRoutes({ database }: PublicServices): readonly PublicRoute[] {
  return [
    {
      method: 'GET',
      path: '/bodies/:body/offices/:office',
      may: 'anyone',
      handle: async (visit) => {
        const { body: id = '', office: asked = '' } = visit.params;
        const found = await officesPage(database, id, { on: visit.on });
        if (found === undefined) return elsewhere(database, 'body', id, visit);
        const every = [...found.offices, ...found.otherOffices];
        const line = every.find(({ office }) => office.id === `${id}.${asked}` || office.id === asked);
        if (line === undefined)
          return notFound(`${found.body.name} has no office with this address. Its page lists those it has.`);
        const offices = { text: 'Offices and seats', href: onDay(`/bodies/${id}/offices`, visit) };
        return page({
          title: line.office.title,
          caption: found.body.name,
          description: `${line.office.title}, ${found.body.name}: who holds it, for whom, and since when.`,
          section: 'bodies',
          breadcrumbs: bodyTrail(found.body, visit, offices, { text: line.office.title }),
          main: <Office line={line} isThere={found.offices.includes(line)} visit={visit} />,
        });
      },
    },
  ];
}

function Office({ line, isThere, visit }: Readonly<{ line: OfficeLine; isThere: boolean; visit: Visit }>) {
  const { office, heldBy, holdings } = line;
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        <SummaryList
          rows={[
            {
              key: 'Held by',
              value: {
                children: isThere ? (
                  <Holder heldBy={heldBy} visit={visit} />
                ) : (
                  'The office does not exist on this day'
                ),
              },
            },
            ...(heldBy?.onBehalfOf === undefined
              ? []
              : [{ key: 'On behalf of', value: { children: <Behalf heldBy={heldBy} visit={visit} /> } }]),
            ...(heldBy?.holding.mandate === undefined
              ? []
              : [{ key: 'Mandate', value: heldBy.holding.mandate }]),
            { key: 'Votes', value: votes(office.voting) },
            { key: 'What it may do in Accord', value: roleWords(office.role) },
            {
              key: 'The office exists',
              value: { children: <Period from={office.from} until={office.until} /> },
            },
            { key: 'Known from', value: { children: <Origin {...office} /> } },
          ]}
        />
      </Prose>
      <Section title="Who has held it">
        <DataTable
          caption="Holders, the latest first"
          columns={[
            { title: 'Holder', cell: (each) => <Holder heldBy={each} visit={visit} /> },
            { title: 'On behalf of', cell: (each) => <Behalf heldBy={each} visit={visit} /> },
            { title: 'Held', cell: ({ holding }) => <Period from={holding.from} until={holding.until} /> },
            { title: 'Source', cell: ({ holding }) => <Origin {...holding} /> },
          ]}
          rows={holdings}
          empty="Nobody is recorded as holding it: who does is for the body itself to enter."
          narrow="stack"
          captionHidden
        />
      </Section>
      <AnotherDay visit={visit} />
    </>
  );
}
