import { type AccountKept, type AppointmentKept, isHeldOn } from '#platform/identity';
import { type Actor, capitalise, formatDate, type IsoDate, londonDate } from '#platform/kernel';
import { Button, DataTable, Link, Prose, SummaryList, Unseen } from '#platform/ui';
import { officePage } from '#platform/web';
import { accountsStep, Standing } from './accounts-page.tsx';
import type { AccountsToKeep } from './accounts-to-keep.ts';

/** One account: whether it is in use, in which offices it acts, and what may be done about it. */
export function accountPage(actor: Actor, account: AccountKept, kept: AccountsToKeep, today: IsoDate) {
  const path = `${accountsStep(actor).href}/${account.id}`;
  const isOpen = account.closedAt === undefined;
  return officePage(actor, [accountsStep(actor)], {
    title: account.email,
    main: (
      <Prose>
        <SummaryList
          rows={[
            { key: 'Standing', value: { children: <Standing account={account} today={today} /> } },
            { key: 'Opened', value: formatDate(londonDate(account.openedAt)) },
          ]}
        />
        <DataTable
          caption="Offices"
          rows={account.appointments}
          columns={[
            { title: 'Office', cell: ({ officeId }) => kept.titleOf(officeId) },
            { title: 'When', cell: (appointment) => capitalise(termInWords(appointment)) },
            {
              title: 'What you can do',
              cell: (appointment) =>
                isOpen && !isOver(appointment, today) ? (
                  <Link href={`${path}/appointments/${appointment.id}/end`}>
                    End now<Unseen>: {kept.titleOf(appointment.officeId)}</Unseen>
                  </Link>
                ) : (
                  'Nothing: it is over'
                ),
            },
          ]}
          empty="It is appointed to no office."
          narrow="stack"
        />
        <div class="govuk-button-group">
          {isOpen && <Button href={`${path}/appoint`}>Appoint to another office</Button>}
          <Button href={`${path}/link`} variant="secondary">
            {isOpen ? 'Make a new link' : 'Open it again'}
          </Button>
          {isOpen && (
            <Button href={`${path}/close`} variant="warning">
              Close this account
            </Button>
          )}
        </div>
      </Prose>
    ),
  });
}

/** An appointment that can no longer be ended: it was, or its last day has passed. */
const isOver = (appointment: AppointmentKept, today: IsoDate) =>
  appointment.from <= today && !isHeldOn(appointment, today);

/** `to` is a last day, and an appointment may have been ended before it. */
export function termInWords({ from, to, endedAt }: AppointmentKept): string {
  const last = to === undefined ? 'no end' : `last day ${formatDate(to)}`;
  const end = endedAt === undefined ? last : `ended on ${formatDate(londonDate(endedAt))}`;
  return `from ${formatDate(from)}, ${end}`;
}
