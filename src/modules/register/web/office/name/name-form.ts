import type { Answers, FieldErrors } from '#platform/http';
import { type IsoDate, never, ok, type Result } from '#platform/kernel';
import { z } from 'zod';
import type { RenameBodyRefusal } from '../../../actions/rename-body.ts';
import { isStale } from '#platform/module';
import { day, explainCommon, isCommon, line, readAnswers } from '#platform/web';
import { acceptRename, type BodyName, namesAround } from '../../../domain/body.ts';
import type { NameToChange } from '../../../queries/name-to-change.ts';

const form = z.object({
  name: line('the new name', { most: 120 }),
  from: day('the first day on which it is used'),
  source: line('where it is decided', { most: 300 }),
});

export type NameRead = z.infer<typeof form> &
  Readonly<{
    /** The name until then, as the check page showed it. */
    seen: string;
  }>;

export function readName(answers: Answers): Result<NameRead, FieldErrors> {
  const read = readAnswers(form, answers, ['from']);
  return read.ok ? ok({ ...read.value, seen: answers['seen'] ?? '' }) : read;
}

/** Why the name could not be recorded as things stand; undefined when it can. */
export function foreseeName(read: NameRead, { body, ended, names }: NameToChange): FieldErrors | undefined {
  if (ended !== undefined && read.from >= ended) return explainName('body-has-ended');
  const accepted = acceptRename(read, body, namesAround(names, body.id, read.from));
  return accepted.ok ? undefined : explainName(accepted.error);
}

/** The names that are recorded already from later days on, the next one first. */
export function laterNames(
  { body, names }: NameToChange,
  after: IsoDate,
): readonly Readonly<{ name: string; from: IsoDate }>[] {
  const isOwn = ({ bodyId, usage, replacedOn }: BodyName) =>
    bodyId === body.id && usage === 'official' && replacedOn === undefined;
  return names
    .filter(isOwn)
    .flatMap(({ name, from }) => (from !== undefined && from > after ? [{ name, from }] : []))
    .sort((a, b) => a.from.localeCompare(b.from));
}

/** The sentence for each reason for which a name is not recorded. */
export function explainName(refusal: RenameBodyRefusal): FieldErrors {
  if (isStale(refusal)) {
    const stands = refusal.stale === undefined ? 'none is recorded now' : `it is ${refusal.stale} now`;
    return {
      form: `The name that yours replaces is no longer the one you checked: ${stands}. Check what follows once more`,
    };
  }
  if (isCommon(refusal)) return explainCommon(refusal);
  switch (refusal) {
    case 'name-missing':
      return { name: 'Enter the new name' };
    case 'name-too-long':
      return { name: 'The new name must be 120 characters or fewer' };
    case 'same-name':
      return { name: 'That is its name on that day already. Enter the new name' };
    case 'name-taken':
      return { name: 'Another body goes by that name on that day. Enter a name that tells them apart' };
    case 'named-from-that-day':
      return { from: 'Another name is recorded from that very day. Enter a day after it' };
    case 'date-before-founded':
      return { from: 'The first day must not be before your body was founded' };
    case 'body-has-ended':
      return {
        from: 'The first day must be before your body ends; whatever takes its place has its own name',
      };
    case 'source-missing':
      return { source: 'Enter where it is decided' };
    default:
      return never(refusal);
  }
}
