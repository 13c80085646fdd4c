import { addMonths, dateParts, type IsoDate, months } from '#platform/kernel';

type Called = Readonly<{ bodyName: string; periodFrom: IsoDate; periodTo: IsoDate }>;

/** Words that say no more than that payments are looked for. */
const said = new Set(['payment', 'payments', 'spending', 'release', 'releases', 'of', 'for', 'in', 'the']);
/** Words that stand in the names of many bodies and tell none apart. */
const common = new Set(['council', 'borough', 'district', 'city', 'county']);

const wordsOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/**
 * Whether what somebody typed names a release: by words of its body’s name, its months and its years, each word meant or the beginning of
 * one, and “payments” or “spending” said with them or not. “Maidstone May 2026” names one, “council” alone names none.
 */
export function isCalled({ bodyName, periodFrom, periodTo }: Called, typed: string): boolean {
  const asked = wordsOf(typed).filter((word) => !said.has(word));
  if (asked.every((word) => common.has(word))) return false;
  const own = wordsOf(bodyName);
  const covered = new Set(
    monthsFrom(periodFrom, periodTo).flatMap((month) => {
      const { year, month: at } = dateParts(month);
      return [(months[at - 1] ?? '').toLowerCase(), String(year)];
    }),
  );
  // A day’s number or half a year would name whatever comes; a name may be begun.
  return (
    asked.every((word) => covered.has(word) || own.some((each) => each.startsWith(word))) &&
    asked.some((word) => word.length > 2 && own.some((each) => each.startsWith(word) && !common.has(each)))
  );
}

function monthsFrom(from: IsoDate, to: IsoDate): readonly IsoDate[] {
  const every: IsoDate[] = [];
  for (let month = from; month <= to; month = addMonths(month, 1)) every.push(month);
  return every;
}
