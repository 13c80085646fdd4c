import { type AccountKept, isHeldOn } from '#platform/identity';
import { type Actor, formatDate, type IsoDate, londonDate } from '#platform/kernel';
import { Button, type Column, DataTable, Link, Prose, Tag, Text } from '#platform/ui';
import { officePage } from '#platform/web';
import type { AccountsToKeep } from './accounts-to-keep.ts';

export const accountsStep = ({ bodyId }: Pick<Actor, 'bodyId'>) => ({
  text: 'Who may sign in',
  href: `/bodies/${bodyId}/accounts`,
});

/** Every account of the body, open ones first. */
export function accountsPage(actor: Actor, kept: AccountsToKeep, today: IsoDate) {
  const path = accountsStep(actor).href;
  const open = kept.accounts.filter(({ closedAt }) => closedAt === undefined);
  const closed = kept.accounts.filter(({ closedAt }) => closedAt !== undefined);
  return officePage(actor, [], {
    title: 'Who may sign in',
    main: (
      <Prose>
        <Text>
          An account belongs to the holder of an office. It acts in the offices you appoint it to, in the days
          you give, and in no other. Only your body sees these accounts; the public record never names their
          e-mail addresses.
        </Text>
        <Button href={`${path}/open`}>Open an account</Button>
        <DataTable
          caption="Accounts"
          rows={open}
          columns={columns(path, kept, today)}
          empty="No account is open."
          narrow="stack"
        />
        {closed.length > 0 && (
          <DataTable
            caption="Closed"
            rows={closed}
            columns={columns(path, kept, today)}
            empty=""
            narrow="stack"
          />
        )}
      </Prose>
    ),
  });
}

const columns = (path: string, kept: AccountsToKeep, today: IsoDate): readonly Column<AccountKept>[] => [
  { title: 'Account', cell: ({ id, email }) => <Link href={`${path}/${id}`}>{email}</Link> },
  {
    title: 'Acts today as',
    cell: ({ appointments, closedAt }) => {
      const held = closedAt === undefined ? appointments.filter((each) => isHeldOn(each, today)) : [];
      const titles = [...new Set(held.map(({ officeId }) => kept.titleOf(officeId)))];
      return titles.length === 0 ? 'No office' : titles.join('; ');
    },
  },
  { title: 'Standing', cell: (account) => <Standing account={account} today={today} /> },
];

/** Whether somebody can sign in with it, or what is missing. */
export function Standing({ account, today }: Readonly<{ account: AccountKept; today: IsoDate }>) {
  const { closedAt, hasPassword, linkUntil } = account;
  if (closedAt !== undefined)
    return <Tag colour="grey">{`Closed on ${formatDate(londonDate(closedAt))}`}</Tag>;
  if (hasPassword) return <Tag colour="green">In use</Tag>;
  const works = linkUntil !== undefined && londonDate(linkUntil) >= today;
  return works ? (
    <Tag colour="yellow">{`Link sent, works until ${formatDate(londonDate(linkUntil))}`}</Tag>
  ) : (
    <Tag colour="red">No password, and no link that works</Tag>
  );
}
