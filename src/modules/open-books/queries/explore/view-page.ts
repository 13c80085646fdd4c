import { bodiesOn, everyBody, placesOn } from '#modules/register';
import type { IsoDate } from '#platform/kernel';
import type { Group, PaymentsAsked, Sum } from '../../domain/explore/asked.ts';
import { choicesIn } from './choices.ts';
import { type Explored, explored, type ExploreServices } from './explored.ts';
import { paymentsIn, type PaymentShown } from './payments.ts';
import { releasesShown } from './releases-shown.ts';
import { scopeOf } from './scope.ts';
import { sumsBy, type Total, totalOf } from './sums.ts';
import { suppliersCalled, type SupplierLine } from './suppliers.ts';

/** So many sums on a page, and so many payments; the files have them all. */
export const shownSums = 50;
export const shownPayments = 50;

/** What a page of payments shows. */
export type ViewShown = Readonly<{
  explored: Explored;
  /** The releases that these payments stand in. */
  counted: Explored['standing'];
  names: ReadonlyMap<string, string>;
  /** The bodies that have published payments that count. */
  bodies: readonly Readonly<{ id: string; name: string }>[];
  departments: readonly string[];
  categories: readonly string[];
  /** Undefined where something was asked for that is nowhere in what is published. */
  total: Total | undefined;
  sums: readonly Sum[];
  payments: readonly PaymentShown[];
  /** The suppliers that go by what was typed, where none has exactly that name. */
  called: readonly SupplierLine[];
  /** Residents of the area that each council serves, by its id. */
  residents: ReadonlyMap<string, Readonly<{ count: number; asAt: IsoDate; source: string }>>;
}>;

/** Payments put together, or each of them: a page of them. Undefined where there is no such body. */
export async function viewShown(
  services: ExploreServices,
  asked: PaymentsAsked,
  { by, page, on }: Readonly<{ by: Group | 'payment'; page: number; on: IsoDate }>,
): Promise<ViewShown | undefined> {
  const { database, published } = services;
  const [found, everyone] = await Promise.all([
    explored(services, asked.dataset),
    everyBody(database, { on }),
  ]);
  const { view } = found;
  const names = new Map(everyone.map(({ id, name }) => [id, name]));
  if (asked.bodyId !== undefined && !names.has(asked.bodyId)) return undefined;
  const bodies = view.bodies.map(({ bodyId }) => ({ id: bodyId, name: names.get(bodyId) ?? bodyId }));
  const scope = await scopeOf(published, view, asked);
  const put =
    scope === undefined || by === 'payment'
      ? Promise.resolve([])
      : sumsBy(published, scope, by, { limit: by === 'month' ? 1200 : shownSums });
  const listed =
    scope === undefined || by !== 'payment'
      ? Promise.resolve([])
      : paymentsIn(published, scope, { limit: shownPayments, offset: (page - 1) * shownPayments });
  const [sums, payments, total, choices, called, residents, counted] = await Promise.all([
    put,
    listed,
    // Afterwards where it is found on the way.
    scope &&
      (scope.told !== undefined
        ? Promise.all([put, listed]).then(() => totalOf(published, scope))
        : totalOf(published, scope)),
    choicesIn(published, view, asked.bodyId),
    scope !== undefined || asked.supplier === undefined
      ? []
      : suppliersCalled(published, view, asked.supplier, { limit: 10 }).then(({ lines }) => lines),
    residentsOf(services, on),
    releasesShown(published, found, asked, scope),
  ]);
  return {
    explored: found,
    counted,
    names,
    bodies: bodies.toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
    ...choices,
    total,
    sums: by === 'body' ? sums.map((sum) => ({ ...sum, name: names.get(sum.key) ?? sum.name })) : sums,
    payments,
    called,
    residents,
  };
}

/** How many people live in the area of each council, by the latest estimate of the day. A council and its area have one code. */
async function residentsOf(
  { database }: Pick<ExploreServices, 'database'>,
  on: IsoDate,
): Promise<ViewShown['residents']> {
  const [bodies, places] = await Promise.all([bodiesOn(database, { on }), placesOn(database, { on })]);
  return new Map(
    bodies.flatMap(({ id, gss }) => {
      const counted = places.find((place) => place.gss === gss)?.population;
      return counted === undefined
        ? []
        : [[id, { count: counted.count, asAt: counted.asAt, source: counted.source }] as const];
    }),
  );
}
