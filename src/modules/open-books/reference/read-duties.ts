import { readData } from '#platform/config';
import { isoDate, type IsoDate } from '#platform/kernel';
import { z } from 'zod';
import type { Duty } from '../domain/completeness/completeness.ts';

const text = z.string().min(1);
const day = z.string().transform((written, context): IsoDate => {
  const read = isoDate(written);
  if (read.ok) return read.value;
  context.addIssue({ code: 'custom', message: `“${written}” is not a date written YYYY-MM-DD` });
  return z.NEVER;
});

const dutiesFile = z.strictObject({
  title: text,
  note: text,
  sources: z.record(z.string(), z.strictObject({ title: text, publisher: text, licence: text, note: text })),
  duties: z.array(
    z.strictObject({
      id: text,
      title: text,
      every: z.enum(['quarter', 'year']),
      monthsAfter: z.int().positive(),
      from: day,
      dataset: z.enum(['spending', 'procurement-card']).nullable(),
      source: text,
      certainty: z.enum(['verified', 'confident', 'unsure']),
    }),
  ),
});

/** Reads what the Transparency Code asks of councils, and by when. */
export function readDuties(): readonly Duty[] {
  const { sources, duties } = dutiesFile.parse(readData('reference/transparency-code.json'));
  return duties.map(({ source, dataset, ...duty }) => {
    const [id = '', where = ''] = source.split(': ');
    const cited = sources[id];
    if (cited === undefined) throw new Error(`${duty.id}: “${id}” is not in the file’s list of sources`);
    return { ...duty, dataset: dataset ?? undefined, source: `${cited.title}, ${where}` };
  });
}
