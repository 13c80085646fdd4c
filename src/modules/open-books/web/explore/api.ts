import { json, notFound, type PublicRoute } from '#platform/http';
import { clip, normaliseTyped } from '#platform/kernel';
import { z } from 'zod';
import { groups } from '../../domain/explore/asked.ts';
import { unnamed } from '../../domain/explore/unnamed.ts';
import { explored, type ExploreServices } from '../../queries/explore/explored.ts';
import { suppliersCalled, supplierPage } from '../../queries/explore/suppliers.ts';
import { shownPayments, viewShown } from '../../queries/explore/view-page.ts';
import { askedIn, noSuchMonth, payeeOf, paymentPath, supplierPath } from './asked-in.ts';
import { sourceOf } from './money-words.tsx';
import { noSuchBody, noSuchSupplier } from './no-such.ts';

const day = z.iso.date().nullable();
const pence = z.number().describe('Whole pence; below nothing where more came back than was paid');
const sum = z.object({ key: z.string(), name: z.string(), pence, payments: z.number() });
const source = z.object({
  text: z.string(),
  releases: z.number(),
  isIllustrative: z.boolean().describe('Some of the payments were generated; no council made them'),
});
const supplier = z.object({
  key: z.string(),
  name: z.string(),
  pence,
  payments: z.number(),
  bodies: z.number(),
  first: day,
  last: day,
  page: z.string(),
});

const narrowing = {
  body: { says: 'Only what this council paid', example: 'maidstone' },
  from: { says: 'From this month on', example: '2025-04' },
  to: { says: 'Up to and with this month', example: '2026-03' },
  department: { says: 'Only of this department, as published; ~ for not stated', example: 'Housing' },
  purpose: { says: 'Only for this purpose, as published; ~ for not stated', example: 'Repairs' },
  words: { says: 'Only for purposes that hold these words', example: 'repairs' },
  supplier: { says: 'Only to this supplier, by its name in whatever spelling', example: 'Oak Services Ltd' },
} as const;

/** What councils paid, for programs. */
export const spendingApiRoutes = (services: ExploreServices): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: '/api/spending/sums',
    may: 'anyone',
    api: {
      summary:
        'What councils paid, put together by council, department, purpose, supplier or month: the largest sums first',
      parameters: {
        by: { says: `One of ${Object.keys(groups).join(', ')}`, example: 'supplier' },
        ...narrowing,
      },
      answers: z.object({ pence, payments: z.number(), sums: z.array(sum), source }),
    },
    handle: async (visit) => {
      const view = askedIn(visit.query);
      const wrong = noSuchMonth(view);
      if (wrong !== undefined) return notFound(wrong);
      const by = view.by === 'payment' ? 'body' : view.by;
      const shown = await viewShown(services, view.asked, { by, page: 1, on: visit.on });
      if (shown === undefined) return notFound(noSuchBody);
      return json({
        pence: Number(shown.total?.pence ?? 0n),
        payments: shown.total?.payments ?? 0,
        sums: shown.sums.map((each) => ({ ...each, pence: Number(each.pence) })),
        source: sourceAnswer(shown.counted),
      });
    },
  },
  {
    method: 'GET',
    path: '/api/spending/payments',
    may: 'anyone',
    api: {
      summary: 'Payments one by one, the newest first, fifty to a page',
      parameters: { page: { says: 'Which page, from 1', example: '1' }, ...narrowing },
      answers: z.object({
        count: z.number(),
        pages: z.number(),
        payments: z.array(
          z.object({
            body: z.string(),
            paid: day,
            supplier: z.string().nullable().describe('As written; see redacted'),
            redacted: z.string().nullable(),
            pence,
            purpose: z.string().nullable(),
            category: z.string(),
            department: z.string(),
            release: z.string(),
            page: z.string(),
          }),
        ),
        source,
      }),
    },
    handle: async (visit) => {
      const view = askedIn(visit.query);
      const wrong = noSuchMonth(view);
      if (wrong !== undefined) return notFound(wrong);
      const { asked, page } = view;
      const shown = await viewShown(services, asked, { by: 'payment', page, on: visit.on });
      if (shown === undefined) return notFound(noSuchBody);
      const count = shown.total?.payments ?? 0;
      return json({
        count,
        pages: Math.ceil(count / shownPayments),
        payments: shown.payments.map((payment) => ({
          body: payment.bodyId,
          paid: payment.paid,
          supplier: payment.supplier,
          redacted: payment.redaction,
          pence: Number(payment.pence),
          purpose: payment.purpose,
          category: payment.category,
          department: payment.department,
          release: payment.release,
          page: paymentPath(payment),
        })),
        source: sourceAnswer(shown.counted),
      });
    },
  },
  {
    method: 'GET',
    path: '/api/spending/suppliers',
    may: 'anyone',
    api: {
      summary: 'Suppliers whose names hold words that begin so, most money first: at most twenty',
      parameters: { q: { says: 'The beginnings of words of a name', example: 'oak serv' } },
      answers: z.object({ count: z.number(), suppliers: z.array(supplier) }),
    },
    handle: async (visit) => {
      const typed = clip(normaliseTyped((visit.query['q'] ?? '').slice(0, 1000)), 120);
      const { view } = await explored(services);
      const { lines, count } = await suppliersCalled(services.published, view, typed, { limit: 20 });
      return json({ count, suppliers: lines.map(supplierAnswer) });
    },
  },
  {
    method: 'GET',
    path: '/api/spending/suppliers/:supplier',
    may: 'anyone',
    api: {
      summary: 'One supplier: who pays it, how much, for what, in which months and under which names',
      parameters: {
        supplier: { says: 'The last part of the address of its page', example: 'example-heron-roofing' },
      },
      answers: supplier.extend({
        payers: z.array(
          z.object({
            body: z.string(),
            name: z.string().nullable(),
            pence,
            payments: z.number(),
            first: day,
            last: day,
          }),
        ),
        names: z.array(z.object({ body: z.string(), name: z.string(), pence, payments: z.number() })),
        purposes: z.array(sum),
        months: z.array(sum),
      }),
    },
    handle: async (visit) => {
      const payee = payeeOf(visit.params['supplier'] ?? '');
      const { view } = await explored(services);
      const shown =
        unnamed(payee) === undefined ? await supplierPage(services.published, view, payee) : undefined;
      if (shown === undefined) return notFound(noSuchSupplier);
      const plain = <Line extends Readonly<{ pence: bigint }>>(line: Line) => ({
        ...line,
        pence: Number(line.pence),
      });
      return json({
        ...supplierAnswer(shown.line),
        payers: shown.payers.map(({ bodyId, ...payer }) => ({ body: bodyId, ...plain(payer) })),
        names: shown.names.map(({ bodyId, ...name }) => ({ body: bodyId, ...plain(name) })),
        purposes: shown.purposes.map(plain),
        months: shown.months.map(plain),
      });
    },
  },
];

type Line = Awaited<ReturnType<typeof suppliersCalled>>['lines'][number];

const supplierAnswer = ({ payee, pence: paid, ...line }: Line): z.infer<typeof supplier> => ({
  key: payee,
  pence: Number(paid),
  ...line,
  page: supplierPath(payee),
});

function sourceAnswer(standing: Parameters<typeof sourceOf>[0]['standing']): z.infer<typeof source> {
  const { text, counted, isIllustrative } = sourceOf({ standing });
  return { text, releases: counted.length, isIllustrative };
}
