import { formatDate, listInWords } from '#platform/kernel';
import type { PartnerCell } from './partner-cell.ts';
import type { TargetOn } from './standing.ts';
import type { Target } from './target.ts';

/** One sentence for what stands in the way of a version, and one for who can clear it. */
export type Blocker = Readonly<{ what: string; who: string }>;

type NameOf = (bodyId: string) => string;

/** What a partner holds up, and who can unblock it. `byBody`: the body that put the version. */
export function explainBlocker(
  { partner, answeredBy, cell }: PartnerCell,
  byBody: string,
  nameOf: NameOf,
): Blocker | undefined {
  const speaker = answeredBy.length === 0 ? nameOf(partner) : listInWords(answeredBy.map(nameOf));
  const whose =
    answeredBy.length === 1 && answeredBy[0] === partner
      ? speaker
      : `${speaker}, in the place of ${nameOf(partner)},`;
  const putter = nameOf(byBody);
  switch (cell.cell) {
    case 'consented':
      return undefined;
    case 'not-answered':
      return {
        what: `${whose} has not answered.`,
        who: `${speaker} can consent by a decision of its own, or refuse.`,
      };
    case 'about-to-consent':
      return {
        what: `${whose} has decided to consent, and that takes effect on ${formatDate(cell.from)} unless it is called in.`,
        who: 'Nothing needs to be done before then.',
      };
    case 'stopped':
      return {
        what: `The consent of ${speaker} does not count yet. ${cell.says}`,
        who: `${speaker} can clear it.`,
      };
    case 'refused':
      return {
        what: `${nameOf(cell.by)} refused on ${formatDate(cell.on)}, which is a veto: ${cell.says}`,
        who: `${nameOf(cell.by)} can consent after all, or ${putter} can put another version.`,
      };
    case 'withdrawn':
      return {
        what: `${nameOf(cell.by)} withdrew its consent on ${formatDate(cell.on)}: ${cell.says}`,
        who: `${nameOf(cell.by)} can consent again, or ${putter} can put another version.`,
      };
    case 'nobody-left':
      return {
        what: `${nameOf(partner)} ended on ${formatDate(cell.since)} before it was bound, and nobody took its place.`,
        who: `${putter} can put another version without it.`,
      };
    default:
      return cell satisfies never;
  }
}

/** Everything in the way of the version that was put last. */
export function blockersOf({ put }: TargetOn, nameOf: NameOf): readonly Blocker[] {
  if (put === undefined) return [];
  return put.cells.flatMap((cell) => explainBlocker(cell, put.version.byBody, nameOf) ?? []);
}

/** Where a target stands, in a word for a tag and a sentence. */
export function sayTarget(
  { inForce, put }: TargetOn,
  { standing }: Pick<Target, 'standing'>,
  nameOf: NameOf,
): Readonly<{
  word: 'In force' | 'Change vetoed' | 'Change put' | 'Waiting' | 'Vetoed' | 'Not put';
  says: string;
}> {
  if (put === undefined) return { word: 'Not put', says: 'No version had been put.' };
  const [blocker] = put.outcome === 'agreed' ? [] : blockersWorstFirst(put, nameOf);
  const held = blocker === undefined ? '' : ` ${blocker.what}`;
  if (inForce === undefined)
    return put.outcome === 'vetoed'
      ? { word: 'Vetoed', says: `Version ${put.version.number} binds nobody.${held}` }
      : { word: 'Waiting', says: `Version ${put.version.number} waits for every partner’s consent.${held}` };
  const binds = `Version ${inForce.version.number} has been in force since ${formatDate(inForce.since)}.`;
  if (put.version.number === inForce.version.number)
    return {
      word: 'In force',
      says:
        inForce.despite.length === 0
          ? binds
          : `${binds} It was ${standing === 'designated' ? 'designated, and only a revision can change it' : 'agreed'}.${held}`,
    };
  return {
    word: put.outcome === 'vetoed' ? 'Change vetoed' : 'Change put',
    says: `${binds} Version ${put.version.number}, put on ${formatDate(put.version.putOn)}, does not bind.${held}`,
  };
}

/** Those who stand against it first: they hold it up longest. */
function blockersWorstFirst(put: NonNullable<TargetOn['put']>, nameOf: NameOf): readonly Blocker[] {
  const weight = ({ cell }: PartnerCell) =>
    [
      'withdrawn',
      'refused',
      'nobody-left',
      'stopped',
      'not-answered',
      'about-to-consent',
      'consented',
    ].indexOf(cell.cell);
  return put.cells
    .toSorted((a, b) => weight(a) - weight(b))
    .flatMap((cell) => explainBlocker(cell, put.version.byBody, nameOf) ?? []);
}
