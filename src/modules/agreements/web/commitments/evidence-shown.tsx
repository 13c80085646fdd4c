import type { Visit } from '#platform/http';
import { formatDate } from '#platform/kernel';
import { DataTable, Link } from '#platform/ui';
import { onDay } from '#platform/web';
import { type CommitmentFact, evidenceKinds } from '../../domain/commitment/fact.ts';
import type { CommitmentShown } from '../../queries/commitments/page.ts';

type Evidence = Extract<CommitmentFact, { kind: 'evidence' }>;

/** What is held that shows how a promise goes. */
export const EvidenceShown = ({ found, visit }: Readonly<{ found: CommitmentShown; visit: Visit }>) => (
  <DataTable
    caption="Evidence held"
    captionHidden
    rows={found.facts.flatMap((fact) => (fact.kind === 'evidence' ? [fact] : []))}
    columns={[
      { title: 'What it shows', cell: ({ says }) => says },
      { title: 'Kind', cell: ({ evidence }) => evidenceKinds[evidence] },
      { title: 'Where', cell: (fact) => <Where fact={fact} visit={visit} /> },
      { title: 'Of', cell: ({ on }) => formatDate(on) },
      { title: 'Added by', cell: ({ byOffice }) => byOffice },
    ]}
    empty="No evidence is held. That says nothing of whether the promise was kept."
    narrow="stack"
  />
);

function Where({ fact: { evidence, at }, visit }: Readonly<{ fact: Evidence; visit: Visit }>) {
  if (evidence === 'paper') return <>{at}</>;
  if (evidence !== 'link') return <Link href={onDay(at, visit)}>{at}</Link>;
  return (
    <a class="govuk-link" href={at} rel="nofollow noreferrer">
      {at}
    </a>
  );
}
