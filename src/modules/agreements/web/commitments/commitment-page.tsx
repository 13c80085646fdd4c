import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import { clip, normaliseTyped } from '#platform/kernel';
import type { Services } from '#platform/module';
import {
  Certainty,
  type CertaintyMark,
  certaintyMarks,
  DataTable,
  FollowLinks,
  Prose,
  Text,
} from '#platform/ui';
import { AnotherDay, AsOf, fileRoutes, home, onDay, Section } from '#platform/web';
import { everyBody } from '#modules/register';
import { type CommitmentSource, commitmentPath } from '../../domain/commitment/commitment.ts';
import { factsDataset } from '../../queries/commitments/dataset.ts';
import { type CommitmentNamed, commitmentShown } from '../../queries/commitments/page.ts';
import { EvidenceShown } from './evidence-shown.tsx';
import { LinksShown } from './links-shown.tsx';
import { MilestonesShown } from './milestones-shown.tsx';
import { OfficeLinks } from './office-links.tsx';
import { Said } from './said.tsx';
import type { ShownProps } from './shown-props.ts';
import { Thread } from './thread.tsx';

const path = '/commitments/:collection/:commitment';

export const namedBy = (params: Visit['params']): CommitmentNamed => ({
  collectionId: params['collection'] ?? '',
  number: params['commitment'] ?? '',
});

export const noSuchCommitment = (params: Visit['params']): string =>
  `There is no commitment with the number “${clip(normaliseTyped(params['commitment'] ?? ''), 40)}” in this document, ` +
  'or it had not been made by that day. The page on commitments lists them all.';

/** One promise and what became of it: source, owner, milestones, evidence, status; a thread that is broken says so. */
export const commitmentPageRoutes = ({ database }: Pick<Services, 'database'>): readonly PublicRoute[] => [
  {
    method: 'GET',
    path,
    may: 'anyone',
    handle: async (visit) => {
      const [found, bodies] = await Promise.all([
        commitmentShown(database, namedBy(visit.params), visit.on),
        everyBody(database, { on: visit.on }),
      ]);
      if (found === undefined) return notFound(noSuchCommitment(visit.params));
      const names = new Map(bodies.map(({ id, name }) => [id, name]));
      const { commitment, collection } = found;
      return page({
        title: `Commitment ${commitment.number}`,
        caption: collection.title,
        description: clip(commitment.promise, 150),
        section: 'agreements',
        breadcrumbs: [
          home,
          { text: 'Commitments', href: onDay('/commitments', visit) },
          { text: collection.title, href: onDay(`/commitments?collection=${collection.id}`, visit) },
          { text: commitment.number },
        ],
        main: <Shown found={found} names={names} visit={visit} />,
      });
    },
  },
  ...fileRoutes(
    `${path}/facts`,
    async ({ params, on }) => {
      const found = await commitmentShown(database, namedBy(params), on);
      return found && factsDataset(found);
    },
    ({ params }) => noSuchCommitment(params),
  ),
];

const isMark = (text: string): text is CertaintyMark => Object.hasOwn(certaintyMarks, text);

function Shown({ found, names, visit }: ShownProps) {
  const { commitment, collection } = found;
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        <Text lead>{commitment.promise}</Text>
        {commitment.note !== '' && <Text>{commitment.note}</Text>}
        <p class="accord-source">
          Retold in our own words from: {collection.document}.{' '}
          {isMark(commitment.certainty) && <Certainty mark={commitment.certainty} />}
        </p>
        <OfficeLinks found={found} visit={visit} />
      </Prose>
      <Thread found={found} names={names} visit={visit} />
      <Section title="Where it is written">
        <Sources found={found} />
      </Section>
      <Section title="Milestones">
        <MilestonesShown found={found} />
      </Section>
      <Section title="Evidence">
        <EvidenceShown found={found} visit={visit} />
      </Section>
      <Section title="What was said of it">
        <Said found={found} names={names} visit={visit} />
      </Section>
      <LinksShown found={found} visit={visit} />
      <Section title="Follow it">
        <FollowLinks
          followed={{ kind: 'things', id: commitmentPath(commitment) }}
          what={clip(commitment.promise, 80)}
        />
      </Section>
      <AnotherDay visit={visit} />
    </>
  );
}

/** Every place where the promise stands, of this document and of those joined with it. */
function Sources({ found: { commitment, joined } }: Pick<ShownProps, 'found'>) {
  const sources: readonly CommitmentSource[] = [
    ...commitment.sources,
    ...joined.flatMap((other) =>
      other.commitment.sources.map((source) => ({
        ...source,
        says: source.says || other.commitment.promise,
      })),
    ),
  ];
  return (
    <DataTable
      caption="Every place where this promise stands"
      captionHidden
      rows={sources}
      columns={[
        { title: 'Number', cell: ({ number }) => number },
        { title: 'Document', cell: ({ document }) => document },
        { title: 'Part', cell: ({ cites }) => cites },
        { title: 'What it says there, retold', cell: ({ says }) => says || 'As above' },
      ]}
      empty="No place is recorded."
      narrow="stack"
    />
  );
}
