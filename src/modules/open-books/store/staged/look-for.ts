import type { IsoDate } from '#platform/kernel';
import { isCalledTotal } from '../../domain/import/called-total.ts';
import { mayBePersonal, personalIn } from '../../domain/import/personal-text.ts';
import { readPayee } from '../../domain/suppliers/payee.ts';
import {
  choose,
  chooseDuplicates,
  type Chosen,
  chooseTexts,
  describers,
  namesWithoutPayee,
  type Staged,
  textsWhere,
} from './find-in-staged.ts';

/** What payments are looked through for, in the order in which it is told; and what some of it depends on. */
export type LookedFor = keyof typeof looks;
export type LookAsked = Readonly<{
  thresholdPence: number | null;
  /** The months that they are said to be of, where those are known. */
  months?: Readonly<{ from: IsoDate; to: IsoDate }> | undefined;
}>;

const looks = {
  'under-threshold': (_staged, { thresholdPence }) =>
    choose(thresholdPence === null ? 'false' : `abs(pence) <= ${Math.trunc(thresholdPence)}`),
  'exact-duplicates': (staged) => chooseDuplicates(staged),
  'looks-personal': async (staged) => {
    const unlinked = await namesWithoutPayee(staged);
    return chooseTexts(
      staged,
      ['supplier'],
      unlinked.filter((name) => readPayee(name).kind === 'individual'),
    );
  },
  'purpose-personal': async (staged) => {
    const personal = new Set<string>();
    for (const column of describers)
      for (const text of await textsWhere(staged, column, `regexp_matches(text, '${mayBePersonal}')`))
        if (personalIn(text) !== undefined) personal.add(text);
    return chooseTexts(staged, describers, [...personal]);
  },
  'looks-like-total': async (staged) => {
    const named = await textsWhere(staged, 'supplier', `contains(lower(text), 'total')`);
    return chooseTexts(staged, ['supplier'], named.filter(isCalledTotal));
  },
  'outside-months': (_staged, { months }) =>
    choose(
      months === undefined
        ? 'false'
        : `paid > DATE '${months.to}' OR coalesce(paid_to, paid) < DATE '${months.from}'`,
    ),
  'without-date': () => choose('paid IS NULL'),
  'without-supplier': () => choose('supplier IS NULL'),
} satisfies Record<string, (staged: Staged, asked: LookAsked) => Chosen | Promise<Chosen>>;

export const lookedFor = Object.keys(looks) as readonly LookedFor[];

/** Has the payments that something is found of looked at, and lets go of what was made for it. */
export async function lookFor<Value>(
  staged: Staged,
  kind: LookedFor,
  asked: LookAsked,
  use: (chosen: Chosen) => Promise<Value>,
): Promise<Value> {
  const look: (staged: Staged, asked: LookAsked) => Chosen | Promise<Chosen> = looks[kind];
  const chosen = await look(staged, asked);
  try {
    return await use(chosen);
  } finally {
    await chosen.end();
  }
}
