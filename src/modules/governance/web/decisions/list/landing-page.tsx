import { page, type PublicRoute, type Visit } from '#platform/http';
import { formatLondonTime } from '#platform/kernel';
import type { Services } from '#platform/module';
import { Bullets, DataTable, Link, Prose, Text } from '#platform/ui';
import { everyBody } from '#modules/register';
import { AnotherDay, AsOf, Day, home, onDay, Section } from '#platform/web';
import { decisionPath } from '../../../domain/decision/decision.ts';
import { noticePath } from '../../../domain/notice/notice.ts';
import { type DecisionsLanding, decisionsLanding } from '../../../queries/decisions-landing.ts';
import type { OpenDecision } from '../../../queries/decisions-list.ts';
import type { NoticeLine } from '../../../queries/notices-open.ts';
import { momentOn } from '../../../queries/standings.ts';
import { DecisionsTable } from './decisions-table.tsx';
import { firstChange } from './first-change.ts';
import { rooms } from './rooms.ts';

/** The room of decisions: what can still be called in, what was decided lately, what is coming up, and the ways on. */
export const landingRoutes = ({ database, clock }: Services): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: '/decisions',
    may: 'anyone',
    handle: async (visit) => {
      const { on, today } = visit;
      const at = momentOn({ on, today, now: clock.now() });
      const [landing, bodies] = await Promise.all([
        decisionsLanding(database, { at, on }),
        everyBody(database, { on }),
      ]);
      const names = new Map(bodies.map(({ id, name }) => [id, name]));
      return page({
        title: 'Decisions',
        description:
          'What councils are deciding and have decided: what can be called in now and until when, what was decided lately, and what is coming up.',
        section: 'decisions',
        breadcrumbs: [home, { text: 'Decisions' }],
        changesAt: on === today ? firstChange([...landing.open, ...landing.lately], at) : undefined,
        main: <Landing landing={landing} names={names} visit={visit} />,
      });
    },
  },
];

type Names = ReadonlyMap<string, string>;
type Shown = Readonly<{ landing: DecisionsLanding; names: Names; visit: Visit }>;

function Landing({ landing, names, visit }: Shown) {
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        <p class="govuk-body-l">
          Each council decides for itself, by its own rules. Here is the record of what they decide, where
          each part of it stands, and why.
        </p>
      </Prose>
      <Section title="Open to call-in now" id="open">
        <OpenNow open={landing.open} names={names} visit={visit} />
      </Section>
      <Section title="Decided lately" id="lately">
        <DecisionsTable
          caption="Decided lately"
          captionHidden
          decisions={landing.lately}
          names={names}
          visit={visit}
          empty="No decision has been recorded here by this day."
        />
        <Text>
          <Link href={onDay('/decisions/all', visit)}>All decisions</Link>
        </Text>
      </Section>
      <Section title="Coming up" id="coming">
        <Coming coming={landing.coming} names={names} visit={visit} />
      </Section>
      <Section title="Also here" id="rooms">
        <Bullets
          items={rooms.map(({ href, text, says }) => (
            <>
              <Link href={onDay(href, visit)}>{text}</Link>: {says}
            </>
          ))}
        />
      </Section>
      <AnotherDay visit={visit} />
    </>
  );
}

type OpenProps = Readonly<{ open: readonly OpenDecision[]; names: Names; visit: Visit }>;

/** What can be called in now, and until when. */
export const OpenNow = ({ open, names, visit }: OpenProps) => (
  <DataTable
    caption="Open to call-in now"
    captionHidden
    rows={open}
    columns={[
      {
        title: 'Decision',
        cell: ({ decision }) => <Link href={onDay(decisionPath(decision), visit)}>{decision.title}</Link>,
      },
      { title: 'Council', cell: ({ decision }) => names.get(decision.bodyId) ?? decision.bodyId },
      { title: 'Decided by', cell: ({ decision }) => decision.decisionMaker },
      { title: 'Window closes', cell: ({ closes }) => formatLondonTime(closes.deadline) },
    ]}
    empty="No decision recorded here can be called in at this moment."
    narrow="stack"
  />
);

const Coming = ({
  coming,
  names,
  visit,
}: Readonly<{ coming: readonly NoticeLine[]; names: Names; visit: Visit }>) => (
  <DataTable
    caption="Coming up"
    captionHidden
    rows={coming}
    columns={[
      {
        title: 'Decision',
        cell: (notice) => <Link href={onDay(noticePath(notice), visit)}>{notice.title}</Link>,
      },
      { title: 'Council', cell: ({ bodyId }) => names.get(bodyId) ?? bodyId },
      { title: 'Decided by', cell: ({ decisionMaker }) => decisionMaker },
      { title: 'Not before', cell: ({ dueFrom }) => <Day on={dueFrom} /> },
      { title: 'Key', cell: ({ isKey }) => (isKey ? 'Key' : 'No') },
    ]}
    empty="No decision has been announced here."
    narrow="stack"
  />
);
