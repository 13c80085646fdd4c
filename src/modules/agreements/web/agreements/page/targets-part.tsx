import { DataTable, Link, Text } from '#platform/ui';
import { onDay } from '#platform/web';
import type { PartProps } from './part-props.ts';

const standings = { designated: 'Designated', local: 'Local', statutory: 'Statutory' } as const;

/** The targets it sets; each has its page with the consents and how it goes. */
export const TargetsPart = ({ shown: { agreement, targets, bodies }, visit }: PartProps) => (
  <>
    <DataTable
      caption="Targets"
      rows={targets}
      columns={[
        {
          title: 'Target',
          cell: ({ target, series }) => (
            <Link href={onDay(`/targets/${agreement.id}/${target.number}`, visit)}>
              {target.number}. {series}
            </Link>
          ),
        },
        { title: 'Where', cell: ({ area }) => area },
        { title: 'Standing', cell: ({ target }) => standings[target.standing] },
        {
          title: 'Led by',
          cell: ({ target }) => {
            const lead = target.versions.at(-1)?.leadBody ?? '';
            return bodies.get(lead)?.name ?? lead;
          },
        },
      ]}
      empty="No target of it is recorded."
      narrow="stack"
    />
    <Text>
      <Link href={onDay(`/agreements/${agreement.id}/reward`, visit)}>What its targets earn</Link>
    </Text>
  </>
);
