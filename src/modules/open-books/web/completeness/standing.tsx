import { formatDate, plural } from '#platform/kernel';
import { Tag } from '#platform/ui';
import type { OwedStanding } from '../../domain/completeness/completeness.ts';
import { monthsInWords } from '../../domain/release/months-covered.ts';

/** How something owed stands, in a few words: late is said in days. */
export function standingInWords(standing: OwedStanding): string {
  switch (standing.is) {
    case 'not-due':
      return 'Not due yet';
    case 'not-published':
      return `Nothing published, ${plural(standing.daysLate, 'day')} late`;
    case 'in-part': {
      const missing = standing.missing.map((month) => monthsInWords({ from: month, to: month })).join(', ');
      return standing.daysLate > 0
        ? `Without ${missing}, ${plural(standing.daysLate, 'day')} late`
        : `Without ${missing} so far`;
    }
    case 'published':
      return standing.daysLate > 0
        ? `Published ${formatDate(standing.on)}, ${plural(standing.daysLate, 'day')} late`
        : `Published ${formatDate(standing.on)}, in time`;
    default:
      return standing satisfies never;
  }
}

const colourOf = (standing: OwedStanding) => {
  switch (standing.is) {
    case 'not-due':
      return 'grey';
    case 'not-published':
      return 'red';
    case 'in-part':
      return standing.daysLate > 0 ? 'orange' : 'grey';
    case 'published':
      return standing.daysLate > 0 ? 'yellow' : 'green';
    default:
      return standing satisfies never;
  }
};

export const OwedTag = ({
  standing,
  isIllustrative,
  isUnderWay,
}: Readonly<{
  standing: OwedStanding;
  isIllustrative: boolean;
  /** That the example’s payments are still being loaded: what is not here yet is not missing. */
  isUnderWay: boolean;
}>) => (
  <>
    {isUnderWay && standing.is === 'not-published' ? (
      <Tag colour="grey">Being loaded</Tag>
    ) : (
      <Tag colour={colourOf(standing)}>{standingInWords(standing)}</Tag>
    )}
    {isIllustrative && (
      <>
        {' '}
        <Tag colour="yellow">Illustrative</Tag>
      </>
    )}
  </>
);
