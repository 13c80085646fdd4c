import { DataTable, Link } from '#platform/ui';
import { filesOf, onDay } from '#platform/web';
import { agreementPath, capacities } from '../../../domain/agreement/agreement.ts';
import type { PartProps } from './part-props.ts';

/** Who is party to it, and as what. */
export const PartiesPart = ({ shown: { agreement, version, bodies, ended }, visit }: PartProps) => (
  <DataTable
    caption="Parties"
    rows={version.parties}
    columns={[
      {
        title: 'Body',
        cell: ({ bodyId }) => (
          <Link href={onDay(`/bodies/${bodyId}`, visit)}>{bodies.get(bodyId)?.name ?? bodyId}</Link>
        ),
      },
      { title: 'As what', cell: ({ capacity }) => capacities[capacity] },
      {
        title: 'Today',
        cell: ({ bodyId }) => {
          const gone = ended.find(({ body }) => body.id === bodyId);
          if (gone === undefined) return 'Exists';
          return gone.successors.length === 0
            ? 'Ended'
            : `Ended: ${gone.successors.map(({ name }) => name).join(', ')} in its place`;
        },
      },
    ]}
    empty="Who the parties were is not recorded."
    narrow="stack"
    downloads={filesOf(`${agreementPath(agreement)}/parties`, visit)}
  />
);
