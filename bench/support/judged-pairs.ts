import { payeeKey, readNumbers } from '#modules/open-books';

/** A name as a body’s ledgers write it, and every number that stands beside it anywhere. */
type Numbered = Readonly<{ at: number; key: string; company: ReadonlySet<string>; vat: ReadonlySet<string> }>;

/** Pairs of names, judged by their numbers alone: one firm’s, two firms’, or not to be told. */
export type Judged = Readonly<{
  right: number;
  wrong: number;
  untold: number;
  /** Pairs of one firm that were not brought together, by what their normal forms have in common. */
  missed: Readonly<Record<Missed, number>>;
}>;
type Missed = 'no word in common' | 'some words in common' | 'one has more words';

type Given = Readonly<{
  body: string;
  name: string;
  company?: string | undefined;
  charity?: string | undefined;
  vat?: string | undefined;
}>;

/**
 * Holds what a method calls one against the numbers that names bear. A name bears all the numbers it is found with, since a firm may
 * change its VAT number; and a company number says nothing of a name that bears a VAT number alone.
 */
export function judgePairs(
  names: readonly Given[],
  isMeant: (at: number) => boolean,
  called: (at: number) => string | number,
): Judged {
  const numbered = numberedNames(names, isMeant);
  const found = { right: 0, wrong: 0, untold: 0 };
  const missed = { 'no word in common': 0, 'some words in common': 0, 'one has more words': 0 };
  const calledSo = numbered.map(({ at }) => called(at));
  for (const [place, one] of numbered.entries())
    for (let next = place + 1; next < numbered.length; next += 1) {
      const other = numbered[next] ?? one;
      const truth = judge(one, other);
      if (calledSo[place] === calledSo[next]) found[truth] += 1;
      else if (truth === 'right') missed[inCommon(one.key, other.key)] += 1;
    }
  return { ...found, missed };
}

function numberedNames(names: readonly Given[], isMeant: (at: number) => boolean): readonly Numbered[] {
  const found = new Map<string, Numbered & Readonly<{ company: Set<string>; vat: Set<string> }>>();
  for (const [at, given] of names.entries()) {
    const { company, vat } = readNumbers(given);
    if ((company === '' && vat === '') || !isMeant(at)) continue;
    const place = `${given.body}\n${given.name}`;
    const known = found.get(place) ?? {
      at,
      key: payeeKey(given.name),
      company: new Set<string>(),
      vat: new Set<string>(),
    };
    if (company !== '') known.company.add(company);
    if (vat !== '') known.vat.add(vat);
    found.set(place, known);
  }
  return [...found.values()];
}

function judge(one: Numbered, other: Numbered): 'right' | 'wrong' | 'untold' {
  const meet = (mine: ReadonlySet<string>, yours: ReadonlySet<string>) =>
    [...mine].some((each) => yours.has(each));
  if (meet(one.company, other.company) || meet(one.vat, other.vat)) return 'right';
  const bothBear = (mine: ReadonlySet<string>, yours: ReadonlySet<string>) => mine.size > 0 && yours.size > 0;
  return bothBear(one.company, other.company) || bothBear(one.vat, other.vat) ? 'wrong' : 'untold';
}

function inCommon(one: string, other: string): Missed {
  const [mine, yours] = [new Set(one.split(' ')), new Set(other.split(' '))];
  const shared = [...mine].filter((word) => yours.has(word)).length;
  if (shared === 0) return 'no word in common';
  return shared === Math.min(mine.size, yours.size) ? 'one has more words' : 'some words in common';
}

export function toldJudged({ right, wrong, untold, missed }: Judged): string {
  const of = right + Object.values(missed).reduce((sum, each) => sum + each, 0);
  const precision = right / Math.max(1, right + wrong);
  const recall = right / Math.max(1, of);
  const f1 = right === 0 ? 0 : (2 * precision * recall) / (precision + recall);
  const kinds = Object.entries(missed).map(([kind, count]) => `${count} with ${kind}`);
  return `F1 ${f1.toFixed(4)}, precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)} (${right} right, ${wrong} wrong, ${untold} not to be told; missed ${kinds.join(', ')})`;
}
