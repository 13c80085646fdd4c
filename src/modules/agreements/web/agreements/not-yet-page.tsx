import type { Page, Visit } from '#platform/http';
import { Link, Prose, Text } from '#platform/ui';
import { AsOf } from '#platform/web';
import { agreementPath } from '../../domain/agreement/agreement.ts';
import { sayWhen } from '../../domain/agreement/rough-day.ts';
import type { AgreementAt } from '../../queries/agreements/agreement-at.ts';
import { agreementsTrail } from './agreement-page.tsx';

/** The page of an agreement on a day before its first version. */
export function notYetPage({ agreement, version }: AgreementAt, visit: Visit): Page {
  const { published } = agreement.versions[0];
  return {
    title: version.title,
    caption: 'Agreement',
    section: 'agreements',
    breadcrumbs: [...agreementsTrail(visit), { text: version.title }],
    main: (
      <Prose>
        <AsOf visit={visit} />
        <Text>
          It had not been published on that day. It was published {sayWhen(published)}: see{' '}
          <Link href={`${agreementPath(agreement)}?on=${published.on}`}>how it stood then</Link>.
        </Text>
      </Prose>
    ),
  };
}
