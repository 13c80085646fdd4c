import { type MakerKind, makers } from '../decision/decision.ts';

const telling: readonly (readonly [RegExp, MakerKind])[] = [
  [/\bjoint (?:arrangements )?committee\b|\bjoint (?:transportation )?board\b/i, 'joint-committee'],
  [
    /\b(?:cabinet|executive) (?:member|councillor|portfolio holder)\b|\bportfolio holder\b/i,
    'cabinet-member',
  ],
  [
    /\b(?:cabinet|executive) (?:[\w&]+ ){0,4}(?:committee|sub-committee|panel)\b|\bcommittee of the (?:cabinet|executive)\b/i,
    'cabinet-committee',
  ],
  [/\b(?:deputy )?leader\b/i, 'leader'],
  [/\b(?:area|neighbourhood) (?:committee|board)\b/i, 'area-committee'],
  [/\bward (?:councillor|member)s?\b/i, 'ward-councillor'],
  [/\b(?:committee|sub-committee|panel)\b/i, 'committee'],
  [/\b(?:director|chief executive|head of|officer|manager|solicitor|treasurer|surveyor)\b/i, 'officer'],
  [/\b(?:cabinet|executive)\b/i, 'cabinet'],
  [/\b(?:forum|partnership|senate)\b/i, 'forum'],
  [/^(?:the |full |extraordinary |annual )*council$|\bfull council\b/i, 'council'],
];

/** The kind of a decision maker that its name tells; undefined where it does not. */
export const makerKindOf = (name: string): MakerKind | undefined =>
  telling.find(([pattern]) => pattern.test(name.trim()))?.[1];

/** The kind that a column names: `cabinet-member`, “Cabinet member”. */
export function readMakerKind(text: string): MakerKind | undefined {
  const written = text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
  if (isMakerKind(written)) return written;
  const kinds = Object.keys(makers) as MakerKind[];
  return kinds.find((kind) => makers[kind].title.toLowerCase() === text.trim().toLowerCase());
}

const isMakerKind = (text: string): text is MakerKind => Object.hasOwn(makers, text);

/** Whether what a maker of this kind decides is executive by its nature; undefined where it can be either. */
export function isExecutiveByNature(kind: MakerKind): boolean | undefined {
  switch (kind) {
    case 'cabinet':
    case 'cabinet-committee':
    case 'cabinet-member':
    case 'leader':
      return true;
    case 'council':
    case 'committee':
    case 'forum':
      return false;
    case 'officer':
    case 'joint-committee':
    case 'area-committee':
    case 'ward-councillor':
      return undefined;
    default:
      return kind satisfies never;
  }
}
