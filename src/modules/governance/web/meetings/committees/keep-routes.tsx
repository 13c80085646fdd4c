import { notFound, type OfficeRoute, page } from '#platform/http';
import type { Services } from '#platform/module';
import { Bullets, DataTable, Link, Prose, SummaryList, Text, Unseen } from '#platform/ui';
import { officePage, Period } from '#platform/web';
import { committeeKinds, committeePath } from '../../../domain/committee.ts';
import { mayManageCommittees } from '../../../permissions.ts';
import { committeesPage } from '../../../queries/committees.ts';
import { endCommitteeForm, termsForm } from './change-forms.tsx';
import { committeeFound, committeeSteps, keepPath } from './found.ts';
import { groupForm } from './group-form.tsx';
import { endSeatForm, seatForm } from './seat-forms.tsx';
import { SeatsTable } from './seats-table.tsx';
import { setUpForm } from './set-up-form.tsx';
import { Warnings } from './warnings.tsx';
import { noSuchCommittee, termsRows } from './words.ts';

/** The room in which a body keeps its committees and who sits on them. */
export const keepCommitteeRoutes = (services: Services): readonly OfficeRoute[] => [
  {
    method: 'GET',
    path: '/office/:body/committees',
    may: mayManageCommittees,
    handle: async ({ actor, today }) => {
      const found = await committeesPage(services.database, actor.bodyId, today);
      if (found === undefined) return notFound('Your body is not in the register.');
      return page(
        officePage(actor, [], {
          title: 'Set up committees and seats',
          main: (
            <>
              <Prose>
                <Text>
                  Your council, its executive, its committees and forums. Who sits where decides who may vote
                  at a meeting and who may sign a call-in.
                </Text>
                <Bullets
                  items={[
                    <Link href={`/office/${actor.bodyId}/committees/add`}>Set up a committee</Link>,
                    <Link href={`/office/${actor.bodyId}/groups`}>Record political groups</Link>,
                  ]}
                />
              </Prose>
              <DataTable
                caption="Your body’s committees"
                rows={found.committees}
                columns={[
                  {
                    title: 'Name',
                    cell: ({ committee }) => <Link href={keepPath(committee.id)}>{committee.name}</Link>,
                  },
                  { title: 'Kind', cell: ({ committee }) => committeeKinds[committee.kind] },
                  { title: 'Seats', cell: ({ members }) => members, numeric: true },
                  { title: 'Days', cell: ({ committee }) => <Period {...committee} /> },
                ]}
                empty="There is none yet."
                narrow="stack"
              />
            </>
          ),
        }),
      );
    },
  },
  ...setUpForm(services),
  {
    method: 'GET',
    path: '/office/:body/committees/:slug',
    may: mayManageCommittees,
    handle: async (visit) => {
      const found = await committeeFound(services, visit);
      if (found === undefined) return notFound(noSuchCommittee);
      const { committee, terms } = found;
      const at = keepPath(committee.id);
      return page(
        officePage(visit.actor, committeeSteps(found).slice(0, 1), {
          title: `Seats of ${committee.name}`,
          main: (
            <>
              <Prose>
                <SummaryList
                  rows={[
                    ['Kind', committeeKinds[committee.kind]] as const,
                    ...(found.appointedBy.length === 0
                      ? []
                      : [['Appointed by', found.appointedBy.map(({ name }) => name).join(', ')] as const]),
                    ...termsRows(terms),
                  ].map(([key, value]) => ({ key, value }))}
                />
                <Bullets
                  items={[
                    <Link href={`${at}/seats/add`}>Give an office a seat</Link>,
                    <Link href={`${at}/terms`}>Change how it works</Link>,
                    <Link href={`${at}/end`}>End this committee</Link>,
                    <Link href={committeePath(committee.id)}>
                      Its public page<Unseen>: {committee.name}</Unseen>
                    </Link>,
                  ]}
                />
                <Warnings warnings={found.warnings} />
              </Prose>
              <SeatsTable
                caption="Seats"
                lines={[...found.seats, ...found.otherSeats]}
                empty="Nobody sits on it yet."
                weighted={terms.weighted}
                visit={visit}
                end={({ seat }) => `${at}/seats/${seat.officeId}~${seat.from}/end`}
              />
            </>
          ),
        }),
      );
    },
  },
  ...termsForm(services),
  ...endCommitteeForm(services),
  ...seatForm(services),
  ...endSeatForm(services),
  ...groupForm(services),
];
