import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import { may } from '#platform/identity';
import { clip, formatDate, normaliseTyped, plural } from '#platform/kernel';
import type { Services } from '#platform/module';
import { Details, FollowLinks, Link, Prose, SummaryList, Text, WarningText } from '#platform/ui';
import { AnotherDay, AsOf, fileRoutes, filesOf, home, onDay, Section } from '#platform/web';
import { bodyOn } from '#modules/register';
import { reportId, reportOffice, reportPath } from '../../domain/scrutiny/report.ts';
import { mayAnswerScrutiny, mayRecordScrutiny } from '../../permissions.ts';
import { conditionsDataset } from '../../queries/recommendations-datasets.ts';
import { type ReportAt, reportAt } from '../../queries/recommendations.ts';
import { RecommendationShown } from './recommendation-shown.tsx';
import { sayDue, sayResponse } from './words.ts';

const path = '/recommendations/:body/:reference';

/** One report: what was recommended, what the executive answered, and where every condition stands. */
export function reportPageRoutes({ database }: Pick<Services, 'database'>): readonly PublicRoute[] {
  const asked = ({ params, on }: Visit) => reportAt(database, idOf(params), on);
  return [
    {
      method: 'GET',
      path,
      may: 'anyone',
      handle: async (visit) => {
        const found = await asked(visit);
        if (found === undefined) return notFound(noSuchReport(visit.params));
        const { report } = found;
        const body = await bodyOn(database, report.bodyId, { on: visit.on });
        return page({
          title: `Scrutiny’s recommendations: ${report.title}`,
          caption: body?.name ?? report.bodyId,
          description: `What ${report.committee} recommended on ${formatDate(report.madeOn)}, and what came of it.`,
          section: 'decisions',
          breadcrumbs: [home, { text: 'Scrutiny', href: onDay('/scrutiny', visit) }, { text: report.title }],
          main: <Report found={found} visit={visit} />,
        });
      },
    },
    ...fileRoutes(
      `${path}/conditions`,
      async (visit) => {
        const found = await asked(visit);
        return found && conditionsDataset(`conditions-${found.report.reference}`, [found], visit.on);
      },
      ({ params }) => noSuchReport(params),
    ),
  ];
}

export const idOf = (params: Visit['params']): string =>
  reportId({ bodyId: params['body'] ?? '', reference: params['reference'] ?? '' });

export const noSuchReport = (params: Visit['params']): string =>
  `There is no scrutiny report with the number “${clip(normaliseTyped(params['reference'] ?? ''), 60)}”, ` +
  'or it had not been made by that day. The page on scrutiny lists them all.';

function Report({ found, visit }: Readonly<{ found: ReportAt; visit: Visit }>) {
  const { report, conditions, response, due } = found;
  const slipped = conditions.filter(({ standing }) => standing.standing === 'slipped').length;
  const by = sayDue(due);
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        {slipped > 0 && (
          <WarningText>
            {`${plural(slipped, 'condition')} of this report ${slipped === 1 ? 'has' : 'have'} slipped. It comes before ${report.committee} at its next meeting.`}
          </WarningText>
        )}
        <SummaryList
          rows={[
            { key: 'Recommended by', value: report.committee },
            { key: 'On', value: formatDate(report.madeOn, { weekday: 'long' }) },
            { key: 'To', value: report.addressedTo },
            {
              key: 'Received by the executive',
              value:
                report.receivedOn === undefined
                  ? 'Not recorded'
                  : formatDate(report.receivedOn, { weekday: 'long' }),
            },
            {
              key: 'Answer due by',
              value: {
                children: (
                  <>
                    {by.says}
                    {by.why !== undefined && <Details summary="How this day was counted">{by.why}</Details>}
                  </>
                ),
              },
            },
            { key: 'Answer', value: sayResponse(response).says },
            { key: 'Source', value: report.source },
          ]}
        />
        <OfficeLinks found={found} visit={visit} />
      </Prose>
      {report.recommendations.map((recommendation) => (
        <RecommendationShown recommendation={recommendation} found={found} visit={visit} />
      ))}
      <Section title="Take it away and follow it">
        <p class="govuk-body">
          Every condition and where it stands:{' '}
          <Link href={filesOf(conditionsPath(found), visit).csv}>CSV</Link> or{' '}
          <Link href={filesOf(conditionsPath(found), visit).json}>JSON</Link>.
        </p>
        <FollowLinks followed={{ kind: 'things', id: reportPath(report) }} what={report.title} />
      </Section>
      <AnotherDay visit={visit} />
    </>
  );
}

const conditionsPath = ({ report }: ReportAt): string => `${reportPath(report)}/conditions`;

/** What the reader’s own office may do about it. */
function OfficeLinks({ found: { report }, visit }: Readonly<{ found: ReportAt; visit: Visit }>) {
  const mayAnswer = may(visit.actor, mayAnswerScrutiny, report.bodyId).ok;
  const mayRecord = may(visit.actor, mayRecordScrutiny, report.bodyId).ok;
  if (!mayAnswer && !mayRecord) return null;
  const office = reportOffice(report);
  return (
    <Text>
      {mayAnswer && <Link href={`${office}/response`}>Give the executive’s answer</Link>}
      {mayAnswer && mayRecord && ' · '}
      {mayRecord && <Link href={office}>Watch its conditions</Link>}
    </Text>
  );
}
