import type { Answers, FieldErrors } from '#platform/http';
import { type IsoDate, ok, refuse, type Result, wallTime } from '#platform/kernel';
import { line, optionalDay, passage, readAnswers } from '#platform/web';
import { z } from 'zod';
import { type MakerKind, makers } from '../../../../domain/decision/decision.ts';
import type { NewDecision } from '../../../../domain/decision/new-decision.ts';

export const longestTitle = 300;

const choice = <Key extends string>(words: Readonly<Record<Key, unknown>>) =>
  z
    .enum(Object.keys(words) as Key[])
    .optional()
    .catch(undefined);
const yesNo = choice({ yes: true, no: false });

const form = z.object({
  title: line('the title', { most: longestTitle, optional: true }),
  issue: passage('the matter', { most: 5000, optional: true }),
  makerKind: choice<MakerKind>(makers),
  decisionMaker: line('who decided', { most: 200, optional: true }),
  committee: line('the committee', { most: 200, optional: true }),
  taken: optionalDay('the day of the decision'),
  executive: yesNo,
  key: yesNo,
  keyReasons: passage('why it is a key decision', { most: 3000, optional: true }),
  historic: yesNo,
  published: optionalDay('the day it was published'),
  publishedTime: line('the time it was published', { most: 5, optional: true }),
  source: line('the source', { most: 500, optional: true }),
});

const dates = ['taken', 'published'] as const;

/** What is answered about the decision as a whole: what it is on, by whom and when, and whether its record is an old one. */
export type What = Readonly<{
  title: string;
  issue: string;
  makerKind: MakerKind | undefined;
  decisionMaker: string;
  committeeId: string | undefined;
  takenOn: IsoDate | undefined;
  isExecutive: boolean | undefined;
  isKey: boolean | undefined;
  keyReasons: string;
  isHistoric: boolean;
  published: NewDecision['published'];
  source: string;
}>;

export const whatNames: readonly string[] = Object.keys(form.shape);
export const whatDates: readonly string[] = dates;

export function readWhat(answers: Answers): Result<What, FieldErrors> {
  const read = readAnswers(form, answers, dates);
  if (!read.ok) return read;
  const { makerKind, committee, taken, executive, key, historic, published, publishedTime, ...texts } =
    read.value;
  const time = publishedTime === '' ? undefined : wallTime(publishedTime);
  if (time?.ok === false)
    return refuse({ publishedTime: 'The time it was published must be hours and minutes, like 17:00' });
  if (historic === 'yes' && taken !== undefined && published !== undefined && published < taken)
    return refuse({ published: 'The day it was published must be the day of the decision or later' });
  return ok({
    title: texts.title,
    issue: texts.issue,
    makerKind,
    decisionMaker: texts.decisionMaker,
    committeeId: committee === '' ? undefined : committee,
    takenOn: taken,
    isExecutive: executive === undefined ? undefined : executive === 'yes',
    isKey: key === undefined ? undefined : key === 'yes',
    keyReasons: texts.keyReasons,
    isHistoric: historic === 'yes',
    published: historic === 'yes' && published !== undefined ? { on: published, at: time?.value } : undefined,
    source: texts.source,
  });
}
