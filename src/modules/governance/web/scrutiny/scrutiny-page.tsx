import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import { formatDate } from '#platform/kernel';
import type { Services } from '#platform/module';
import { Button, DataTable, Link, Prose, SelectField, Tag, Text } from '#platform/ui';
import { AnotherDay, AsOf, fileRoutes, filesOf, home, onDay, Section } from '#platform/web';
import { type BodyLine, everyBody } from '#modules/register';
import { reportPath } from '../../domain/scrutiny/report.ts';
import { conditionsDataset, reportsDataset } from '../../queries/recommendations-datasets.ts';
import { type ReportAt, reportsAt } from '../../queries/recommendations.ts';
import { type SlippedCondition, slippedOf } from '../../queries/slipped-conditions.ts';
import { sayResponse, saySlip } from './words.ts';

/** What scrutiny committees have recommended, what is unanswered, and which of their conditions have slipped. */
export function scrutinyPageRoutes({ database }: Pick<Services, 'database'>): readonly PublicRoute[] {
  const asked = ({ query, on }: Visit) => {
    const bodyId = query['body'] ?? '';
    return reportsAt(database, bodyId === '' ? {} : { bodyId }, on);
  };
  return [
    {
      method: 'GET',
      path: '/scrutiny',
      may: 'anyone',
      handle: async (visit) => {
        const bodyId = visit.query['body'] ?? '';
        const bodies = await everyBody(database, { on: visit.on });
        const body = bodies.find(({ id }) => id === bodyId);
        if (bodyId !== '' && body === undefined)
          return notFound('There is no body of this name in the register. The list of bodies has them all.');
        return page({
          title: 'Scrutiny',
          ...(body === undefined ? {} : { caption: body.name }),
          description:
            'What councils’ scrutiny committees recommended, what the executives answered, and which conditions have slipped.',
          section: 'decisions',
          breadcrumbs: [home, { text: 'Scrutiny' }],
          main: <ScrutinyPage reports={await asked(visit)} bodies={bodies} visit={visit} />,
        });
      },
    },
    ...fileRoutes('/scrutiny', async (visit) => reportsDataset(await asked(visit))),
    ...fileRoutes('/scrutiny/conditions', async (visit) =>
      conditionsDataset('scrutiny-conditions', await asked(visit), visit.on),
    ),
  ];
}

/** So many on the page; the files have them all. */
const shown = 100;

type Props = Readonly<{ reports: readonly ReportAt[]; bodies: readonly BodyLine[]; visit: Visit }>;

function ScrutinyPage({ reports, bodies, visit }: Props) {
  const names = new Map(bodies.map(({ id, name }) => [id, name]));
  const bodyName = ({ bodyId }: Readonly<{ bodyId: string }>) => names.get(bodyId) ?? bodyId;
  const slipped = slippedOf(reports, visit.on);
  const unanswered = reports.filter(({ response }) => response.standing !== 'answered');
  const query = visit.query['body'] ? `?body=${encodeURIComponent(visit.query['body'])}` : '';
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        <Text lead>
          Scrutiny committees recommend; the executive says whether it accepts, and by when. What it promises
          is watched here until it is done.
        </Text>
        <form method="get" action="/scrutiny">
          <SelectField
            name="body"
            label="Body"
            options={[
              { value: '', text: 'All bodies' },
              ...bodies.map(({ id, name }) => ({ value: id, text: name })),
            ]}
            answers={visit.query}
          />
          {visit.on !== visit.today && <input type="hidden" name="on" value={visit.on} />}
          <Button variant="secondary">Show</Button>
        </form>
      </Prose>
      <Section title="Conditions that have slipped">
        <DataTable
          caption="Conditions that have slipped, the longest first"
          captionHidden
          rows={slipped}
          columns={slippedColumns(bodyName, visit)}
          empty="No condition is known to have slipped."
          narrow="stack"
          downloads={filesOf(`/scrutiny/conditions${query}`, visit)}
        />
      </Section>
      <Section title="Awaiting the executive’s answer">
        <Reports reports={unanswered} bodyName={bodyName} visit={visit} empty="Every report is answered." />
      </Section>
      <Section title="All reports">
        <Reports
          reports={reports.slice(0, shown)}
          bodyName={bodyName}
          visit={visit}
          empty="No report is recorded."
          files={filesOf(`/scrutiny${query}`, visit)}
        />
        {reports.length > shown && (
          <Text>{`These are the ${shown} made last. The files hold all ${reports.length}.`}</Text>
        )}
      </Section>
      <AnotherDay visit={visit} />
    </>
  );
}

type BodyName = (report: Readonly<{ bodyId: string }>) => string;

const slippedColumns = (bodyName: BodyName, visit: Visit) => [
  {
    title: 'Condition',
    cell: ({ condition, path }: SlippedCondition) => {
      const [before = '', anchor = ''] = path.split('#');
      return <Link href={`${onDay(before, visit)}#${anchor}`}>{condition.text}</Link>;
    },
  },
  { title: 'Body', cell: ({ report }: SlippedCondition) => bodyName(report) },
  { title: 'Before', cell: ({ report }: SlippedCondition) => report.committee },
  { title: 'Slipped', cell: ({ slip }: SlippedCondition) => saySlip(slip) },
];

function Reports({
  reports,
  bodyName,
  visit,
  empty,
  files,
}: Readonly<{
  reports: readonly ReportAt[];
  bodyName: BodyName;
  visit: Visit;
  empty: string;
  files?: Readonly<{ csv: string; json: string }>;
}>) {
  return (
    <DataTable
      caption={files === undefined ? 'Reports awaiting an answer' : 'Reports, the latest first'}
      captionHidden
      rows={reports}
      columns={[
        {
          title: 'Report',
          cell: ({ report }) => <Link href={onDay(reportPath(report), visit)}>{report.title}</Link>,
        },
        { title: 'Body', cell: ({ report }) => bodyName(report) },
        { title: 'Committee', cell: ({ report }) => report.committee },
        { title: 'Made on', cell: ({ report }) => formatDate(report.madeOn) },
        { title: 'Answer', cell: ({ response }) => <Answer response={response} /> },
      ]}
      empty={empty}
      narrow="stack"
      downloads={files}
    />
  );
}

function Answer({ response }: Pick<ReportAt, 'response'>) {
  const { tag, colour, says } = sayResponse(response);
  return (
    <>
      <Tag colour={colour}>{tag}</Tag> {says}
    </>
  );
}
