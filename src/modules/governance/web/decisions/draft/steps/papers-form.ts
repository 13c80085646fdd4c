import type { Answers, FieldErrors } from '#platform/http';
import { ok, type Result } from '#platform/kernel';
import { line, passage, readAnswers } from '#platform/web';
import { z } from 'zod';
import { pickedPapers } from '../../../papers/paper-picker.tsx';
import { linesOf, statedList } from './lists.ts';

const stated = (name: string) => line(`whether there were ${name}`, { most: 10, optional: true });
const lines = (name: string) => passage(name, { most: 10_000, optional: true });

const form = z.object({
  reportsStated: stated('reports'),
  reports: lines('the reports'),
  backgroundStated: stated('background papers'),
  background: lines('the background papers'),
  reliedOn: lines('the annexes and papers relied on'),
});

const names: ReadonlySet<string> = new Set(Object.keys(form.shape));
/** The papers held as files are ticked one by one. */
export const isPaperName = (name: string): boolean => names.has(name) || name.startsWith('paper-');

export type Papers = Readonly<{
  reports: readonly string[] | undefined;
  backgroundPapers: readonly string[] | undefined;
  reliedOn: readonly string[];
  files: readonly string[];
}>;

export function readPapers(answers: Answers): Result<Papers, FieldErrors> {
  const read = readAnswers(form, answers);
  if (!read.ok) return read;
  const { reportsStated, reports, backgroundStated, background, reliedOn } = read.value;
  return ok({
    reports: statedList(reportsStated, reports),
    backgroundPapers: statedList(backgroundStated, background),
    reliedOn: linesOf(reliedOn),
    files: pickedPapers(answers),
  });
}
