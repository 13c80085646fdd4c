import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, formatDate, type IsoDate, londonDate } from '#platform/kernel';
import {
  Bullets,
  Button,
  DataTable,
  Details,
  Form,
  FormErrorSummary,
  Link,
  Prose,
  SelectField,
  Text,
  TextareaField,
  TextField,
} from '#platform/ui';
import { CheckAnswers, officePage } from '#platform/web';
import type { NewReport } from '../../actions/publish-report.ts';
import { tokenOf } from '../../domain/report/quote.ts';
import { reportPath, type ReportSubject } from '../../domain/report/report.ts';
import { periodName } from '../../domain/series/period-name.ts';
import type { Series } from '../../domain/series/series.ts';
import type { ComposedReport } from '../../queries/reports/compose.ts';
import type { ReportHead } from '../../queries/reports/report-shown.ts';
import { quartersFor, subjectText, subjectValue } from './report-form.ts';
import { ReportLines } from './report-lines.tsx';
import { ReportWords } from './report-words.tsx';

/** The reports of an office’s body, and the way to another. */
export const officeReportsPage = (actor: Actor, reports: readonly ReportHead[]) =>
  officePage(actor, [], {
    title: 'Reports it publishes',
    main: (
      <>
        <Prose>
          <Text>
            A report composes itself from the readings, targets and stories that are published. Add your own
            words, look it over, publish it: from then on it does not change.
          </Text>
          <Button href={`/office/${actor.bodyId}/reports/new`}>Compose a report</Button>
        </Prose>
        <DataTable
          caption="Published, the latest first"
          rows={reports}
          columns={[
            { title: 'Report', cell: (report) => <Link href={reportPath(report)}>{report.title}</Link> },
            { title: 'Of', cell: ({ subject }) => subject.name },
            { title: 'Period', cell: ({ period }) => periodName(period) },
            { title: 'On', cell: ({ publishedAt }) => formatDate(londonDate(publishedAt)) },
          ]}
          empty="Your body has published none."
          narrow="stack"
        />
      </>
    ),
  });

export type Composing = Readonly<{ actor: Actor; subjects: readonly ReportSubject[]; today: IsoDate }>;

const stepOf = ({ actor }: Composing) => ({
  text: 'Reports it publishes',
  href: `/office/${actor.bodyId}/reports`,
});

export function newReportPage(composing: Composing, answers: Answers, errors: FieldErrors) {
  const { actor, subjects, today } = composing;
  const field = { answers, errors };
  return officePage(actor, [stepOf(composing)], {
    title: 'Compose a report',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Form>
          <SelectField
            name="subject"
            label="What is it of?"
            options={subjects.map((subject) => ({
              value: subjectValue(subject),
              text: subjectText(subject),
            }))}
            {...field}
          />
          <SelectField
            name="quarter"
            label="Which quarter?"
            hint="Of each measure it gives the last period up to the end of the quarter."
            options={quartersFor(today).map((quarter) => ({ value: quarter.to, text: periodName(quarter) }))}
            {...field}
          />
          <TextField name="title" label="Title" {...field} />
          <TextareaField
            name="says"
            label="Your own words (optional)"
            hint={`To quote a figure write its series, area and the last day of its period: ${tokenOf('net-homes', 'kent', 'latest')}. The preview lists them.`}
            rows={10}
            {...field}
          />
          <Button>Preview</Button>
        </Form>
      </Prose>
    ),
  });
}

/** The report as it would be published now, to be looked over. */
export const previewPage = (
  composing: Composing,
  given: NewReport,
  { lines, figures, fingerprint }: ComposedReport,
  series: ReadonlyMap<string, Series>,
  answers: Answers,
) =>
  officePage(composing.actor, [stepOf(composing)], {
    title: 'Look the report over before it is published',
    main: (
      <>
        <Prose>
          <CheckAnswers
            publish="Publish this report"
            answers={{ ...answers, seen: fingerprint }}
            rows={[
              ['Title', given.title],
              ['Of', subjectText(given.subject)],
              ['Quarter', periodName(given.period)],
            ]}
          >
            <Text>What follows is what will be published. Figures revised later are told beside it.</Text>
          </CheckAnswers>
          <ReportWords says={given.says} figures={figures} series={series} revised={[]} />
        </Prose>
        <ReportLines lines={lines} />
        <Details summary="Figures you can quote">
          <Bullets
            items={figures
              .filter(({ quotedAs }) => quotedAs === undefined)
              .map(({ seriesId, areaId, period }) => (
                <>
                  {`${series.get(seriesId)?.title ?? seriesId}, ${areaId}, ${periodName(period)}: `}
                  <code>{tokenOf(seriesId, areaId, period.to)}</code>
                </>
              ))}
          />
        </Details>
      </>
    ),
  });
