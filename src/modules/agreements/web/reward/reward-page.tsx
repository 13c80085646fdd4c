import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import { formatMoney, listInWords, type Money, sumMoney } from '#platform/kernel';
import type { Services } from '#platform/module';
import { FollowLinks, InsetText, KeyFigures, Prose, Text } from '#platform/ui';
import { AnotherDay, AsOf, fileRoutes, filesOf, home, onDay, Section } from '#platform/web';
import { agreementPath } from '../../domain/agreement/agreement.ts';
import { inHundredths } from '../../domain/reward/reward-rule.ts';
import { rewardPath } from '../../domain/reward/reward-set.ts';
import { rewardDataset } from '../../queries/reward/dataset.ts';
import { type RewardShown, rewardShown } from '../../queries/reward/reward-shown.ts';
import { BudgetsTable, Instalments, PaymentsTable, SharesTable } from './money-tables.tsx';
import { RulesShown, SchemeShown } from './rules-shown.tsx';
import { TargetsTable } from './targets-table.tsx';
import { sayPart } from './words.ts';

const path = '/agreements/:rewardAgreement/reward';
export const noSuchAgreement =
  'There is no agreement with this address on this day. The list of agreements has those there are.';

/** What the targets of an agreement earn, would earn at their forecast, and how it is paid and shared. */
export function rewardPageRoutes(services: Services): readonly PublicRoute[] {
  const find = (visit: Visit) => rewardShown(services, visit.params['rewardAgreement'] ?? '', visit);
  return [
    {
      method: 'GET',
      path,
      may: 'anyone',
      handle: async (visit) => {
        const shown = await find(visit);
        if (shown === undefined) return notFound(noSuchAgreement);
        const { agreement, title } = shown;
        return page({
          title: 'Reward',
          caption: title,
          section: 'agreements',
          breadcrumbs: [
            home,
            { text: 'Agreements', href: onDay('/agreements', visit) },
            { text: title, href: onDay(agreementPath(agreement), visit) },
            { text: 'Reward' },
          ],
          main: <Shown shown={shown} visit={visit} />,
        });
      },
    },
    ...fileRoutes(
      path,
      async (visit) => {
        const shown = await find(visit);
        return shown && rewardDataset(shown);
      },
      () => noSuchAgreement,
    ),
  ];
}

type Props = Readonly<{ shown: RewardShown; visit: Visit }>;

function Shown({ shown, visit }: Props) {
  const { agreement, set, scheme } = shown;
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        {set?.isIllustrative === true && (
          <InsetText>
            These reward rules and their figures are made up to show how the page works. No body named here
            has agreed to them.
          </InsetText>
        )}
        {scheme?.wasPaid === false && (
          <InsetText>
            <strong>{scheme.whatHappened}</strong>
            {set === undefined ? '' : ' What is reckoned below is what its design would have paid.'}
          </InsetText>
        )}
      </Prose>
      {set === undefined ? <NoSet shown={shown} /> : <Reckoned shown={shown} visit={visit} />}
      <FollowLinks
        followed={{ kind: 'things', id: rewardPath(agreement) }}
        what="the reward of this agreement"
      />
      <AnotherDay visit={visit} />
    </>
  );
}

const NoSet = ({ shown: { scheme } }: Pick<Props, 'shown'>) => (
  <>
    <Prose>
      <Text>
        No reward rules are recorded for this agreement on this day. Its pot, the targets that were to be
        rewarded and how the money was to be shared are not known here.
      </Text>
    </Prose>
    {scheme !== undefined && <SchemeShown scheme={scheme} />}
  </>
);

function Reckoned({ shown, visit }: Props) {
  const { set, pot, now, foreseen, paid, agreement } = shown;
  if (set === undefined || now === undefined || foreseen === undefined) return null;
  const isKnown = pot.pence !== undefined;
  const money = (amount: Money) => (isKnown ? formatMoney(amount) : 'Not known');
  const isPaid = set.isPaid;
  return (
    <>
      <KeyFigures
        figures={[
          { label: 'Pot', value: money(now.potential), detail: <PotInWords shown={shown} /> },
          {
            label: isPaid ? 'Earned by final figures' : 'Would have been earned by final figures',
            value: money(now.total),
            detail: now.average === undefined ? undefined : `Average ${sayPart(now.average, 1)}`,
          },
          {
            label: 'Would be earned at the forecast',
            value: money(foreseen.total),
            detail: foreseen.average === undefined ? undefined : `Average ${sayPart(foreseen.average, 1)}`,
          },
          {
            label: 'Paid',
            value: formatMoney(sumMoney(paid.flatMap(({ revenue, capital }) => [revenue, capital]))),
            detail: isPaid ? undefined : 'Nothing is paid under these rules',
          },
        ]}
      />
      <TargetsTable shown={shown} visit={visit} files={filesOf(rewardPath(agreement), visit)} />
      <Section title="How it is paid">
        <Instalments shown={shown} />
        <PaymentsTable shown={shown} />
      </Section>
      <Section title="How it is shared">
        <SharesTable shown={shown} />
      </Section>
      <BudgetsTable shown={shown} />
      <RulesShown shown={shown} />
    </>
  );
}

function PotInWords({ shown: { set, pot, names } }: Pick<Props, 'shown'>) {
  if (set?.pot === undefined) return <>Nobody has recorded it.</>;
  if (set.pot.by === 'sum') return <>A sum that is set.</>;
  const part = `${inHundredths(set.pot.part)} of net budget requirements of ${set.pot.year}`;
  if (pot.pence !== undefined) return <>{part}</>;
  return (
    <>
      {part}. Not recorded yet: {listInWords(pot.missing.map((id) => names.body(id)))}.
    </>
  );
}
