import type { Matrix, MatrixCell } from './matrix.ts';
import type { Approval } from './proposal.ts';

/** The ways in which a party can answer a proposal next, each a decision of its own. */
export const routeTitles = {
  'executive-and-council': 'The executive decides, and recommends to the Council',
  executive: 'The executive decides',
  council: 'The Council decides',
  committee: 'A committee decides',
} as const;
export type Route = keyof typeof routeTitles;

export const isRoute = (text: string): text is Route => Object.hasOwn(routeTitles, text);

/** Which approvals a decision by this route gives. */
export const approvalsBy: Readonly<Record<Route, readonly Approval[]>> = {
  'executive-and-council': ['executive', 'council'],
  executive: ['executive'],
  council: ['council'],
  committee: ['committee'],
};

/** The routes that a party can still take: those by which it gives an approval that is missing. */
export function routesFor({ cells }: Matrix, bodyId: string): readonly Route[] {
  const has = (approval: Approval) =>
    cells.some((each) => each.party.bodyId === bodyId && each.approval === approval && isOpen(each.cell));
  return [
    ...(has('executive') && has('council') ? (['executive-and-council'] as const) : []),
    ...(has('executive') ? (['executive'] as const) : []),
    ...(has('council') ? (['council'] as const) : []),
    ...(has('committee') ? (['committee'] as const) : []),
  ];
}

/** Nothing stands that binds, so the party can decide, or decide again. */
function isOpen(cell: MatrixCell['cell']): boolean {
  switch (cell.cell) {
    case 'not-recorded':
    case 'reopened':
    case 'refused':
    case 'withdrawn':
    case 'too-late':
      return true;
    case 'stopped':
      return cell.standing.standing === 'waits-for-council';
    case 'in-effect':
    case 'about-to-take-effect':
    case 'party-ended':
      return false;
    default:
      return cell satisfies never;
  }
}
