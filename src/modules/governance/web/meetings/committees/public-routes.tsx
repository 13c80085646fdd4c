import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import { clip, normaliseTyped } from '#platform/kernel';
import type { Services } from '#platform/module';
import { DataTable, FollowLinks, Link, Prose, Source, SummaryList, Text } from '#platform/ui';
import { AnotherDay, AsOf, fileRoutes, filesOf, home, onDay, Period, Section } from '#platform/web';
import { everyBody } from '#modules/register';
import { committeeKinds, committeePath } from '../../../domain/committee.ts';
import {
  type CommitteeLine,
  type CommitteePage,
  committeePage,
  committeesPage,
  everyCommittee,
} from '../../../queries/committees.ts';
import { type MeetingLine, meetingsOfCommittee } from '../../../queries/meetings/list.ts';
import { MeetingsTable } from '../public/meetings-table.tsx';
import { committeesDataset, seatsDataset } from './datasets.ts';
import { SeatsTable } from './seats-table.tsx';
import { Warnings } from './warnings.tsx';
import { termsRows } from './words.ts';

/** Committees as everybody sees them. */
export const publicCommitteeRoutes = ({ database }: Services): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: '/committees',
    may: 'anyone',
    handle: async (visit) => {
      const [lines, bodies] = await Promise.all([
        everyCommittee(database, visit.on),
        everyBody(database, { on: visit.on }),
      ]);
      const names = new Map(bodies.map(({ id, name }) => [id, name]));
      const nameOf = ({ committee }: CommitteeLine) => names.get(committee.bodyId) ?? committee.bodyId;
      return page({
        title: 'Committees',
        description: 'Every council, executive, committee and forum that meets, of every body.',
        section: 'decisions',
        breadcrumbs: [home, { text: 'Committees' }],
        main: (
          <>
            <AsOf visit={visit} />
            <DataTable
              caption="Committees on this day"
              captionHidden
              rows={lines
                .filter(({ exists }) => exists)
                .toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), 'en-GB'))}
              columns={[
                ...columns(visit).slice(0, 1),
                {
                  title: 'Of',
                  cell: (line: CommitteeLine) => (
                    <Link href={onDay(`/bodies/${line.committee.bodyId}/committees`, visit)}>
                      {nameOf(line)}
                    </Link>
                  ),
                },
                ...columns(visit).slice(1),
              ]}
              empty="None is recorded on this day."
              narrow="stack"
              downloads={filesOf('/committees', visit)}
            />
            <AnotherDay visit={visit} />
          </>
        ),
      });
    },
  },
  ...fileRoutes('/committees', async ({ on }) =>
    committeesDataset('committees', await everyCommittee(database, on)),
  ),
  {
    method: 'GET',
    path: '/bodies/:body/committees',
    may: 'anyone',
    handle: async (visit) => {
      const found = await committeesPage(database, visit.params['body'] ?? '', visit.on);
      if (found === undefined) return notFound(noSuchBody(visit));
      const { body, committees, elsewhere } = found;
      return page({
        title: 'Committees',
        caption: body.name,
        description: `The council, executive, committees and forums in which ${body.name} meets.`,
        section: 'bodies',
        breadcrumbs: trail(body, visit, { text: 'Committees' }),
        main: (
          <>
            <AsOf visit={visit} />
            <DataTable
              caption="Committees on this day"
              rows={committees.filter(({ exists }) => exists)}
              columns={columns(visit)}
              empty="None is recorded on this day."
              narrow="stack"
              downloads={filesOf(`/bodies/${body.id}/committees`, visit)}
            />
            {elsewhere.length > 0 && (
              <DataTable
                caption="Joint committees kept by other bodies, to which it appoints"
                rows={elsewhere}
                columns={columns(visit)}
                empty=""
                narrow="stack"
              />
            )}
            {committees.some(({ exists }) => !exists) && (
              <DataTable
                caption="Ended, or not yet begun"
                rows={committees.filter(({ exists }) => !exists)}
                columns={columns(visit)}
                empty=""
                narrow="stack"
              />
            )}
            <AnotherDay visit={visit} />
          </>
        ),
      });
    },
  },
  ...fileRoutes(
    '/bodies/:body/committees',
    async ({ params, on }) => {
      const found = await committeesPage(database, params['body'] ?? '', on);
      if (found === undefined) return undefined;
      return committeesDataset(`${found.body.id}-committees`, [...found.committees, ...found.elsewhere]);
    },
    noSuchBody,
  ),
  {
    method: 'GET',
    path: '/committees/:committee',
    may: 'anyone',
    handle: async (visit) => {
      const found = await committeePage(database, visit.params['committee'] ?? '', visit.on);
      if (found === undefined) return notFound(noSuchCommittee(visit));
      const meetings = await meetingsOfCommittee(database, found.committee.id, visit.on);
      return page({
        title: found.committee.name,
        caption: found.body.name,
        description: `Who sits on ${found.committee.name} of ${found.body.name}, what it is for and when it meets.`,
        section: 'decisions',
        breadcrumbs: trail(
          found.body,
          visit,
          { text: 'Committees', href: onDay(`/bodies/${found.body.id}/committees`, visit) },
          { text: found.committee.name },
        ),
        main: <Committee found={found} meetings={meetings} visit={visit} />,
      });
    },
  },
  ...fileRoutes(
    '/committees/:committee/members',
    async ({ params, on }) => {
      const found = await committeePage(database, params['committee'] ?? '', on);
      return found === undefined ? undefined : seatsDataset(found);
    },
    noSuchCommittee,
  ),
];

const columns = (visit: Visit) => [
  {
    title: 'Name',
    cell: ({ committee }: CommitteeLine) => (
      <Link href={onDay(committeePath(committee.id), visit)}>{committee.name}</Link>
    ),
  },
  { title: 'Kind', cell: ({ committee }: CommitteeLine) => committeeKinds[committee.kind] },
  { title: 'Members', cell: ({ members }: CommitteeLine) => members, numeric: true },
  { title: 'Dates', cell: ({ committee }: CommitteeLine) => <Period {...committee} /> },
];

type CommitteeProps = Readonly<{ found: CommitteePage; meetings: readonly MeetingLine[]; visit: Visit }>;

function Committee({ found, meetings, visit }: CommitteeProps) {
  const { committee, terms } = found;
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        {!found.exists && <Text>On this day the committee does not exist: {<Period {...committee} />}.</Text>}
        <SummaryList
          rows={[
            ['Kind', committeeKinds[committee.kind]] as const,
            ...(found.appointedBy.length === 0
              ? []
              : [['Appointed by', found.appointedBy.map(({ name }) => name).join(', ')] as const]),
            ...termsRows(terms),
          ].map(([key, value]) => ({ key, value }))}
        />
        <Source text={terms.source} />
        <FollowLinks followed={{ kind: 'things', id: committeePath(committee.id) }} what={committee.name} />
      </Prose>
      <Section title="Members">
        <Warnings warnings={found.warnings} />
        <SeatsTable
          caption="Members on this day"
          lines={found.seats}
          empty="Nobody is recorded as sitting on it on this day."
          weighted={terms.weighted}
          visit={visit}
          downloads={filesOf(`${committeePath(committee.id)}/members`, visit)}
        />
      </Section>
      <Section title="Meetings">
        <MeetingsTable caption="Its latest meetings and those ahead" meetings={meetings} visit={visit} />
        <Text>
          <Link href={onDay(`/meetings?committee=${committee.id}`, visit)}>All its meetings</Link>
        </Text>
      </Section>
      <AnotherDay visit={visit} />
    </>
  );
}

const trail = (
  body: Readonly<{ id: string; name: string }>,
  visit: Visit,
  ...steps: readonly Readonly<{ text: string; href?: string }>[]
) => [
  home,
  { text: 'Councils and bodies', href: onDay('/bodies', visit) },
  { text: body.name, href: onDay(`/bodies/${body.id}`, visit) },
  ...steps,
];

const named = (id: string | undefined) => clip(normaliseTyped(id ?? ''), 60);
function noSuchBody({ params }: Visit): string {
  return `There is no body with the address “${named(params['body'])}” in the register.`;
}
function noSuchCommittee({ params }: Visit): string {
  return `There is no committee with the address “${named(params['committee'])}”. Each body’s page lists its committees.`;
}
