import { formatDate, listInWords } from '#platform/kernel';
import { DataTable, Link } from '#platform/ui';
import { type DayAsked, onDay } from '#platform/web';
import { explainBlocker } from '../../domain/target/explain-blocker.ts';
import type { PartnerCell } from '../../domain/target/partner-cell.ts';
import { cellsOf } from '../../domain/target/standing.ts';
import type { TargetVersion } from '../../domain/target/target.ts';
import type { StoodTarget } from '../../queries/targets-at.ts';
import type { TargetsShown } from '../../queries/targets-shown.ts';
import { CellTag } from './words.tsx';

type Props = Readonly<{
  found: Pick<StoodTarget, 'target' | 'facts' | 'standing'>;
  shown: Pick<TargetsShown, 'names' | 'grounds'>;
  visit: DayAsked;
}>;

/**
 * Each partner of the version that was put last, with its answer and the decision behind it; where that does not bind yet, the
 * same of the version that does.
 */
export function Answers(props: Props) {
  const { target, facts, standing } = props.found;
  const { put, inForce } = standing;
  if (put === undefined) return null;
  const binding = inForce !== undefined && inForce.version.number !== put.version.number && inForce.version;
  return (
    <>
      <AnswersTo {...props} version={put.version} cells={put.cells} />
      {binding && (
        <AnswersTo
          {...props}
          version={binding}
          cells={cellsOf(target, binding, facts, props.visit.on)}
          isBinding
        />
      )}
    </>
  );
}

type ToProps = Props &
  Readonly<{ version: TargetVersion; cells: readonly PartnerCell[]; isBinding?: boolean }>;

function AnswersTo({ found, shown: { names, grounds }, visit, version, cells, isBinding }: ToProps) {
  const decisionOf = ({ cell }: PartnerCell) =>
    'decisionId' in cell && cell.decisionId !== undefined
      ? grounds.decisions.get(cell.decisionId)
      : undefined;
  return (
    <DataTable
      caption={`Answers to version ${version.number}${isBinding === true ? ', which is in force' : ''}`}
      rows={cells}
      columns={[
        {
          title: 'Partner',
          cell: ({ partner, answeredBy }) =>
            answeredBy.length === 1 && answeredBy[0] === partner
              ? names.body(partner)
              : `${names.body(partner)}, which has ended${answeredBy.length === 0 ? '' : `: ${listInWords(answeredBy.map(names.body))} answers`}`,
        },
        { title: 'Answer', cell: ({ cell }) => <CellTag cell={cell} /> },
        {
          title: 'In words',
          cell: (each) =>
            each.cell.cell === 'consented'
              ? `Its consent has been in effect since ${formatDate(each.cell.since)}.`
              : (explainBlocker(each, version.byBody, names.body)?.what ?? ''),
        },
        {
          title: 'By',
          cell: (each) => {
            const decision = decisionOf(each);
            return decision === undefined ? (
              found.target.isIllustrative ? (
                'None: it is made up'
              ) : (
                'No decision'
              )
            ) : (
              <Link href={onDay(decision.path, visit)}>{decision.title}</Link>
            );
          },
        },
      ]}
      empty="It binds nobody."
      narrow="stack"
    />
  );
}
