import { readData } from '#platform/config';
import { type Money, pence } from '#platform/kernel';
import { z } from 'zod';
import type { OutturnFile } from '../store/outturn/insert-outturn.ts';

const text = z.string().min(1);
const source = z.strictObject({ title: text, publisher: text, licence: text, note: text });
const year = z.string().regex(/^\d{4}-\d{2}$/u, 'must be a financial year such as 2010-11');

const outturnFile = z.strictObject({
  title: text,
  note: text,
  sources: z.strictObject({ outturn: source, 'outturn-2006': source }),
  changes: z.array(
    z.strictObject({
      year,
      says: text,
      lines: z.array(text).min(1),
      certainty: z.enum(['verified', 'confident']),
    }),
  ),
  filers: z.array(z.strictObject({ code: text, name: text, body: text.nullable() })),
  lines: z.array(z.strictObject({ id: text, title: text, kind: z.enum(['service', 'total', 'beside']) })),
  years: z.array(z.strictObject({ id: year, figures: z.record(text, z.record(text, z.number())) })),
  detail: z.array(z.tuple([text, text, text, text, z.number()])),
});

/** Reads the revenue outturn of Kent’s councils from its file. Throws where a total is not what its services come to. */
export function readOutturn(): OutturnFile {
  const file = outturnFile.parse(readData('reference/revenue-outturn-kent.json'));
  const services = file.lines.filter(({ kind }) => kind === 'service').map(({ id }) => id);
  for (const { id, figures } of file.years)
    for (const [filer, own] of Object.entries(figures)) {
      const sum = services.reduce((total, line) => total + ofThousands(own[line] ?? 0), 0n);
      const apart = sum - ofThousands(own['all-services'] ?? 0);
      // Each line is rounded to the thousand by itself.
      if (apart > roundedBy || apart < 0n - roundedBy)
        throw new Error(`${id}, ${filer}: the services come to ${sum} pence, and not to their total`);
    }
  const sourceOf = ({ title, publisher }: z.infer<typeof source>) => `${title} (${publisher})`;
  return {
    source: sourceOf(file.sources.outturn),
    licence: file.sources.outturn.licence,
    detailSource: sourceOf(file.sources['outturn-2006']),
    detailNote: file.sources['outturn-2006'].note,
    lines: file.lines,
    filers: file.filers.map(({ code, name, body }) => ({ code, name, bodyId: body ?? undefined })),
    changes: file.changes,
    years: file.years.map(({ id }) => id),
    figures: file.years.flatMap(({ id, figures }) =>
      Object.entries(figures).flatMap(([filer, own]) =>
        Object.entries(own).map(([line, thousands]) => ({
          year: id,
          filer,
          line,
          amount: ofThousands(thousands),
        })),
      ),
    ),
    detail: file.detail.map(([filer, block, part, line, thousands]) => ({
      filer,
      block,
      part,
      line,
      amount: ofThousands(thousands),
    })),
  };
}

const roundedBy = 500_000n;

/** Thousands of pounds, to the penny. */
const ofThousands = (thousands: number): Money => pence(Math.round(thousands * 100_000));
