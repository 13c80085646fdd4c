import { type IsoDate, londonDate } from '#platform/kernel';
import type { PlannedAction } from './action.ts';
import { exactly, lastDayOf, type RoughDay } from './rough-day.ts';

/** Where an action or a milestone is on a day; nobody sets it. */
export type ActionStanding = Readonly<{
  standing:
    | 'done'
    | 'dropped'
    | 'overdue'
    /** It was due before anybody recorded it here, and nothing held says what became of it. */
    | 'not-recorded'
    | 'started'
    | 'to-come'
    | 'no-day';
  /** When it is due, as last moved. */
  due: RoughDay | undefined;
  /** The day of the fact that says so. */
  since: IsoDate | undefined;
  /** How often it was moved. */
  moved: number;
}>;

/** Late is what is neither done nor given up when its last day is over, whoever keeps quiet about it. */
export function standingOfAction(action: PlannedAction, on: IsoDate, milestone?: number): ActionStanding {
  const facts = action.facts
    .filter((fact) => fact.milestone === milestone && fact.on <= on)
    .toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)) || a.position - b.position);
  const moves = facts.flatMap(({ due }) => due ?? []);
  const first =
    milestone === undefined ? action.due : action.milestones.find(({ number }) => number === milestone)?.due;
  const last = moves.at(-1);
  const due = last === undefined ? first : exactly(last);
  const found = { due, moved: moves.length };
  const settled = facts.find(({ fact }) => fact === 'done' || fact === 'dropped');
  if (settled !== undefined)
    return { ...found, standing: settled.fact === 'done' ? 'done' : 'dropped', since: settled.on };
  if (due !== undefined && lastDayOf(due) < on) {
    const wasOver = facts.length === 0 && lastDayOf(due) < londonDate(action.recordedAt);
    return { ...found, standing: wasOver ? 'not-recorded' : 'overdue', since: lastDayOf(due) };
  }
  const started = facts.find(({ fact }) => fact === 'started');
  if (started !== undefined) return { ...found, standing: 'started', since: started.on };
  return { ...found, standing: due === undefined ? 'no-day' : 'to-come', since: undefined };
}
