import { formatDate } from '#platform/kernel';
import { Link, Text } from '#platform/ui';
import { onDay } from '#platform/web';
import { monthsInWords } from '../../domain/release/months-covered.ts';
import { completenessOn } from '../../queries/completeness/completeness.ts';
import type { TellsOf } from '../tells-of.ts';
import { bodyCompletenessPath } from './paths.ts';
import { standingInWords } from './standing.tsx';

/** Whether a body published what it owed last. */
export const completenessOfBody: TellsOf = async ({ database }, bodyId, visit) => {
  const { lines } = await completenessOn(database, visit.on, { bodyId });
  // What is due already says more than what is not due yet.
  const latest = lines.find(({ duty, owed }) => duty.id === 'spending' && owed.due <= visit.on);
  if (latest === undefined) return undefined;
  return {
    shown: (
      <Text>
        {`Payments of ${monthsInWords(latest.owed)}, due on ${formatDate(latest.owed.due)}: ${standingInWords(latest.standing).toLowerCase()}${latest.isIllustrative ? ' (illustrative)' : ''}. `}
        <Link href={onDay(bodyCompletenessPath(bodyId), visit)}>What it owes and published</Link>
      </Text>
    ),
  };
};
