import type { Answers, FieldErrors } from '#platform/http';
import { may } from '#platform/identity';
import { formatBytes, formatMoney, londonDate, pence, plural } from '#platform/kernel';
import { Button, Form, FormErrorSummary, InsetText, Link, Prose, SummaryList, Text } from '#platform/ui';
import { askingAgain, Day, HowFar, officePage } from '#platform/web';
import type { Finding, ImportReport } from '../../../domain/import/report.ts';
import { mayBeReadAgain, tablesInDoubt } from '../../../domain/import/standing.ts';
import { monthsInWords } from '../../../domain/release/months-covered.ts';
import { datasets } from '../../../domain/release/release.ts';
import { releasePath } from '../../../domain/release/release-path.ts';
import { mayBringSpending } from '../../../permissions.ts';
import { findingsFor, type MonthsJudged } from '../../../queries/publishing/months-asked.ts';
import { Balance } from '../report/balance.tsx';
import { FilesBrought } from '../report/files-brought.tsx';
import { Found } from '../report/found.tsx';
import { TablesFound } from '../report/tables-found.tsx';
import { ByMonth } from './by-month-part.tsx';
import { Decide } from './decide-part.tsx';
import type { ImportPageShown } from './import-shown.ts';
import { BeingPublished, isBeingPublished } from './being-published.tsx';
import { columnsPath, foundPath, importPath, roomPath } from './paths.ts';
import { SetAside } from './set-aside-part.tsx';
import { StandingTag } from './standing-tag.tsx';
import { timeLeft } from './time-left.ts';

/** Files of payments that were brought: how far their reading is, what their check found, and what may be done with them. */
export function importPage(shown: ImportPageShown, answers: Answers, errors: FieldErrors) {
  const { actor, brought, setAside, isStill } = shown;
  const { bodyId } = actor;
  const { standing, reading, id } = brought;
  const { report } = reading;
  const path = importPath(bodyId, id);
  const mayCorrect = may(actor, mayBringSpending, bodyId).ok && mayBeReadAgain(standing);
  return {
    ...officePage(actor, [{ text: 'Published spending', href: roomPath(bodyId) }], {
      title: report === undefined ? 'Files of payments' : 'Report of the check of payments',
      errors,
      main: (
        <>
          <Prose>
            <FormErrorSummary errors={errors} />
            <SummaryList rows={rowsOf(shown)} />
            <WhereItIs {...shown} />
          </Prose>
          {report !== undefined && (
            <>
              <Balance sums={report} made="Payments" />
              <ByMonth parted={shown.parted} />
              <Decide {...shown} answers={answers} errors={errors} />
              <Found
                findings={findings(report, shown.judged)}
                files={brought.files}
                forOfficer
                listAt={(kind) => foundPath(bodyId, id, kind)}
              />
              <TablesFound
                tables={report.tables}
                {...(mayCorrect ? { correctAt: (table: number) => columnsPath(bodyId, id, table) } : {})}
              />
              <SetAside rows={setAside} tables={report.tables} path={`${path}/set-aside`} />
            </>
          )}
          <FilesBrought files={brought.files} />
          {report === undefined && <Decide {...shown} answers={answers} errors={errors} />}
        </>
      ),
    }),
    ...askingAgain(standing.is === 'reading' || isBeingPublished(shown), isStill),
  };
}

const findings = (report: ImportReport, judged: MonthsJudged | undefined) =>
  judged === undefined ? report.findings : findingsFor(report, judged);

function rowsOf({ brought, judged }: ImportPageShown) {
  const { standing, dataset, broughtBy, broughtAt, files, bytes } = brought;
  return [
    { key: 'Standing', value: { children: <StandingTag standing={standing} /> } },
    { key: 'Holds', value: datasets[dataset] },
    { key: 'Files', value: `${plural(files.length, 'file')}, ${formatBytes(bytes)}` },
    {
      key: 'Brought by',
      value: {
        children: (
          <>
            {broughtBy.office}, <Day on={londonDate(broughtAt)} />
          </>
        ),
      },
    },
    ...(standing.is === 'asked'
      ? [
          {
            key: 'Months',
            value: `${monthsInWords(standing.period)}${standing.byMonth ? ', each as a release of its own' : ''}`,
          },
          ...[...(judged?.findings ?? []), ...(judged?.twice === undefined ? [] : [judged.twice])].flatMap(
            ({ kind, rows, pence: amount }) =>
              kind === 'published-before'
                ? []
                : [
                    {
                      key: ofMonths[kind] ?? '',
                      value: `${plural(rows, 'payment')}, ${formatMoney(pence(amount))}`,
                    },
                  ],
          ),
          { key: 'Publication asked by', value: standing.by.office },
          ...(standing.says === '' ? [] : [{ key: 'Says', value: standing.says }]),
        ]
      : []),
  ];
}

const ofMonths: Partial<Record<Finding['kind'], string>> = {
  'outside-months': 'Dated outside these months',
  'published-elsewhere': 'In another release too',
};

function WhereItIs(shown: ImportPageShown) {
  const { brought, isStill, now, releases, actor, publication } = shown;
  const { bodyId } = actor;
  const { standing, reading, bytes, id } = brought;
  const path = importPath(bodyId, id);
  const again = may(actor, mayBringSpending, bodyId).ok && (
    <Form action={`${path}/read-again`}>
      <Button variant="secondary" preventDoubleClick>
        Read the files again
      </Button>
    </Form>
  );
  switch (standing.is) {
    case 'reading':
      return (
        <HowFar
          says={`${plural(reading.rowsDone, 'payment')} read, ${formatMoney(reading.penceDone)}. ${timeLeft({ ...reading, bytes }, now)}`}
          done={reading.bytesDone}
          of={bytes}
          path={path}
          isStill={isStill}
        />
      );
    case 'quiet':
      return (
        <>
          <InsetText>
            Nothing has moved for more than a minute, as when the server was started anew. The files are kept.
          </InsetText>
          {again}
        </>
      );
    case 'failed':
      return (
        <>
          <InsetText>{standing.says}</InsetText>
          {again}
        </>
      );
    case 'refused':
      return (
        <InsetText>None of these tables was read as payments. Nothing can be published of them.</InsetText>
      );
    case 'in-doubt':
      return (
        <InsetText>
          {`Which column is which is not certain in ${plural(tablesInDoubt(reading.report ?? { tables: [] }).length, 'table')}. Say it below, with the first rows before you; it is remembered for next month. Until then publication cannot be asked for.`}
        </InsetText>
      );
    case 'read':
      return (
        <Text>
          {brought.outcomes.some(({ outcome }) => outcome === 'asked')
            ? 'The files were read again since publication was asked for. Look through the report, then ask once more.'
            : 'Nothing is public. Look through the report, then ask for publication.'}
        </Text>
      );
    case 'asked':
      return publication === undefined ? (
        <Text>Nothing is public yet. A second officer approves it or gives it back.</Text>
      ) : (
        <BeingPublished publication={publication} path={path} isStill={isStill} />
      );
    case 'returned':
      return <InsetText>{`Given back by ${standing.by.office}: ${standing.says}`}</InsetText>;
    case 'approved':
      return (
        <Text>
          {`Approved by ${standing.by.office} and published. `}
          {releases.map(({ id: release, periodFrom, periodTo }, at) => (
            <>
              {at > 0 && ', '}
              <Link href={releasePath(release)}>
                {releases.length === 1
                  ? 'See the release'
                  : monthsInWords({ from: periodFrom, to: periodTo })}
              </Link>
            </>
          ))}
        </Text>
      );
    case 'dropped':
      return (
        <Text>{`Dropped by ${standing.by.office}. Nothing of it is published.${standing.says === '' ? '' : ` ${standing.says}`}`}</Text>
      );
    default:
      return standing satisfies never;
  }
}
