import { page, type PublicRoute, type Visit } from '#platform/http';
import { DataTable, Link, Prose, Text } from '#platform/ui';
import { dutiesInWords, partnersDataset } from '../../../queries/partners-dataset.ts';
import {
  type PartnerDuty,
  type PartnerKind,
  type PartnersPage,
  partnersPage,
} from '../../../queries/partners.ts';
import { fileRoutes, home, Section } from '#platform/web';
import { Origin } from '../parts/origin.tsx';
import type { PublicServices } from '../parts/services.ts';

/** The kinds of body the law makes partners in agreeing joint targets, and what each must do. */
export function partnerRoutes({ database }: PublicServices): readonly PublicRoute[] {
  return [
    {
      method: 'GET',
      path: '/statutory-partners',
      may: 'anyone',
      handle: async () =>
        page({
          title: 'Partners by law',
          description:
            'The kinds of public body the law makes partners in a local area agreement, and their duties.',
          section: 'bodies',
          breadcrumbs: [home, { text: 'Councils and bodies', href: '/bodies' }, { text: 'Partners by law' }],
          main: <PartnersByLaw {...await partnersPage(database)} />,
        }),
    },
    ...fileRoutes('/statutory-partners', async (_visit: Visit) =>
      partnersDataset(await partnersPage(database)),
    ),
  ];
}

function PartnersByLaw({ kinds, duties }: PartnersPage) {
  const ofEvery = duties.filter(({ dutyOf }) => dutyOf === 'every-partner');
  const ofLead = duties.filter(({ dutyOf }) => dutyOf === 'lead-county-council');
  return (
    <>
      <Prose>
        <p class="govuk-body-l">
          A law of 2007 named kinds of public body that had to help to agree joint targets for an area, and to
          have regard to them.
        </p>
        <Text>
          These are the kinds named for the second Kent Agreement in October 2007, in the words of the time.
          Several have since been replaced. Not every kind is found in Kent: it has no broads authority, for
          example.
        </Text>
        <Duties title="What every partner had to do" duties={ofEvery} />
        <Duties title="What the lead county council had to do" duties={ofLead} />
      </Prose>
      <DataTable
        caption="Kinds of statutory partner"
        columns={[
          { title: 'Kind of body', cell: ({ title }) => title },
          {
            title: 'Duties',
            cell: (kind) => (isEvery(kind, ofEvery) ? 'Those of every partner' : dutiesInWords(kind, duties)),
          },
        ]}
        rows={kinds}
        empty="No kind of partner is recorded."
        source={{ text: [...new Set(kinds.map(({ source }) => source))].join('; ') }}
        narrow="stack"
        downloads={{ csv: '/statutory-partners.csv', json: '/statutory-partners.json' }}
      />
      <Prose>
        <Text>
          Which bodies meet in Kent’s own forums is on{' '}
          <Link href="/bodies">the list of councils and bodies</Link>.
        </Text>
      </Prose>
    </>
  );
}

const Duties = ({ title, duties }: Readonly<{ title: string; duties: readonly PartnerDuty[] }>) => (
  <Section title={title}>
    <ul class="govuk-list govuk-list--bullet govuk-list--spaced">
      {duties.map((duty) => (
        <li>
          {duty.title}
          <br />
          <Origin source={`${duty.law}; ${duty.source}`} certainty={duty.certainty} />
        </li>
      ))}
    </ul>
  </Section>
);

const isEvery = (kind: PartnerKind, ofEvery: readonly PartnerDuty[]): boolean =>
  ofEvery.length === kind.duties.length && ofEvery.every(({ id }) => kind.duties.includes(id));
