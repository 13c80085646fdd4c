import type { Visit } from '#platform/http';
import { clip, isoDate, never, normaliseTyped } from '#platform/kernel';
import { type Group, groups, type PaymentsAsked } from '../../domain/explore/asked.ts';
import { daysText, monthOfKey, monthText, readDays, readMonth } from '../../domain/explore/month.ts';
import { unnamed } from '../../domain/explore/unnamed.ts';
import { payeeKey } from '../../domain/suppliers/payee.ts';

/** What a view of payments shows: sums by something, or each payment. */
export type By = Group | 'payment';

export type ViewAsked = Readonly<{
  asked: PaymentsAsked;
  by: By;
  page: number;
  /** What was typed for a month and is none: the payments are not narrowed down by it. */
  unread?: Readonly<Partial<Record<'from' | 'to', string>>>;
}>;

/** Longer than any department or name; what is beyond is not looked for. */
const longest = 200;

/**
 * Which payments an address asks for, and how. What is no group is not asked for, what is no month is told of in `unread`; months the
 * wrong way round are turned.
 */
export function askedIn(query: Visit['query']): ViewAsked {
  const given = (name: string): string | undefined => {
    const typed = clip(normaliseTyped((query[name] ?? '').slice(0, 10 * longest)), longest);
    return typed === '' ? undefined : typed;
  };
  const [one, other] = [readMonth(given('from') ?? ''), readMonth(given('to') ?? '')];
  const [from, to] = [
    one === undefined ? given('from') : undefined,
    other === undefined ? given('to') : undefined,
  ];
  const isTurned = one !== undefined && other !== undefined && one > other;
  const months = readDays(given('days') ?? '') ?? {
    from: isTurned ? other : one,
    to: isTurned ? one : other,
  };
  const supplier = given('supplier');
  const by = given('by');
  const on = isoDate(given('on') ?? '');
  return {
    asked: {
      dataset: given('dataset') === 'procurement-card' ? 'procurement-card' : 'spending',
      bodyId: given('body'),
      ...months,
      department: stated(given('department')),
      category: stated(given('purpose')),
      supplier: supplier === undefined ? undefined : payeeTyped(supplier),
      words: given('words'),
      on: on.ok ? on.value : undefined,
    },
    by: by !== undefined && isWay(by) ? by : usualWay({ bodyId: given('body') }),
    page: Number(/^[1-9]\d{0,5}$/.exec(query['page'] ?? '')?.[0] ?? 1),
    ...((from ?? to) !== undefined && {
      unread: { ...(from !== undefined && { from }), ...(to !== undefined && { to }) },
    }),
  };
}

/** Why an address with such a month is not answered with a file: the file would hold more than was asked for. */
export const noSuchMonth = ({ unread = {} }: Pick<ViewAsked, 'unread'>): string | undefined => {
  const [typed] = Object.values(unread);
  return typed === undefined ? undefined : `“${typed}” is no month. Write it like 2026-04.`;
};

const isWay = (by: string): by is By => by === 'payment' || Object.hasOwn(groups, by);

/** How payments are put together where an address does not say: those of one council have one council alone. */
const usualWay = ({ bodyId }: Pick<PaymentsAsked, 'bodyId'>): By =>
  bodyId === undefined ? 'body' : 'department';

/** In an address, an empty field asks for nothing: what is not stated needs a word of its own. */
const notStated = '~';
const stated = (text: string | undefined): string | undefined => (text === notStated ? '' : text);

/** A payee’s name in whatever spelling, as the account knows it. */
const payeeTyped = (typed: string): string =>
  unnamed(typed) === undefined ? payeeKey(typed) || typed.toLowerCase() : typed;

/** The same as the query of an address, in one order whatever was typed. */
export function queryOf({ asked, by, page }: Partial<ViewAsked> & Pick<ViewAsked, 'asked'>): string {
  const word = (text: string | undefined) => (text === '' ? notStated : text);
  const days = daysText(asked);
  const parts: Readonly<Record<string, string | undefined>> = {
    dataset: asked.dataset === 'spending' ? undefined : asked.dataset,
    body: asked.bodyId,
    days,
    from: days !== undefined || asked.from === undefined ? undefined : monthText(asked.from),
    to: days !== undefined || asked.to === undefined ? undefined : monthText(asked.to),
    department: word(asked.department),
    purpose: word(asked.category),
    supplier: asked.supplier,
    words: asked.words,
    on: asked.on,
    by: by === usualWay(asked) ? undefined : by,
    page: page === undefined || page === 1 ? undefined : String(page),
  };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parts)) if (value !== undefined) query.set(name, value);
  return query.size === 0 ? '' : `?${query.toString()}`;
}

export const paymentsPath = '/money/payments';

/** What keeps the links of a page on the day it shows. */
export const sameDay = ({ on, today }: Pick<Visit, 'on' | 'today'>): Pick<PaymentsAsked, 'on'> =>
  on === today ? {} : { on };

/** The page of these payments. */
export const viewPath = (view: Partial<ViewAsked> & Pick<ViewAsked, 'asked'>): string =>
  `${paymentsPath}${queryOf(view)}`;

/** What narrows the payments down to those of one sum. */
export function narrowedTo(asked: PaymentsAsked, by: Group, key: string): PaymentsAsked {
  switch (by) {
    case 'body':
      return { ...asked, bodyId: key };
    case 'department':
      return { ...asked, department: key };
    case 'category':
      return { ...asked, category: key };
    case 'supplier':
      return { ...asked, supplier: key };
    case 'month': {
      const month = monthOfKey(key);
      return { ...asked, from: month, to: month };
    }
    default:
      return never(by);
  }
}

/** As long as a part of an address may be; a longer name is looked for among the payments instead. */
const longestInPath = 150;

/** The page of a supplier, by the normal form of its name: `/money/suppliers/oak-care-services`. */
export const supplierPath = (payee: string): string => {
  const slug = encodeURIComponent(payee.replaceAll(' ', '-'));
  return unnamed(payee) === undefined && slug.length <= longestInPath
    ? `/money/suppliers/${slug}`
    : viewPath({ asked: { dataset: 'spending', supplier: payee }, by: 'payment' });
};

/** The payee that a page of a supplier is of. */
export const payeeOf = (slug: string): string => slug.replaceAll('-', ' ');

export const paymentPath = ({
  release,
  part,
  row,
}: Readonly<{ release: string; part: number; row: number }>): string =>
  `${paymentsPath}/${release}/${part}/${row}`;
