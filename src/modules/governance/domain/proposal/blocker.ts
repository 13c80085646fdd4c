import { listInWords } from '#platform/kernel';
import type { Standing } from '../decision/clause-standing.ts';
import type { MatrixCell } from './matrix.ts';
import { approvals, type Proposal } from './proposal.ts';

/** One sentence for what stands in the way, and one for who can clear it. */
export type Blocker = Readonly<{ what: string; who: string }>;

/** What a blocking cell holds up, and who can unblock it; `drafter` and successors under their names. */
export function explainBlocker(
  { party, approval, cell }: MatrixCell,
  { draftedBy }: Proposal,
  nameOf: (bodyId: string) => string,
): Blocker {
  const part = `${party.name}’s ${approvals[approval]}`;
  const drafter = nameOf(draftedBy);
  switch (cell.cell) {
    case 'not-recorded':
      return { what: `No decision of ${part} is recorded.`, who: `${part} can decide on it.` };
    case 'reopened':
      return {
        what: `Version ${cell.byVersion} changed the text after ${part} had decided.`,
        who: `${part} can decide on the new version.`,
      };
    case 'stopped':
      return stopped(cell.standing, part, party.name);
    case 'refused':
      return {
        what: `${part} did not adopt it.`,
        who: `${part} can decide again, or ${drafter} can amend the proposal.`,
      };
    case 'too-late':
      return { what: `${part} adopted it after the deadline.`, who: `${drafter} can move the deadline.` };
    case 'withdrawn':
      return {
        what: `${party.name} has withdrawn.`,
        who: `${party.name} can adopt it after all, or ${drafter} can amend the parties.`,
      };
    case 'party-ended':
      return {
        what: `${party.name} ended before it was bound.`,
        who:
          cell.successors.length === 0
            ? `Nobody stands in its place: ${drafter} can amend the parties.`
            : `${listInWords(cell.successors.map(nameOf))} ${cell.successors.length === 1 ? 'stands' : 'stand'} in its place: ${drafter} can amend the parties.`,
      };
    case 'in-effect':
    case 'about-to-take-effect':
      return { what: `${part} has adopted it.`, who: 'Nothing needs to be done.' };
    default:
      return cell satisfies never;
  }
}

function stopped({ standing }: Standing, part: string, name: string): Blocker {
  switch (standing) {
    case 'not-published':
      return { what: `The record of ${part} is not published yet.`, who: `${name} can publish it.` };
    case 'called-in':
      return {
        what: `The decision of ${part} is called in.`,
        who: `${name}’s scrutiny committee can hear it.`,
      };
    case 'referred-back':
      return { what: `Scrutiny sent the decision of ${part} back.`, who: `${part} can reconsider it.` };
    case 'before-council':
      return {
        what: `Scrutiny sent the decision of ${part} to the Council.`,
        who: `${name}’s Council can consider it.`,
      };
    case 'waits-for-council':
      return {
        what: `${part} has been asked to adopt it, and that has no effect before the Council resolves.`,
        who: `${name}’s Council can resolve.`,
      };
    case 'not-known':
      return {
        what: `When the decision of ${part} takes effect is not known, because its rules of call-in are not.`,
        who: `${name}’s monitoring officer can enter its rules.`,
      };
    case 'open-to-call-in':
    case 'about-to-take-effect':
    case 'in-effect':
    case 'ended':
      return { what: `${part} has decided.`, who: 'Nothing needs to be done.' };
    default:
      return standing satisfies never;
  }
}
