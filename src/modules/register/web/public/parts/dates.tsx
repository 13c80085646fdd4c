import { formatDate, type IsoDate } from '#platform/kernel';

/** A day, for people and for machines. */
export const Day = ({ on }: Readonly<{ on: IsoDate }>) => <time dateTime={on}>{formatDate(on)}</time>;

/**
 * When a thing is true, in words. `until` is the first day on which it no longer is. Where neither end is in any source
 * held, it says so rather than claim that there is none.
 */
export function Period({
  from,
  until,
}: Readonly<{ from?: IsoDate | undefined; until?: IsoDate | undefined }>) {
  if (from === undefined && until === undefined) return <>dates not stated</>;
  if (until === undefined) return <>since {from !== undefined && <Day on={from} />}</>;
  if (from === undefined)
    return (
      <>
        until <Day on={until} />
      </>
    );
  return (
    <>
      from <Day on={from} /> until <Day on={until} />
    </>
  );
}

/** The same where no markup can stand, such as a cell of a file. */
export function periodInWords(from: IsoDate | undefined, until: IsoDate | undefined): string {
  if (from === undefined && until === undefined) return 'dates not stated';
  if (until === undefined) return `since ${from === undefined ? '' : formatDate(from)}`;
  if (from === undefined) return `until ${formatDate(until)}`;
  return `from ${formatDate(from)} until ${formatDate(until)}`;
}
