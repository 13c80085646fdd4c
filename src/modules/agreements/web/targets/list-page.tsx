import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import type { Services } from '#platform/module';
import { InsetText, KeyFigures, Link, Prose, Text } from '#platform/ui';
import { AnotherDay, AsOf, fileRoutes, filesOf, home, onDay, Section } from '#platform/web';
import { type Agreement, agreementPath, versionOn } from '../../domain/agreement/agreement.ts';
import type { TargetStanding } from '../../domain/target/target.ts';
import { agreementOf } from '../../queries/agreement-of.ts';
import { targetsDataset } from '../../queries/targets-datasets.ts';
import { targetsShown, type TargetsShown } from '../../queries/targets-shown.ts';
import { schemaOf, schemaRoute } from '../table-schema.ts';
import { TargetsTable } from './targets-table.tsx';

const path = '/targets/:targetAgreement';
export const noSuchAgreement =
  'There is no agreement with this address. The list of agreements has them all.';

/** Every target of one agreement, with where each stands. */
export function targetsPageRoutes(services: Services): readonly PublicRoute[] {
  const find = ({ params }: Visit) => agreementOf(services.database, params['targetAgreement'] ?? '');
  const dataset = async (visit: Visit) => {
    const agreement = await find(visit);
    if (agreement === undefined) return undefined;
    const shown = await targetsShown(services, { agreementIds: [agreement.id] }, visit);
    return targetsDataset(`targets-${agreement.id}`, shown);
  };
  return [
    {
      method: 'GET',
      path,
      may: 'anyone',
      handle: async (visit) => {
        const agreement = await find(visit);
        if (agreement === undefined) return notFound(noSuchAgreement);
        const shown = await targetsShown(services, { agreementIds: [agreement.id] }, visit);
        const title = (versionOn(agreement, visit.on) ?? agreement.versions[0]).title;
        return page({
          title: 'Targets',
          caption: title,
          section: 'agreements',
          breadcrumbs: [
            home,
            { text: 'Agreements', href: onDay('/agreements', visit) },
            { text: title, href: onDay(agreementPath(agreement), visit) },
            { text: 'Targets' },
          ],
          changesAt: shown.changesAt,
          main: <Targets agreement={agreement} shown={shown} visit={visit} />,
        });
      },
    },
    ...fileRoutes(path, dataset, () => noSuchAgreement),
    schemaRoute(path, dataset, () => noSuchAgreement),
  ];
}

const parts: readonly Readonly<{ standing: TargetStanding; title: string; empty: string }>[] = [
  { standing: 'designated', title: 'Designated targets', empty: 'None is designated.' },
  { standing: 'local', title: 'Local targets', empty: 'None is local.' },
  { standing: 'statutory', title: 'Statutory targets, which stand apart', empty: 'None is statutory.' },
];

type Props = Readonly<{ agreement: Agreement; shown: TargetsShown; visit: Visit }>;

function Targets({ agreement, shown, visit }: Props) {
  const count = (standing: TargetStanding) =>
    shown.targets.filter(({ target }) => target.standing === standing).length;
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        {agreement.isIllustrative && (
          <InsetText>This agreement is made up to show how the pages work.</InsetText>
        )}
        <Text lead>
          What the partners set out to reach. A target binds once every partner it names has consented by a
          decision of its own.
        </Text>
      </Prose>
      <KeyFigures
        figures={[
          {
            label: 'In force',
            value: String(shown.targets.filter(({ standing }) => standing.inForce !== undefined).length),
            detail: `of ${shown.targets.length} put`,
          },
          {
            label: 'Designated',
            value: String(count('designated')),
            detail:
              agreement.mostDesignated === undefined
                ? 'no limit is set'
                : `of at most ${agreement.mostDesignated}`,
          },
        ]}
      />
      {parts.map(({ standing, title, empty }) => (
        <Section title={title}>
          <TargetsTable
            shown={{ ...shown, targets: shown.targets.filter(({ target }) => target.standing === standing) }}
            visit={visit}
            empty={empty}
            caption={title}
            {...(standing === 'designated' ? { downloads: filesOf(`/targets/${agreement.id}`, visit) } : {})}
          />
        </Section>
      ))}
      <p class="accord-takeaway">
        <Link href={schemaOf(`/targets/${agreement.id}`)}>What the columns hold, as a Table Schema</Link>
      </p>
      <AnotherDay visit={visit} />
    </>
  );
}
