import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import { formatDate, plural } from '#platform/kernel';
import type { Services } from '#platform/module';
import { DataTable, KeyFigures, Link, Prose, Text } from '#platform/ui';
import { AnotherDay, AsOf, fileRoutes, filesOf, home, onDay, Section } from '#platform/web';
import { bodyOn } from '#modules/register';
import { decisionPath } from '../../domain/decision/decision.ts';
import { reportPath } from '../../domain/scrutiny/report.ts';
import { leagueDecisionsDataset } from '../../queries/league/league-datasets.ts';
import { type LeagueDetail, leagueDetail } from '../../queries/league/league.ts';
import { sayResponse } from '../scrutiny/words.ts';
import { noSuchBody, notAYear, readYear } from './league-page.tsx';
import { sayNotice, sayPublication, sayRecord, sayTally, sayUrgency, sayUrgencyOf } from './words.ts';

const path = '/clock-league/:body/:year';

/** One body’s clocks in one year, with every decision and report that was counted, and why. */
export function leagueYearRoutes({ database }: Pick<Services, 'database'>): readonly PublicRoute[] {
  const detail = async ({ params, on }: Visit) => {
    const year = readYear(params['year'] ?? '');
    const bodyId = params['body'] ?? '';
    return year === undefined ? undefined : leagueDetail(database, { bodyId, year }, on);
  };
  return [
    {
      method: 'GET',
      path,
      may: 'anyone',
      handle: async (visit) => {
        const body = await bodyOn(database, visit.params['body'] ?? '', { on: visit.on });
        if (body === undefined) return notFound(noSuchBody);
        const found = await detail(visit);
        if (found === undefined) return notFound(notAYear);
        return page({
          title: `Clocks of ${found.year}`,
          caption: body.name,
          section: 'decisions',
          breadcrumbs: [
            home,
            { text: 'Clock league', href: onDay(`/clock-league?year=${found.year}`, visit) },
            { text: body.name, href: onDay(`/clock-league/${body.id}`, visit) },
            { text: String(found.year) },
          ],
          main: <Year found={found} visit={visit} />,
        });
      },
    },
    ...fileRoutes(
      `${path}/decisions`,
      async (visit) => {
        const body = await bodyOn(database, visit.params['body'] ?? '', { on: visit.on });
        const found = body && (await detail(visit));
        return found && leagueDecisionsDataset(found);
      },
      ({ params }) => (readYear(params['year'] ?? '') === undefined ? notAYear : noSuchBody),
    ),
  ];
}

function Year({ found, visit }: Readonly<{ found: LeagueDetail; visit: Visit }>) {
  const { bodyId, year, figures, decisions, reports } = found;
  const { urgency } = figures;
  return (
    <>
      <AsOf visit={visit} />
      <KeyFigures
        figures={[
          { label: 'Key decisions with late or no notice', value: sayTally(figures.noticesLate) },
          {
            label: 'Records published after the limit',
            value: sayTally(figures.recordsLate),
            detail: sayPublication(figures),
          },
          { label: 'Answers to scrutiny late or overdue', value: sayTally(figures.responsesLate) },
          {
            label: 'Executive decisions with urgency',
            value: sayUrgency(figures),
            detail: `General exception ${urgency.generalException}, special urgency ${urgency.specialUrgency}, call-in waived ${urgency.callInWaived}`,
          },
        ]}
      />
      <Section title="Every decision counted">
        <Prose>
          <Text>
            {`${plural(figures.decisions, 'decision')}, of which ${figures.executive} executive and ${figures.keyDecisions} key. Notice is judged by the law and the rules of the day the decision was taken. Publication is counted in the body’s own working days, the day of the decision left out.`}
          </Text>
        </Prose>
        <DataTable
          caption="Decisions, the first taken first"
          captionHidden
          rows={decisions}
          columns={[
            {
              title: 'Decision',
              cell: ({ decision }) => (
                <Link href={onDay(decisionPath({ bodyId, reference: decision.reference }), visit)}>
                  {decision.title}
                </Link>
              ),
            },
            { title: 'Taken', cell: ({ decision }) => formatDate(decision.takenOn) },
            { title: 'Notice', cell: sayNotice },
            {
              title: 'Record published',
              cell: (each) => `${formatDate(each.decision.publishedOn)}. ${executiveRecord(each)}`,
            },
            { title: 'Urgency', cell: sayUrgencyOf },
          ]}
          empty={`No decision taken in ${year} is recorded.`}
          narrow="stack"
          downloads={filesOf(`/clock-league/${bodyId}/${year}/decisions`, visit)}
        />
      </Section>
      <Section title="Every answer to scrutiny counted">
        <DataTable
          caption="Scrutiny reports made in the year"
          captionHidden
          rows={reports}
          columns={[
            {
              title: 'Report',
              cell: ({ report }) => <Link href={onDay(reportPath(report), visit)}>{report.title}</Link>,
            },
            { title: 'Made on', cell: ({ report }) => formatDate(report.madeOn) },
            { title: 'Answer', cell: ({ response }) => sayResponse(response).says },
            {
              title: 'Last day',
              cell: ({ due }) =>
                due.due === 'known' ? formatDate(due.by.date) : 'Not known, so it cannot be judged',
            },
          ]}
          empty={`No scrutiny report made in ${year} is recorded.`}
          narrow="stack"
        />
      </Section>
      <AnotherDay visit={visit} />
    </>
  );
}

const executiveRecord = (each: LeagueDetail['decisions'][number]): string =>
  each.decision.isExecutive ? sayRecord(each) : 'Not executive, so not counted.';
