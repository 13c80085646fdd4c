import { type Dataset, notFound, page, type PublicRoute, type Route, type Visit } from '#platform/http';
import { clip, normaliseTyped } from '#platform/kernel';
import { Link, Text } from '#platform/ui';
import { fileRoutes, filesOf, home, onDay } from '#platform/web';
import { bodiesOn, everyBody } from '#modules/register';
import { groups } from '../../domain/explore/asked.ts';
import { yearText } from '../../domain/explore/month.ts';
import { unnamed } from '../../domain/explore/unnamed.ts';
import { explored, type ExploreServices } from '../../queries/explore/explored.ts';
import { accounts } from '../../queries/explore/landing.ts';
import { paymentPage } from '../../queries/explore/payment.ts';
import { releasesShown } from '../../queries/explore/releases-shown.ts';
import { supplierPage, suppliersCalled } from '../../queries/explore/suppliers.ts';
import { linksOf } from '../../queries/suppliers/links.ts';
import { linksDataset, SupplierEvidence } from '../suppliers/evidence.tsx';
import { undatedBeside } from '../../queries/explore/undated-beside.ts';
import { viewShown } from '../../queries/explore/view-page.ts';
import { isExampleUnderWay } from '../../queries/publishing/example-under-way.ts';
import type { OpenBooksServices } from '../services.ts';
import { spendingApiRoutes } from './api.ts';
import { askedIn, payeeOf, paymentsPath, supplierPath, type ViewAsked } from './asked-in.ts';
import { embedRoutes } from './embed.tsx';
import { paymentFileRoutes } from './files.ts';
import { LandingPage } from './landing-page.tsx';
import { inPounds, sourceOf } from './money-words.tsx';
import { noSuchBody, noSuchPage, noSuchPayment, noSuchSupplier } from './no-such.ts';
import { onThatDay } from './on-that-day.tsx';
import { PaymentPage } from './payment-page.tsx';
import { PaymentsPage } from './payments-page.tsx';
import { SupplierPage } from './supplier-page.tsx';
import { suppliersShown, SuppliersPage } from './suppliers-page.tsx';

const section = 'money';
const money = { text: 'Money', href: '/money' };
const payments = { text: 'Payments', href: paymentsPath };
const suppliers = { text: 'Suppliers', href: '/money/suppliers' };

/** What councils paid, for everybody: every page, file and address for programs. */
export const exploreRoutes = (services: OpenBooksServices): readonly Route[] => [
  ...onThatDay(services, [
    ...landingRoutes(services),
    ...viewRoutes(services),
    ...paymentFileRoutes(services),
    ...supplierRoutes(services),
    ...embedRoutes(services),
    ...spendingApiRoutes(services),
  ]),
  ...paymentRoutes(services),
];

const landingRoutes = (services: ExploreServices): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: '/money',
    may: 'anyone',
    handle: async (visit) => {
      const [found, own, councils] = await Promise.all([
        explored(services),
        accounts(services),
        councilsOn(services, visit),
      ]);
      return page({
        title: 'Money',
        description: 'Whom councils paid, how much and for what, as they published it.',
        section,
        breadcrumbs: [home, { text: 'Money' }],
        main: (
          <LandingPage
            found={found}
            accounts={own}
            councils={councils}
            isUnderWay={await isExampleUnderWay(services.database)}
            visit={visit}
          />
        ),
      });
    },
  },
  ...fileRoutes('/money/published', async (visit) => {
    const [found, own, councils] = await Promise.all([
      explored(services),
      accounts(services),
      councilsOn(services, visit),
    ]);
    const { text, isIllustrative } = sourceOf(found);
    const account = new Map(own.map((each) => [each.bodyId, each]));
    return {
      name: `payments-published${isIllustrative ? '-illustrative' : ''}`,
      source: isIllustrative ? `${text}. ILLUSTRATIVE: some were generated.` : text,
      columns: [
        { key: 'body', title: 'Body' },
        { key: 'name', title: 'Council' },
        { key: 'year', title: 'Financial year' },
        { key: 'pence', title: 'Pence' },
        { key: 'pounds', title: 'Pounds' },
        { key: 'payments', title: 'Payments' },
        { key: 'months', title: 'Months with payments' },
      ],
      rows: councils.flatMap(({ id, name }): Dataset['rows'] => {
        const { years = [], inNoYear } = account.get(id) ?? {};
        if (inNoYear === undefined)
          return [{ body: id, name, year: null, pence: null, pounds: null, payments: null, months: null }];
        return [
          ...years.map(({ begun, ...sums }) => ({
            body: id,
            name,
            year: yearText(begun),
            ...withPounds(sums),
          })),
          ...(inNoYear.payments === 0
            ? []
            : [{ body: id, name, year: 'day not stated', ...withPounds(inNoYear), months: null }]),
        ];
      }),
    };
  }),
];

/** The councils, which the law asks for their payments. */
const councilsOn = async ({ database }: ExploreServices, { on }: Visit) =>
  (await bodiesOn(database, { on })).filter(({ tier }) => tier !== undefined);

const viewRoutes = (services: ExploreServices): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: paymentsPath,
    may: 'anyone',
    handle: async (visit) => {
      const view = askedIn(visit.query);
      const [shown, beside] = await Promise.all([
        viewShown(services, view.asked, { ...view, on: visit.on }),
        undatedBeside(services, view.asked),
      ]);
      if (shown === undefined) return notFound(noSuchBody);
      if (view.by === 'payment' && view.page > 1 && shown.payments.length === 0) return notFound(noSuchPage);
      return page({
        title: titleOf(view, shown.names),
        description: 'What councils paid, put together by council, department, purpose, supplier or month.',
        section,
        breadcrumbs: [home, money, { text: 'Payments' }],
        main: (
          <PaymentsPage
            view={view}
            shown={shown}
            isUnderWay={await isExampleUnderWay(services.database)}
            beside={beside}
            visit={visit}
          />
        ),
      });
    },
  },
];

/** A payment has an address of its own whether its release still counts or not. */
const paymentRoutes = (services: OpenBooksServices): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: `${paymentsPath}/:release/:releasePart/:row`,
    may: 'anyone',
    handle: async (visit) => {
      const { release = '', releasePart: part = '', row = '' } = visit.params;
      const shown = await paymentPage(services, { release, part, row }, visit.on);
      if (shown === undefined) return notFound(noSuchPayment);
      const names = await namesOn(services, visit);
      const name = names.get(shown.release.bodyId) ?? shown.release.bodyId;
      return page({
        title: 'One payment',
        caption: name,
        description: 'A published payment, and the line of the file it stood in.',
        section,
        breadcrumbs: [home, money, payments, { text: 'One payment' }],
        main: <PaymentPage shown={shown} name={name} address={services.address} visit={visit} />,
      });
    },
  },
];

function titleOf({ asked, by, page: number }: ViewAsked, names: ReadonlyMap<string, string>): string {
  const of =
    asked.bodyId === undefined ? 'Payments' : `Payments of ${names.get(asked.bodyId) ?? asked.bodyId}`;
  const way = by === 'payment' ? ', one by one' : `, by ${groups[by].toLowerCase()}`;
  return `${of}${way}${number > 1 ? `, page ${number}` : ''}`;
}

const namesOn = async ({ database }: ExploreServices, { on }: Visit) =>
  new Map((await everyBody(database, { on })).map(({ id, name }) => [id, name]));

const searchIn = ({ query }: Visit) => ({
  typed: clip(normaliseTyped((query['q'] ?? '').slice(0, 1000)), 120),
  page: Number(/^[1-9]\d{0,4}$/.exec(query['page'] ?? '')?.[0] ?? 1),
});

const supplierRoutes = (services: ExploreServices): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: '/money/suppliers',
    may: 'anyone',
    handle: async (visit) => {
      const { typed, page: number } = searchIn(visit);
      const found = await explored(services);
      const called = await suppliersCalled(services.published, found.view, typed, {
        limit: suppliersShown,
        offset: (number - 1) * suppliersShown,
      });
      return page({
        title: typed === '' ? 'Suppliers' : `Suppliers: ${clip(typed, 40)}`,
        description: 'Find whom councils paid, by the words of a name.',
        section,
        breadcrumbs: [home, money, { text: 'Suppliers' }],
        main: <SuppliersPage typed={typed} page={number} found={called} explored={found} visit={visit} />,
      });
    },
  },
  ...fileRoutes('/money/suppliers', async (visit) => {
    const { typed } = searchIn(visit);
    const found = await explored(services);
    const { lines } = await suppliersCalled(services.published, found.view, typed, { limit: mostInFile });
    const { text, isIllustrative } = sourceOf(found);
    return {
      name: `suppliers${isIllustrative ? '-illustrative' : ''}`,
      source: isIllustrative ? `${text}. ILLUSTRATIVE: some were generated.` : text,
      columns: [
        { key: 'payee', title: 'Key' },
        { key: 'name', title: 'Supplier' },
        { key: 'pence', title: 'Pence' },
        { key: 'pounds', title: 'Pounds' },
        { key: 'payments', title: 'Payments' },
        { key: 'bodies', title: 'Councils' },
        { key: 'first', title: 'First paid' },
        { key: 'last', title: 'Last paid' },
      ],
      rows: lines.map(withPounds),
    };
  }),
  {
    method: 'GET',
    path: '/money/suppliers/:supplier',
    may: 'anyone',
    handle: async (visit) => {
      const payee = payeeOf(visit.params['supplier'] ?? '');
      const found = await explored(services);
      if (unnamed(payee) !== undefined) return notFound(noSuchSupplier);
      const [shown, links, names] = await Promise.all([
        supplierPage(services.published, found.view, payee),
        linksOf(services, payee),
        namesOn(services, visit),
      ]);
      if (shown === undefined) return notFound(noSuchSupplier);
      const counted = await releasesShown(services.published, found, shown.scope.asked, shown.scope);
      return page({
        title: shown.line.name,
        caption: 'Supplier',
        description: `What councils paid ${clip(shown.line.name, 80)}, for what and since when.`,
        section,
        breadcrumbs: [home, money, suppliers, { text: clip(shown.line.name, 40) }],
        main: (
          <>
            <SupplierPage shown={shown} names={names} explored={found} counted={counted} visit={visit} />
            <SupplierEvidence
              links={links}
              downloads={filesOf(`${supplierPath(shown.line.payee)}/links`, visit)}
            />
            <Text>
              <Link href={onDay('/money/suppliers', visit)}>Another supplier</Link>
            </Text>
          </>
        ),
      });
    },
  },
  ...supplierFiles(services, 'payers'),
  ...supplierFiles(services, 'names'),
  ...fileRoutes(
    '/money/suppliers/:supplier/links',
    async (visit) => {
      const payee = payeeOf(visit.params['supplier'] ?? '');
      const found = await explored(services);
      const shown = await supplierPage(services.published, found.view, payee);
      return shown && linksDataset(await linksOf(services, payee, mostInFile));
    },
    () => noSuchSupplier,
  ),
];

/** The same amount twice in a file: exact for programs, and as people read it. */
const withPounds = <Line extends Readonly<{ pence: bigint }>>(line: Line) => ({
  ...line,
  pounds: inPounds(line.pence),
});

/** A search that finds more than these is too wide to be one; all suppliers are a view of the payments. */
const mostInFile = 20_000;

const supplierFiles = (services: ExploreServices, list: 'payers' | 'names'): readonly PublicRoute[] =>
  fileRoutes(
    `/money/suppliers/:supplier/${list}`,
    async (visit) => {
      const found = await explored(services);
      const payee = payeeOf(visit.params['supplier'] ?? '');
      const shown = await supplierPage(services.published, found.view, payee);
      if (shown === undefined) return undefined;
      const { text, isIllustrative } = sourceOf({
        standing: await releasesShown(services.published, found, shown.scope.asked, shown.scope),
      });
      const days = [
        { key: 'first', title: 'First paid' },
        { key: 'last', title: 'Last paid' },
      ];
      return {
        name: `supplier-${list}${isIllustrative ? '-illustrative' : ''}`,
        source: isIllustrative ? `${text}. ILLUSTRATIVE: some were generated.` : text,
        columns: [
          { key: 'bodyId', title: 'Body' },
          { key: 'name', title: 'Name' },
          { key: 'pence', title: 'Pence' },
          { key: 'pounds', title: 'Pounds' },
          { key: 'payments', title: 'Payments' },
          ...(list === 'payers' ? days : []),
        ],
        rows: shown[list].map((line: (typeof shown)[typeof list][number]) => withPounds(line)),
      };
    },
    () => noSuchSupplier,
  );
