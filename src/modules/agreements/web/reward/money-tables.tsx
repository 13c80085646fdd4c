import { explainSplit, formatDate, formatMoney, type Money, sumMoney } from '#platform/kernel';
import { DataTable, Prose, Text } from '#platform/ui';
import { paymentKinds } from '../../domain/reward/reward-set.ts';
import type { RewardShown } from '../../queries/reward/reward-shown.ts';
import { Origin } from '../origin.tsx';

type Props = Readonly<{ shown: RewardShown }>;

/** How what is earned on the day would be paid, part by part. */
export function Instalments({ shown: { instalments, pot, set, dueOnAccount } }: Props) {
  if (set === undefined) return null;
  if (!set.isPaid)
    return (
      <Prose>
        <Text>Nothing is paid under these rules, so there are no instalments.</Text>
      </Prose>
    );
  if (pot.pence === undefined)
    return (
      <Prose>
        <Text>The pot is not known, so no sum can be said.</Text>
      </Prose>
    );
  const isAgreedOnTheWay = set.targets.some(({ interim }) => interim !== undefined);
  return (
    <>
      {isAgreedOnTheWay && dueOnAccount !== undefined && (
        <Prose>
          <Text>
            {`Interim levels that were reached pay ${formatMoney(dueOnAccount)} on account. What is paid so is recorded as a payment, and taken from the instalments below.`}
          </Text>
        </Prose>
      )}
      <DataTable
        caption="How what is earned so far would be paid"
        rows={instalments}
        empty=""
        narrow="stack"
        columns={[
          { title: 'Payment', cell: ({ title }) => title },
          { title: 'Amount', numeric: true, cell: ({ amount }) => formatMoney(amount) },
          { title: 'Of it revenue', numeric: true, cell: ({ revenue }) => formatMoney(revenue) },
          { title: 'Of it capital', numeric: true, cell: ({ capital }) => formatMoney(capital) },
        ]}
      />
    </>
  );
}

/** What was paid, each payment with where it is written. */
export const PaymentsTable = ({ shown: { paid } }: Props) => (
  <DataTable
    caption="What was paid"
    rows={paid}
    empty="No payment is on record."
    narrow="stack"
    columns={[
      { title: 'Payment', cell: ({ title, kind }) => `${title} (${paymentKinds[kind].toLowerCase()})` },
      { title: 'On', cell: ({ paidOn }) => formatDate(paidOn) },
      { title: 'Revenue', numeric: true, cell: ({ revenue }) => formatMoney(revenue) },
      { title: 'Capital', numeric: true, cell: ({ capital }) => formatMoney(capital) },
      {
        title: 'Together',
        numeric: true,
        cell: ({ revenue, capital }) => formatMoney(sumMoney([revenue, capital])),
      },
      { title: 'Source', cell: ({ source, certainty }) => <Origin source={source} certainty={certainty} /> },
    ]}
  />
);

/** Who has what: first calls before anybody, then each partner its share. */
export function SharesTable({ shown: { shared, set, names, pot } }: Props) {
  if (set === undefined || shared === undefined) return null;
  const isKnown = pot.pence !== undefined && set.isPaid;
  const money = (amount: Money) => (isKnown ? formatMoney(amount) : 'Not known');
  const rows = [
    ...shared.calls.map(({ title, asked, paid }) => ({
      who: `First call: ${title}`,
      part: `Up to ${formatMoney(asked)}`,
      amount: money(paid),
    })),
    ...set.partners.map(({ bodyId, weight }) => ({
      who: names.body(bodyId),
      part: `${weight} in ${set.partners.reduce((sum, partner) => sum + Number(partner.weight), 0)}`,
      amount: money(shared.shares.find(({ key }) => key === bodyId)?.share ?? sumMoney([])),
    })),
  ];
  return (
    <>
      <DataTable
        caption="First calls, and each partner’s share of the rest"
        rows={rows}
        empty="It is not recorded how it is to be shared."
        narrow="stack"
        columns={[
          { title: 'Who', cell: ({ who }) => who },
          { title: 'Part', cell: ({ part }) => part },
          { title: 'Of what is earned so far', numeric: true, cell: ({ amount }) => amount },
        ]}
      />
      {shared.refusal !== undefined && set.partners.length > 0 && (
        <Prose>
          <Text>{explainSplit(shared.refusal)}.</Text>
        </Prose>
      )}
    </>
  );
}

/** The budgets that make the pot, each with where it is written. */
export function BudgetsTable({ shown: { budgets, names, set } }: Props) {
  if (budgets.length === 0 && set?.pot?.by !== 'part-of-budgets') return null;
  return (
    <DataTable
      caption="Net budget requirements"
      rows={budgets}
      empty="None is recorded yet."
      narrow="stack"
      columns={[
        { title: 'Body', cell: ({ bodyId }) => names.body(bodyId) },
        { title: 'Year', cell: ({ year }) => year },
        { title: 'Requirement', numeric: true, cell: ({ amount }) => formatMoney(amount) },
        {
          title: 'Source',
          cell: ({ source, certainty }) => <Origin source={source} certainty={certainty} />,
        },
      ]}
    />
  );
}
