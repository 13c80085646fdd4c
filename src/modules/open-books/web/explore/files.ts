import {
  downloadInPieces,
  json,
  type LongDataset,
  notFound,
  type PublicRoute,
  stream,
  type Visit,
} from '#platform/http';
import { londonDate } from '#platform/kernel';
import { groups } from '../../domain/explore/asked.ts';
import { explored, type ExploreServices } from '../../queries/explore/explored.ts';
import { everyPayment } from '../../queries/explore/payments.ts';
import { releasesShown } from '../../queries/explore/releases-shown.ts';
import { scopeOf } from '../../queries/explore/scope.ts';
import { everySum, parquetOf } from '../../queries/explore/take-away.ts';
import { noSuchBody } from './no-such.ts';
import { paymentColumns, sumColumns, tableSchema } from './columns.ts';
import { askedIn, noSuchMonth, paymentPath, paymentsPath, type ViewAsked } from './asked-in.ts';
import { inPounds, sourceOf } from './money-words.tsx';

/** `address`: where this site is, for the links that a file carries. */
type Serving = ExploreServices & Readonly<{ address: string }>;

const columnsOf = ({ by }: Pick<ViewAsked, 'by'>) => (by === 'payment' ? paymentColumns : sumColumns(by));

/** Whatever a page of payments shows, whole, as files: of ten payments or of ten million. */
export const paymentFileRoutes = (services: Serving): readonly PublicRoute[] => [
  ...(['csv', 'json'] as const).map((format): PublicRoute => ({
    method: 'GET',
    path: `${paymentsPath}.${format}`,
    may: 'anyone',
    handle: async (visit) => {
      const view = askedIn(visit.query);
      const wrong = noSuchMonth(view);
      if (wrong !== undefined) return notFound(wrong);
      const dataset = await longDataset(services, view);
      return dataset === undefined ? notFound(noSuchBody) : downloadInPieces(dataset, format);
    },
  })),
  {
    method: 'GET',
    path: `${paymentsPath}/schema.json`,
    may: 'anyone',
    handle: async (visit) => json(tableSchema(columnsOf(askedIn(visit.query)))),
  },
  {
    method: 'GET',
    path: `${paymentsPath}.parquet`,
    may: 'anyone',
    handle: async (visit: Visit) => {
      const view = askedIn(visit.query);
      const wrong = noSuchMonth(view);
      if (wrong !== undefined) return notFound(wrong);
      const { asked, by } = view;
      const found = await explored(services, asked.dataset);
      const scope = await scopeOf(services.published, found.view, asked);
      const { counted, isIllustrative } = sourceOf({
        standing: await releasesShown(services.published, found, asked, scope),
      });
      const illustrative = counted.filter((release) => release.isIllustrative).map(({ id }) => id);
      return stream(
        'application/vnd.apache.parquet',
        await parquetOf(services, scope, by, illustrative),
        `${fileName({ by }, isIllustrative)}.parquet`,
      );
    },
  },
];

const fileName = ({ by }: Pick<ViewAsked, 'by'>, isIllustrative: boolean): string =>
  `${by === 'payment' ? 'payments' : `payments-by-${groups[by].toLowerCase()}`}${isIllustrative ? '-illustrative' : ''}`;

/** What is asked for, row by row; undefined where it names a body that has published nothing. */
async function longDataset(services: Serving, { asked, by }: ViewAsked): Promise<LongDataset | undefined> {
  const { published } = services;
  const found = await explored(services, asked.dataset);
  if (asked.bodyId !== undefined && sourceOf(found, asked.bodyId).counted.length === 0) return undefined;
  const scope = await scopeOf(published, found.view, asked);
  const { counted, text, latest, isIllustrative } = sourceOf({
    standing: await releasesShown(published, found, asked, scope),
  });
  const illustrative = new Set(counted.filter((release) => release.isIllustrative).map(({ id }) => id));
  const common = {
    name: fileName({ by }, isIllustrative),
    source: `${text}${latest === undefined ? '' : `, the latest on ${londonDate(latest)}`}. Open Government Licence v3.0.${
      isIllustrative ? ' ILLUSTRATIVE: some of these payments were generated; no council made them.' : ''
    }`,
  };
  const pieces = () => {
    if (scope === undefined) return none();
    return by === 'payment' ? payments(scope) : sums(scope, by);
  };
  return {
    ...common,
    columns: columnsOf({ by }).map(({ key, title }) => ({ key, title })),
    pieces: pieces(),
  };

  async function* payments(of: NonNullable<typeof scope>) {
    for await (const some of everyPayment(published, of))
      yield some.map(({ bodyId, release, part, row, ...line }) => ({
        ...line,
        pounds: inPounds(line.pence),
        body: bodyId,
        release,
        part,
        row,
        page: `${services.address}${paymentPath({ release, part, row })}`,
        is_illustrative: illustrative.has(release),
      }));
  }

  async function* sums(of: NonNullable<typeof scope>, group: Exclude<ViewAsked['by'], 'payment'>) {
    for await (const some of everySum(published, of, group))
      yield some.map((sum) => ({
        ...sum,
        pounds: inPounds(sum.pence),
        may_be_illustrative: isIllustrative,
      }));
  }
}

async function* none() {
  // A list of nothing has its columns all the same.
}
