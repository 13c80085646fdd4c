import { type IsoDate, isoDate, months } from '#platform/kernel';

/** Reads a month as people write it, `July 2026`, `Jul 2026`, `7/2026` or `2026-07`, as its first day; undefined for what is none. */
export function readMonth(written: string): IsoDate | undefined {
  const text = written.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  const [, year, number] = /^(\d{4})-(\d{1,2})$/.exec(text) ?? [];
  const [, first, after] = /^(\d{1,2})[/. -](\d{4})$/.exec(text) ?? [];
  const [, word = '', yearAfter] = /^([a-z]{3,9})\.?,? (\d{4})$/.exec(text) ?? [];
  const named = months.findIndex((month) => word !== '' && month.toLowerCase().startsWith(word)) + 1;
  const month = number ?? first ?? (named > 0 ? String(named) : '');
  const read = isoDate(`${year ?? after ?? yearAfter ?? ''}-${month.padStart(2, '0')}-01`);
  return read.ok ? read.value : undefined;
}

/** A month as the form writes it: `July 2026`. */
export const monthWritten = (on: IsoDate): string =>
  `${months[Number(on.slice(5, 7)) - 1] ?? ''} ${on.slice(0, 4)}`;
