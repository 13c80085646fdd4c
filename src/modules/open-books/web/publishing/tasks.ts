import { may } from '#platform/identity';
import { type Actor, formatDate, londonDate, plural } from '#platform/kernel';
import type { ServicesWithFiles, Task } from '#platform/module';
import { isSomebodyElse } from '../../domain/import/standing.ts';
import { monthsInWords } from '../../domain/release/months-covered.ts';
import { mayApproveSpending, mayBringSpending } from '../../permissions.ts';
import { type ImportShown, importLines } from '../../queries/publishing/imports.ts';
import { importPath } from './office/paths.ts';

/** What payments need an office now: those it should approve, and those that it brought and that are not asked for yet. */
export async function spendingTasks(
  { database, clock }: ServicesWithFiles,
  actor: Actor,
): Promise<readonly Task[]> {
  const { bodyId } = actor;
  const mayBring = may(actor, mayBringSpending, bodyId).ok;
  const mayApprove = may(actor, mayApproveSpending, bodyId).ok;
  if (!mayBring && !mayApprove) return [];
  const imports = await database.as(actor, (sql) => importLines(sql, bodyId, clock.now()));
  return imports.flatMap((brought) => [
    ...(mayApprove ? toApprove(brought, actor) : []),
    ...(mayBring && brought.broughtBy.officeId === actor.officeId ? toGoOnWith(brought) : []),
  ]);
}

function toApprove({ id, bodyId, standing, broughtBy, reading }: ImportShown, actor: Actor): readonly Task[] {
  if (standing.is !== 'asked' || !isSomebodyElse([broughtBy, standing.by], actor)) return [];
  return [
    {
      title: `Approve ${plural(reading.report?.rowsUnderstood ?? 0, 'payment')} of ${monthsInWords(standing.period)}`,
      href: importPath(bodyId, id),
      why: `Publication was asked by ${standing.by.office}. Payments are public once a second officer has approved them.`,
      standing: 'to-check',
    },
  ];
}

const why = {
  'in-doubt': 'Which column is which is not certain. Say it, and they are read again.',
  read: 'They are checked. Look through the report and ask for publication, or drop them.',
  returned: 'They were given back, with the reason.',
} as const;

function toGoOnWith({ id, bodyId, standing: { is }, broughtAt }: ImportShown): readonly Task[] {
  if (is !== 'in-doubt' && is !== 'read' && is !== 'returned') return [];
  return [
    {
      title: `Go on with the payments brought on ${formatDate(londonDate(broughtAt))}`,
      href: importPath(bodyId, id),
      why: why[is],
      standing: 'started',
    },
  ];
}
