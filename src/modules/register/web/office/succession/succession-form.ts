import type { Answers, FieldErrors } from '#platform/http';
import { type IsoDate, ok, refuse, type Result } from '#platform/kernel';
import { z } from 'zod';
import type { NamedSuccessor } from '../../../actions/successors.ts';
import { type BodyKind, bodyKinds, bodyName, type Tier } from '../../../domain/body.ts';
import { acceptSuccession, type Ending, endings } from '../../../domain/succession.ts';
import type { EndingToRecord } from '../../../queries/ending-to-record.ts';
import { day, line, oneOf, passage, readAnswers } from '#platform/web';
import { explainSuccession } from './explain-succession.ts';

/** A place on the form where one successor is named: one for a merger, three for a division. */
export type Slot = 'merge-1' | 'split-1' | 'split-2' | 'split-3';
export const slots: Readonly<Record<Ending, readonly Slot[]>> = {
  merge: ['merge-1'],
  split: ['split-1', 'split-2', 'split-3'],
  end: [],
};
/** How a slot says that its body is yet to be founded. */
export const newBody = 'new';

const kinds = Object.keys(endings) as [Ending, ...Ending[]];
const form = z.object({
  kind: oneOf(kinds, 'Select how it ends'),
  on: day('the first day on which it no longer exists'),
  reason: passage('why it ends', { most: 1000 }),
  source: line('the order or decision that says so', { most: 300 }),
});

export type NamedInSlot = Readonly<{ slot: Slot; name: string; successor: NamedSuccessor }>;
export type EndingRead = Readonly<{
  kind: Ending;
  on: IsoDate;
  reason: string;
  source: string;
  named: readonly NamedInSlot[];
}>;

/** Reads the form; `others` and `places` are what it let the officer choose from. */
export function readEnding(
  answers: Answers,
  { others, places }: Pick<EndingToRecord, 'others' | 'places'>,
): Result<EndingRead, FieldErrors> {
  const read = readAnswers(form, answers, ['on']);
  const kind = kinds.find((each) => each === answers['kind']);
  const errors: Record<string, string> = read.ok ? {} : { ...read.error };
  const named: NamedInSlot[] = [];
  for (const slot of kind === undefined ? [] : slots[kind]) {
    const found = readSlot(slot, answers, others, servedBy(slot, kind, answers, places));
    if (!found.ok) Object.assign(errors, found.error);
    else if (found.value !== undefined) named.push(found.value);
  }
  if (kind === 'split')
    for (const { id } of places) {
      const slot = answers[`place-${id}`] ?? '';
      const isGiven = slot === '' || named.some((each) => each.slot === slot && 'name' in each.successor);
      if (!isGiven) errors[`place-${id}`] = 'Select a new body that you named above, or nobody';
    }
  if (!read.ok || Object.keys(errors).length > 0) return refuse(errors);
  return ok({ ...read.value, named });
}

function servedBy(
  slot: Slot,
  kind: Ending | undefined,
  answers: Answers,
  places: EndingToRecord['places'],
): readonly string[] {
  if (kind !== 'split') return [];
  return places.filter(({ id }) => answers[`place-${id}`] === slot).map(({ id }) => id);
}

function readSlot(
  slot: Slot,
  answers: Answers,
  others: EndingToRecord['others'],
  serves: readonly string[],
): Result<NamedInSlot | undefined, FieldErrors> {
  const chosen = answers[slot] ?? '';
  if (chosen === '') return ok(undefined);
  if (chosen !== newBody) {
    const body = others.find(({ id }) => id === chosen);
    if (body === undefined) return refuse({ [slot]: 'Select a body from the list, or a new body' });
    return ok({ slot, name: body.name, successor: { id: body.id } });
  }
  const name = bodyName(answers[`${slot}-name`]?.normalize('NFC') ?? '');
  const kind = bodyKindOf(answers[`${slot}-kind`]);
  if (!name.ok || kind === undefined)
    return refuse({
      ...(name.ok
        ? {}
        : {
            [`${slot}-name`]:
              name.error === 'name-missing'
                ? 'Enter the name of the new body'
                : 'The name of the new body must be 120 characters or fewer',
          }),
      ...(kind === undefined && { [`${slot}-kind`]: 'Select what kind of body it is' }),
    });
  const successor = { name: name.value, kind, tier: tierOf[kind], serves };
  return ok({ slot, name: name.value, successor });
}

const bodyKindOf = (answer: string | undefined): BodyKind | undefined =>
  answer !== undefined && Object.hasOwn(bodyKinds, answer) ? (answer as BodyKind) : undefined;

const tierOf: Readonly<Partial<Record<BodyKind, Tier>>> = {
  'county-council': 'upper',
  'district-council': 'lower',
  'unitary-council': 'single',
};

/** Why the end could not be recorded as things stand; undefined when it can. */
export function foreseeEnding(
  { named, ...ending }: EndingRead,
  { body, links, others }: EndingToRecord,
): FieldErrors | undefined {
  const successors = named.map(({ slot, successor }) =>
    'id' in successor
      ? { id: successor.id, founded: others.find(({ id }) => id === successor.id)?.founded }
      : { id: `${newBody}:${slot}`, founded: ending.on },
  );
  const accepted = acceptSuccession(ending, body, successors, links);
  return accepted.ok ? undefined : explainSuccession(accepted.error, ending.kind);
}
