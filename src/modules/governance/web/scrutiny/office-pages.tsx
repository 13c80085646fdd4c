import { type Actor, formatDate } from '#platform/kernel';
import { Button, DataTable, Link, Prose, Tag, Text, Unseen } from '#platform/ui';
import { officePage } from '#platform/web';
import { reportOffice, reportPath } from '../../domain/scrutiny/report.ts';
import type { ReportAt } from '../../queries/recommendations.ts';
import { listStep } from './report-form-pages.tsx';
import { sayCondition, sayResponse } from './words.ts';

/** What a body’s scrutiny committees have recommended, for the officer who follows it up. */
export const officeListPage = (actor: Actor, reports: readonly ReportAt[]) =>
  officePage(actor, [], {
    title: 'Scrutiny’s recommendations',
    main: (
      <>
        <Prose>
          <Text>
            Record what a committee recommended; then follow the executive’s answer and every condition. A
            condition that slips comes before its committee by itself.
          </Text>
          <Button href={`/office/${actor.bodyId}/recommendations/new`}>Record recommendations</Button>
        </Prose>
        <DataTable
          caption="Reports, the latest first"
          rows={reports}
          columns={[
            {
              title: 'Report',
              cell: ({ report }) => <Link href={reportOffice(report)}>{report.title}</Link>,
            },
            { title: 'Committee', cell: ({ report }) => report.committee },
            { title: 'Made on', cell: ({ report }) => formatDate(report.madeOn) },
            { title: 'Answer', cell: ({ response }) => sayResponse(response).says },
            {
              title: 'Slipped',
              numeric: true,
              cell: ({ conditions }) =>
                conditions.filter(({ standing }) => standing.standing === 'slipped').length,
            },
          ]}
          empty="Your body has published none."
          narrow="stack"
        />
      </>
    ),
  });

/** One report, with the ways to watch its conditions. */
export function officeReportPage(actor: Actor, found: ReportAt) {
  const { report, conditions, response } = found;
  const office = reportOffice(report);
  return officePage(actor, [listStep(actor)], {
    title: `Follow up: ${report.title}`,
    main: (
      <>
        <Prose>
          <Text>{sayResponse(response).says}</Text>
          <Text>
            <Link href={reportPath(report)}>See it as readers do</Link>
          </Text>
        </Prose>
        <DataTable
          caption="Conditions"
          rows={conditions}
          columns={[
            { title: 'Condition', cell: ({ condition }) => `${condition.number}: ${condition.text}` },
            { title: 'Standing', cell: ({ standing }) => <Standing standing={standing} /> },
            {
              title: 'What you can do',
              cell: ({ condition }) => (
                <>
                  <Link href={`${office}/conditions/${condition.key}/watch`}>
                    Say what is watched<Unseen> by condition {condition.number}</Unseen>
                  </Link>
                  <br />
                  <Link href={`${office}/conditions/${condition.key}/findings`}>
                    Record what the committee found<Unseen> on condition {condition.number}</Unseen>
                  </Link>
                </>
              ),
            },
          ]}
          empty="The committee set no conditions."
          narrow="stack"
        />
      </>
    ),
  });
}

function Standing({ standing }: Pick<ReportAt['conditions'][number], 'standing'>) {
  const { tag, colour, says } = sayCondition(standing);
  return (
    <>
      <Tag colour={colour}>{tag}</Tag> {says}
    </>
  );
}
