import type { Page, Visit } from '#platform/http';
import { formatCount, formatDate, londonDate, plural } from '#platform/kernel';
import { Bullets, DataTable, Downloads, Link, Prose, Source, Tag, Text } from '#platform/ui';
import { AnotherDay, AsOf, filesOf, home, onDay, Section } from '#platform/web';
import { consultationPath, responseName } from '../../domain/consultation/consultation.ts';
import { type Point, pointOutcomes } from '../../domain/consultation/point.ts';
import { unanswered } from '../../domain/consultation/standing.ts';
import type { ResultsShown } from '../../queries/consultations/results-shown.ts';
import type { NameOf } from './consultation-page.tsx';
import { ByPlace, QuestionCounts } from './results-charts.tsx';
import { sayNumbers, sayStanding, sayTally, StandingTag } from './words.tsx';

/** What was answered, counted; what may be read of it; and what became of each response. */
export function resultsPage(shown: ResultsShown, names: NameOf, visit: Visit): Page {
  const { consultation, standing, result } = shown;
  const path = consultationPath(consultation);
  return {
    title: `Results: ${consultation.title}`,
    description: 'How many answered, what they said, and what changed because of it.',
    section: 'agreements',
    breadcrumbs: [
      home,
      { text: 'Consultations', href: '/consultations' },
      { text: consultation.title, href: path },
      { text: 'Results' },
    ],
    changesAt: visit.on === visit.today ? shown.changesAt : undefined,
    main: (
      <>
        <Prose>
          <AsOf visit={visit} />
          <p class="govuk-body">
            <StandingTag standing={standing} />{' '}
            {consultation.isIllustrative && <Tag colour="purple">Illustrative</Tag>}
          </p>
          <Text>{sayStanding(standing, consultation)}</Text>
          {result === undefined ? (
            <Text>Nothing is published of the answers yet.</Text>
          ) : (
            <>
              <Text lead>{result.says}</Text>
              <Text>{sayTally(result.tally)}</Text>
              {(result.tally.alike ?? 0) > 0 && (
                <Text>
                  {plural(result.tally.alike ?? 0, 'response says', 'responses say')} word for word what an
                  earlier one says. Each is counted.
                </Text>
              )}
              <Source text={result.source} asAt={formatDate(londonDate(result.at))} />
            </>
          )}
        </Prose>
        <YouSaidWeDid shown={shown} visit={visit} />
        {shown.counts.length > 0 && (
          <Section title="What was answered" id="counts">
            <Text>
              Organisations and residents are counted apart. What residents of a place chose, or residents
              everywhere, is shown only where no count of theirs is below {consultation.suppressUnder}.
            </Text>
            <ByPlace shown={shown} names={names} />
            {consultation.questions.map((question) => (
              <QuestionCounts shown={shown} question={question} />
            ))}
            <Downloads of="the counts" {...filesOf(`${path}/results`, visit)} />
            <Text>
              <Link href={`${path}/results.schema.json`}>What the columns hold, as a Table Schema</Link>
            </Text>
          </Section>
        )}
        <InTheirWords shown={shown} visit={visit} />
        {shown.purge !== undefined && (
          <Text>
            The answers as they were given were deleted on {formatDate(londonDate(shown.purge.at))}, as
            promised: {plural(shown.purge.responses, 'response')}.
          </Text>
        )}
        <AnotherDay visit={visit} />
      </>
    ),
  };
}

function YouSaidWeDid({ shown, visit }: Readonly<{ shown: ResultsShown; visit: Visit }>) {
  const { points, respondents, result } = shown;
  if (result === undefined && points.length === 0) return null;
  const waiting = unanswered(
    respondents.map(({ number }) => number),
    points,
  );
  const notListed = (result?.tally.responses ?? 0) - respondents.length;
  return (
    <Section title="You said, we did" id="you-said">
      <DataTable<Point>
        caption="What became of the responses"
        captionHidden
        rows={points}
        columns={[
          { title: 'You said', cell: ({ said }) => said },
          { title: 'What became of it', cell: ({ outcome }) => pointOutcomes[outcome] },
          {
            title: 'We did, or why not',
            cell: ({ did, link }) => (
              <>
                {did} {link !== undefined && <Link href={onDay(link.path, visit)}>{link.title}</Link>}
              </>
            ),
          },
          { title: 'Responses', cell: ({ responses }) => sayNumbers(responses) },
          { title: 'Said on', cell: ({ at, byOffice }) => `${formatDate(londonDate(at))}, ${byOffice}` },
        ]}
        empty="It is not said yet what became of any response."
        narrow="stack"
      />
      {waiting.length > 0 && (
        <Text>
          {plural(waiting.length, 'response has', 'responses have')} not been told yet what became of{' '}
          {waiting.length === 1 ? 'it' : 'them'}: {sayNumbers(waiting)}.
        </Text>
      )}
      {notListed > 0 && (
        <Text>What became of {plural(notListed, 'response')} is not recorded in any source held here.</Text>
      )}
    </Section>
  );
}

function InTheirWords({ shown, visit }: Readonly<{ shown: ResultsShown; visit: Visit }>) {
  const { consultation, respondents, texts } = shown;
  if (respondents.length === 0 && texts.length === 0) return null;
  const path = consultationPath(consultation);
  const organisations = respondents.filter(({ kind }) => kind === 'organisation');
  const named = organisations.filter(({ organisation }) => organisation !== undefined).length;
  const whose = (number: number) => {
    const organisation = respondents.find((each) => each.number === number)?.organisation;
    return organisation === undefined ? responseName(number) : `${responseName(number)}, ${organisation}`;
  };
  const asked = new Map(consultation.questions.map(({ number, text }) => [number, text]));
  const shownTexts = texts.slice(0, mostTexts);
  return (
    <Section title="In their own words" id="texts">
      <DataTable
        caption="Texts that may be read"
        captionHidden
        rows={shownTexts}
        columns={[
          { title: 'Response', cell: ({ response }) => whose(response) },
          { title: 'To the question', cell: ({ question }) => asked.get(question) ?? question },
          {
            title: 'Its words',
            cell: ({ says, outcome, reason, at }) => (
              <>
                {says ?? 'Not published.'}{' '}
                {outcome !== 'published' && (
                  <span class="govuk-hint">
                    {outcome === 'redacted' ? 'Parts removed' : 'Withheld'} on {formatDate(londonDate(at))}:{' '}
                    {reason}
                  </span>
                )}
              </>
            ),
          },
        ]}
        empty="No text has been looked through yet."
        narrow="stack"
      />
      {texts.length > mostTexts && (
        <Text>The first {formatCount(mostTexts)} are shown here; the files hold them all.</Text>
      )}
      {organisations.length > 0 && (
        <>
          <Text>
            {plural(organisations.length, 'response came', 'responses came')} from organisations: {named}{' '}
            named, {organisations.length - named} with the name withheld.
          </Text>
          <Bullets
            items={organisations
              .slice(0, mostTexts)
              .map(
                ({ number, organisation, whyNotNamed }) =>
                  `${organisation ?? 'Name withheld'} (${responseName(number)})${whyNotNamed === undefined ? '' : `: ${whyNotNamed}`}`,
              )}
          />
        </>
      )}
      {respondents.length > 0 && <Downloads of="the responses" {...filesOf(`${path}/responses`, visit)} />}
    </Section>
  );
}
const mostTexts = 200;
