import { formatCount, plural } from '#platform/kernel';
import { Link, Text } from '#platform/ui';
import { onDay } from '#platform/web';
import { type Month, yearText } from '../../domain/explore/month.ts';
import { explored } from '../../queries/explore/explored.ts';
import { accounts } from '../../queries/explore/landing.ts';
import { countedOn } from '../../queries/publishing/counted-on.ts';
import type { TellsOf } from '../tells-of.ts';
import { sameDay, viewPath } from './asked-in.ts';
import { roundly, sourceOf } from './money-words.tsx';

/** What a council paid in the latest financial year that it has published, for its page, as that stood on the day. */
export const paymentsOfBody: TellsOf = async (services, bodyId, visit) => {
  const then = await countedOn(services.database, visit);
  if (!then.isNow) {
    if (!then.releases.some((release) => release.bodyId === bodyId)) return undefined;
    return {
      shown: (
        <Text>
          Other releases of payments counted on this day than today.{' '}
          <Link href={onDay('/money/releases', visit)}>The releases of that day</Link>
        </Text>
      ),
    };
  }
  const own = (await accounts(services)).find((account) => account.bodyId === bodyId);
  if (own === undefined) return undefined;
  const [latest] = own.years;
  const { isIllustrative } = sourceOf(await explored(services), bodyId);
  const asked = { dataset: 'spending', bodyId, ...sameDay(visit) } as const;
  const ofYear =
    latest === undefined
      ? asked
      : { ...asked, from: (latest.begun * 12 + 3) as Month, to: (latest.begun * 12 + 14) as Month };
  return {
    shown: (
      <>
        <Text>
          {latest === undefined ? (
            <>
              It published <strong>{roundly(own.inNoYear.pence)}</strong> in{' '}
              {plural(own.inNoYear.payments, 'payment')} that tell no day.
            </>
          ) : (
            <>
              In {yearText(latest.begun)} it paid <strong>{roundly(latest.pence)}</strong> in{' '}
              {formatCount(latest.payments)} payments, as far as they are published
              {latest.months < 12 && ` (${latest.months} of twelve months)`}.
            </>
          )}
          {isIllustrative && ' These payments are illustrative: they were generated to show how this works.'}
        </Text>
        <Text>
          <Link href={viewPath({ asked: ofYear, by: 'supplier' })}>Whom it paid</Link> ·{' '}
          <Link href={viewPath({ asked, by: 'month' })}>All its payments, by month</Link>
        </Text>
      </>
    ),
  };
};
