import { formatDate, type IsoDate } from '#platform/kernel';

/** A day, for people and for machines. */
export const Day = ({ on }: Readonly<{ on: IsoDate }>) => <time dateTime={on}>{formatDate(on)}</time>;

type PeriodProps = Readonly<{ from?: IsoDate | undefined; until?: IsoDate | undefined }>;

/**
 * When a thing is true, in words, as one piece of text. `until` is the first day on which it no longer is. Where neither
 * end is in any source held, it says so rather than claim that there is none.
 */
export const Period = ({ from, until }: PeriodProps) => (
  <span>
    {from === undefined && until === undefined && 'dates not stated'}
    {from !== undefined && (
      <>
        {until === undefined ? 'since' : 'from'} <Day on={from} />
      </>
    )}
    {until !== undefined && (
      <>
        {from !== undefined && ' '}until <Day on={until} />
      </>
    )}
  </span>
);

/** The same as plain text, for the options of a form. */
export function periodInWords(from: IsoDate | undefined, until: IsoDate | undefined): string {
  if (from === undefined && until === undefined) return 'dates not stated';
  const start = from === undefined ? '' : `${until === undefined ? 'since' : 'from'} ${formatDate(from)}`;
  const end = until === undefined ? '' : `until ${formatDate(until)}`;
  return `${start} ${end}`.trim();
}
