import { page, type PublicRoute, type Visit } from '#platform/http';
import { Prose } from '#platform/ui';
import { officesDataset } from '../../../queries/datasets.ts';
import { officesPage, type OfficesPage } from '../../../queries/offices.ts';
import { AnotherDay, AsOf, fileRoutes } from '#platform/web';
import { elsewhere, noSuch } from '../parts/missing.ts';
import type { PublicServices } from '../parts/services.ts';
import { bodyTrail } from '../parts/trails.ts';
import { OfficesTable } from './offices-table.tsx';

/** The offices and seats of one body, those that have ended too. */
export function officesRoutes({ database }: PublicServices): readonly PublicRoute[] {
  return [
    {
      method: 'GET',
      path: '/bodies/:body/offices',
      may: 'anyone',
      handle: async (visit) => {
        const id = visit.params['body'] ?? '';
        const found = await officesPage(database, id, { on: visit.on });
        if (found === undefined) return elsewhere(database, 'body', id, visit);
        return page({
          title: 'Offices and seats',
          caption: found.body.name,
          description: `The offices of ${found.body.name}, who holds each and for whom.`,
          section: 'bodies',
          breadcrumbs: bodyTrail(found.body, visit, { text: 'Offices and seats' }),
          main: <Offices found={found} visit={visit} />,
        });
      },
    },
    ...fileRoutes(
      '/bodies/:body/offices',
      ({ params, on }) => officesDataset(database, params['body'] ?? '', { on }),
      ({ params }) => noSuch('body', params['body']),
    ),
  ];
}

function Offices({ found, visit }: Readonly<{ found: OfficesPage; visit: Visit }>) {
  const { body, offices, otherOffices } = found;
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        <p class="govuk-body-l">
          Offices, not people, act here. Who holds an office is shown where the body has recorded it.
        </p>
      </Prose>
      <OfficesTable
        bodyId={body.id}
        caption="On this day"
        offices={offices}
        empty="No office is recorded on this day."
        visit={visit}
      />
      {otherOffices.length > 0 && (
        <OfficesTable
          bodyId={body.id}
          caption="On other days"
          offices={otherOffices}
          empty=""
          visit={visit}
          downloads={false}
        />
      )}
      <AnotherDay visit={visit} />
    </>
  );
}
