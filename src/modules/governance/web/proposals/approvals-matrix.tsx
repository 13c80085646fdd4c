import { capitalise, formatDate } from '#platform/kernel';
import { type Column, DataTable, Link, Tag, Unseen } from '#platform/ui';
import { type DayAsked, filesOf, onDay } from '#platform/web';
import { decisionPath } from '../../domain/decision/decision.ts';
import type { MatrixCell } from '../../domain/proposal/matrix.ts';
import type { Approval, Party } from '../../domain/proposal/proposal.ts';
import { proposalPath } from '../../domain/proposal/put-proposal.ts';
import type { StoodProposal } from '../../queries/proposal-at.ts';
import { approvalTitles, cellInWords, cellTag, columnsOf } from './words.ts';

type Props = Readonly<{ stood: StoodProposal; visit: DayAsked }>;

/** Party by approval: where each is, since when, and the decision that proves it. */
export function ApprovalsMatrix({ stood, visit }: Props) {
  const columns: readonly Column<Party>[] = [
    {
      title: 'Party',
      cell: ({ bodyId, name }) => <Link href={onDay(`/bodies/${bodyId}`, visit)}>{name}</Link>,
    },
    ...columnsOf(stood.version).map((approval) => ({
      title: approvalTitles[approval],
      cell: (party: Party) => <ApprovalCell stood={stood} visit={visit} party={party} approval={approval} />,
    })),
  ];
  return (
    <DataTable
      caption="Where each party’s approval stands"
      columns={columns}
      rows={stood.judged.parties}
      empty="It is put to nobody."
      narrow="stack"
      downloads={filesOf(`${proposalPath(stood.proposal)}/approvals`, visit)}
    />
  );
}

function ApprovalCell({
  stood,
  visit,
  party,
  approval,
}: Props & Readonly<{ party: Party; approval: Approval }>) {
  const found = stood.matrix.cells.find((each) => each.party === party && each.approval === approval);
  if (found === undefined) return <span class="govuk-hint">Not asked</span>;
  const { text, colour } = cellTag(found);
  const said = cellInWords(found);
  return (
    <div class="accord-approval">
      <Tag colour={colour}>{text}</Tag>
      {said !== '' && <p class="govuk-body-s">{said}</p>}
      <Evidence stood={stood} visit={visit} found={found} />
    </div>
  );
}

function Evidence({ stood, visit, found: { last, party } }: Props & Readonly<{ found: MatrixCell }>) {
  const decision =
    last?.evidence === undefined ? undefined : stood.decisions.get(last.evidence.decisionId)?.decision;
  if (decision === undefined || last?.evidence === undefined) return null;
  return (
    <p class="govuk-body-s">
      <Link href={onDay(decisionPath(decision), visit)}>
        {capitalise(decision.decisionMaker)}, {formatDate(decision.takenOn)}, clause {last.evidence.clause}
        <Unseen> of the decision of {party.name}</Unseen>
      </Link>
    </p>
  );
}
