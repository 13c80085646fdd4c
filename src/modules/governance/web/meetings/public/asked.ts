import type { Visit } from '#platform/http';
import { addMonths, date, dateParts, type IsoDate, months } from '#platform/kernel';

/** What a reader asked the list of meetings for. */
export type Asked = Readonly<{
  body: string;
  committee: string;
  /** The first day of the month shown. */
  month: IsoDate;
  /** As a list, or as the weeks of the month. */
  view: 'list' | 'weeks';
}>;

/** Reads the query of the list. A month that is none is the month of the day asked about. */
export function readAsked({ query, on }: Pick<Visit, 'query' | 'on'>): Asked {
  const { body = '', committee = '', month = '' } = query;
  return {
    body,
    committee,
    month: firstOf(month) ?? firstOfMonth(on),
    view: query['view'] === 'weeks' ? 'weeks' : 'list',
  };
}

function firstOf(typed: string): IsoDate | undefined {
  const [, year = '', month = ''] = /^(\d{4})-(\d{2})$/.exec(typed) ?? [];
  const parts = { year: Number(year), month: Number(month) };
  const isMonth = parts.year >= 1000 && parts.year < 9000 && parts.month >= 1 && parts.month <= 12;
  return isMonth ? date(`${year}-${month}-01`) : undefined;
}

export const firstOfMonth = (on: IsoDate): IsoDate => date(`${on.slice(0, 7)}-01`);

/** The first day of the month after, or before. */
export const nextMonth = (month: IsoDate): IsoDate => addMonths(month, 1);
export const monthBefore = (month: IsoDate): IsoDate => addMonths(month, -1);

/** `July 2008`. */
export function monthInWords(on: IsoDate): string {
  const { year, month } = dateParts(on);
  return `${months[month - 1] ?? ''} ${year}`;
}

/** The same question with something else in it. */
export function addressOf(asked: Asked, other: Partial<Asked> = {}, path = '/meetings'): string {
  const { body, committee, month, view } = { ...asked, ...other };
  const query = new URLSearchParams({
    ...(body !== '' && { body }),
    ...(committee !== '' && { committee }),
    month: month.slice(0, 7),
    ...(view === 'weeks' && { view }),
  });
  return `${path}?${query.toString()}`;
}
