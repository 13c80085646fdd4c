import type { Visit } from '#platform/http';
import { formatCount } from '#platform/kernel';
import { Link, Text } from '#platform/ui';
import { type Month, yearText } from '../../domain/explore/month.ts';
import { explored } from '../../queries/explore/explored.ts';
import { accounts } from '../../queries/explore/landing.ts';
import type { TellsOf } from '../told.tsx';
import { viewPath } from './asked-in.ts';
import { roundly, sourceOf } from './money-words.tsx';

/** What a council paid in the latest financial year that it has published, for its page. */
export const paymentsOfBody: TellsOf = async (services, bodyId, _visit: Visit) => {
  const own = (await accounts(services)).find((account) => account.bodyId === bodyId);
  const [latest] = own?.years ?? [];
  if (own === undefined || latest === undefined) return undefined;
  const { isIllustrative } = sourceOf(await explored(services), bodyId);
  const asked = {
    dataset: 'spending',
    bodyId,
    from: (latest.begun * 12 + 3) as Month,
    to: (latest.begun * 12 + 14) as Month,
  } as const;
  return {
    shown: (
      <>
        <Text>
          In {yearText(latest.begun)} it paid <strong>{roundly(latest.pence)}</strong> in{' '}
          {formatCount(latest.payments)} payments, as far as they are published
          {latest.months < 12 && ` (${latest.months} of twelve months)`}.
          {isIllustrative && ' These payments are illustrative: they were generated to show how this works.'}
        </Text>
        <Text>
          <Link href={viewPath({ asked, by: 'supplier' })}>Whom it paid</Link> ·{' '}
          <Link href={viewPath({ asked: { dataset: 'spending', bodyId }, by: 'month' })}>
            All its payments, by month
          </Link>
        </Text>
      </>
    ),
  };
};
