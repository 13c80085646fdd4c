import { addDays, date, type IsoDate } from '#platform/kernel';
import * as fc from 'fast-check';
import type { CommitmentFact, Status } from './fact.ts';

/** A promise's random life: whose it is, what was said of it, and the day asked about. */
export type CommitmentLife = Readonly<{
  owners: readonly string[];
  facts: readonly CommitmentFact[];
  asked: IsoDate;
}>;

const start = date('2010-12-01');
const days: fc.Arbitrary<IsoDate> = fc.nat(60).map((number) => addDays(start, number));
const owners = ['kent-county-council', 'swale'];
const bodies = fc.constantFrom(...owners);
const due = days.map((by) => ({ by, precision: 'day' as const, said: '' }));
const base = {
  on: days,
  says: fc.constant('It says so'),
  source: fc.constant('Minutes'),
  bodyId: bodies,
  byOffice: fc.constant('Performance'),
};
const statuses = fc.constantFrom<Status>('under-way', 'kept', 'partly-kept', 'not-kept', 'withdrawn');

// The first two facts of every life are its milestones: one that may have a day, and one with a day.
const told = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      ...base,
      kind: fc.constant('moved' as const),
      milestone: fc.constantFrom(1, 2),
      due,
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      ...base,
      kind: fc.constant('met' as const),
      milestone: fc.constantFrom(1, 2),
      evidence: fc.constant([3]),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      ...base,
      kind: fc.constantFrom('missed' as const, 'unmet' as const),
      milestone: fc.constantFrom(1, 2),
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      ...base,
      kind: fc.constant('status' as const),
      status: statuses,
      evidence: fc.constant([3]),
    }),
  },
  { weight: 2, arbitrary: fc.record({ ...base, kind: fc.constant('reopened' as const) }) },
  {
    weight: 1,
    arbitrary: fc.record({ ...base, kind: fc.constant('reply' as const), to: fc.constant(undefined) }),
  },
);
const milestone = fc.record({
  ...base,
  kind: fc.constant('milestone' as const),
  what: fc.constant('A plan'),
});

export const commitmentLives: fc.Arbitrary<CommitmentLife> = fc
  .record({
    owners: fc.constantFrom(owners, owners.slice(0, 1)),
    milestones: fc.tuple(fc.tuple(milestone, fc.option(due, { nil: undefined })), fc.tuple(milestone, due)),
    facts: fc.array(told, { maxLength: 8 }),
    asked: fc.nat(75).map((number) => addDays(start, number)),
  })
  .map(({ owners: whose, milestones, facts, asked }) => ({
    owners: whose,
    asked,
    facts: [...milestones.map(([fact, day]) => ({ ...fact, due: day })), ...facts].map(
      (fact, index) => ({ ...fact, number: index + 1 }) satisfies CommitmentFact,
    ),
  }));

/**
 * Says where a promise stands in its own way: day by day from the first, it keeps a ledger of what each body said last and
 * of what is known of each milestone, and reads the ledger on the day asked about. Shares nothing with the code it judges.
 */
export function commitmentReferee({ owners: whose, facts, asked }: CommitmentLife): string {
  const said = new Map<string, string>(whose.map((body) => [body, 'no-evidence']));
  const endedOn = new Map<string, IsoDate>();
  const known = new Map<number, { first?: IsoDate; expected?: IsoDate; verdict?: CommitmentFact }>();
  for (let day = start; day <= asked; day = addDays(day, 1)) {
    for (const fact of facts) {
      if (fact.on !== day) continue;
      if (fact.kind === 'milestone') {
        known.set(fact.number, { ...known.get(fact.number), ...(fact.due && { first: fact.due.by }) });
      } else if (fact.kind === 'moved') {
        const entry = known.get(fact.milestone) ?? {};
        known.set(fact.milestone, {
          ...entry,
          first: entry.first ?? fact.due.by,
          expected: fact.due.by,
        });
      } else if (fact.kind === 'met' || fact.kind === 'missed' || fact.kind === 'unmet') {
        known.set(fact.milestone, { ...known.get(fact.milestone), verdict: fact });
      } else if (fact.kind === 'status' && said.has(fact.bodyId)) {
        said.set(fact.bodyId, fact.status);
        if (fact.status === 'under-way' || fact.status === 'partly-kept') endedOn.delete(fact.bodyId);
        else endedOn.set(fact.bodyId, day);
      } else if (fact.kind === 'reopened' && said.has(fact.bodyId)) {
        said.set(fact.bodyId, 'no-evidence');
        endedOn.delete(fact.bodyId);
      }
    }
  }
  const words = new Set(said.values());
  const status = words.size === 1 ? [...words][0] : 'differs';
  const ends = [...endedOn.values()].toSorted();
  const closed = endedOn.size === whose.length ? ends.at(-1) : undefined;
  const isSet = (number: number) => facts.some((fact) => fact.number === number && fact.on <= asked);
  const milestones = [1, 2]
    .filter(isSet)
    .map((number) => `${number} ${milestoneSaid(known.get(number) ?? {})}`);
  return [status, ...milestones.toSorted()].join('; ');

  function milestoneSaid({ first, verdict }: { first?: IsoDate; verdict?: CommitmentFact }): string {
    if (verdict?.kind === 'met')
      return `met ${verdict.on}${first !== undefined && verdict.on > first ? ' late' : ''}`;
    const passed = first !== undefined && first < asked ? addDays(first, 1) : undefined;
    if (verdict?.kind === 'missed')
      return `slipped ${passed !== undefined && passed < verdict.on ? passed : verdict.on}`;
    if (closed !== undefined && (first === undefined || closed <= first)) return 'ended';
    if (passed !== undefined) return `slipped ${passed}`;
    return first === undefined ? 'no-date' : 'ahead';
  }
}
