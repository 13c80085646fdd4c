import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import { clip, formatDate, formatLondonTime, normaliseTyped } from '#platform/kernel';
import type { Services, Tellers, Told } from '#platform/module';
import { Downloads, followAddresses, FollowLinks, InsetText, Link, Prose, Text } from '#platform/ui';
import { AnotherDay, AsOf, fileRoutes, filesOf, home, onDay, Section } from '#platform/web';
import { type Decision, decisionId, decisionPath } from '../../../domain/decision/decision.ts';
import type { Standing } from '../../../domain/decision/clause-standing.ts';
import { clauseDataset } from '../../../queries/clause-dataset.ts';
import { decisionPage, type DecisionPage } from '../../../queries/decision-page.ts';
import { momentOn } from '../../../queries/standings.ts';
import { CallInPart } from '../../call-in/call-in-part.tsx';
import { PaperList } from '../../papers/paper-list.tsx';
import { AdoptionsPart } from './adoptions-part.tsx';
import { BelongsPart } from './belongs-part.tsx';
import { ClausesPart } from './clauses-part.tsx';
import { CorrectionsPart } from './corrections-part.tsx';
import { ExemptPart } from './exempt-part.tsx';
import { GapsPart } from './gaps-part.tsx';
import { NoticePart } from './notice-part.tsx';
import { PapersNamed, Passage, RecordPart } from './record-part.tsx';
import { TimelinePart } from './timeline-part.tsx';

/** The record of one decision, and where each of its clauses stands on the day asked. */
export const decisionPageRoutes = (
  services: Services & Readonly<{ told: Tellers }>,
): readonly PublicRoute[] => [
  {
    method: 'GET',
    path: '/decisions/:body/:reference',
    may: 'anyone',
    handle: async (visit) => {
      const shown = await asked(services, visit);
      if (shown === undefined) return notFound(noSuchDecision(visit));
      const { decision, body, callIn } = shown;
      const path = decisionPath(decision);
      const told = await services.told.ofThing(path, visit);
      return page({
        title: decision.title,
        caption: `${body.name}, decision ${decision.reference}`,
        description: `What ${decision.decisionMaker} decided on ${formatDate(decision.takenOn)}, why, and where it stands.`,
        section: 'decisions',
        breadcrumbs: [
          home,
          { text: 'Decisions', href: onDay('/decisions', visit) },
          { text: body.name, href: onDay(`/decisions/all?body=${body.id}`, visit) },
          { text: decision.reference },
        ],
        feed: { href: followAddresses({ kind: 'things', id: path }).feed, title: decision.title },
        changesAt: visit.on === visit.today ? callIn.changesAt : undefined,
        main: <DecisionShown shown={shown} told={told} visit={visit} />,
      });
    },
  },
  ...fileRoutes(
    '/decisions/:body/:reference/clauses',
    async (visit) => {
      const shown = await asked(services, visit);
      return shown && clauseDataset(shown);
    },
    noSuchDecision,
  ),
];

/** The decision that an address names, as it stood on the day asked. */
export async function asked(
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  { params, on, today }: Pick<Visit, 'params' | 'on' | 'today'>,
): Promise<DecisionPage | undefined> {
  const id = decisionId({ bodyId: params['body'] ?? '', reference: params['reference'] ?? '' });
  return decisionPage(database, id, { at: momentOn({ on, today, now: clock.now() }), on, today });
}

export const noSuchDecision = ({ params }: Pick<Visit, 'params'>): string =>
  `No decision is recorded under “${clip(normaliseTyped(`${params['body'] ?? ''}/${params['reference'] ?? ''}`), 80)}”. All decisions are listed at /decisions/all.`;

type DecisionShownProps = Readonly<{
  shown: DecisionPage;
  /** What later modules have to tell of it. */
  told: readonly Told[];
  visit: Visit;
}>;

function DecisionShown({ shown, told, visit }: DecisionShownProps) {
  const { decision, callIn, corrections, adoptions, papers } = shown;
  const path = decisionPath(decision);
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        <NotYet decision={decision} visit={visit} />
        <p class="govuk-body-l">{leadOf(shown)}</p>
        {decision.issue !== '' && <Passage text={decision.issue} />}
        {corrections.length > 0 && (
          <InsetText>
            This record has been <Link href="#corrections">corrected</Link>. It stands below as it was
            published.
          </InsetText>
        )}
        <ExemptPart decision={decision} />
      </Prose>
      <Section title="What was decided, and where it stands" id="decided">
        <ClausesPart clauses={stoodClauses(shown)} />
      </Section>
      <Prose>
        <BelongsPart shown={shown} visit={visit} />
        <CallInPart callIn={callIn} />
        <AdoptionsPart adoptions={adoptions} />
        <RecordPart decision={decision} />
        <Section title="Reports and background papers" id="papers">
          <PapersNamed decision={decision} />
          <PaperList papers={papers} visit={visit} empty="None of them is held here as a file." />
        </Section>
        <NoticePart shown={shown} />
        <GapsPart shown={shown} />
        <CorrectionsPart corrections={corrections} />
        <TimelinePart shown={shown} />
        {told.map(({ title, shown: part }) => (
          <Section title={title}>{part}</Section>
        ))}
        <Section title="Follow it, or take it away" id="follow">
          <FollowLinks followed={{ kind: 'things', id: path }} what={decision.title} />
          <Downloads {...filesOf(`${path}/clauses`, visit)} of="its clauses and where they stand" />
          <Text>
            <Link href={onDay(`/api${path}`, visit)}>The whole record as JSON</Link>, from the API.
          </Text>
        </Section>
        <AnotherDay visit={visit} />
      </Prose>
    </>
  );
}

/** Who decided it and when; then, for a reader who reads no further, that it can be called in still or that a call-in stops it. */
function leadOf({ decision, callIn }: DecisionPage): string {
  const found = callIn.standing.callIn?.standing;
  const decided = `${decision.decisionMaker} decided this on ${formatDate(decision.takenOn, { weekday: 'long' })}.`;
  if (found?.standing === 'open-to-call-in')
    return `${decided} It can be called in until ${formatLondonTime(found.deadline)}.`;
  const stopped = found === undefined ? undefined : stoppedInWords[found.standing];
  return stopped === undefined ? decided : `${decided} ${stopped}: what is executive in it is stopped.`;
}

const stoppedInWords: Readonly<Partial<Record<Standing['standing'], string>>> = {
  'called-in': 'It is called in and has still to be heard',
  'referred-back': 'It was called in and sent back to its maker',
  'before-council': 'It was called in and sent to the Council',
};

/** On an earlier day than its record’s publication: what was and was not known then. */
function NotYet({ decision, visit }: Readonly<{ decision: Decision; visit: Visit }>) {
  const { takenOn, publishedOn } = decision;
  if (visit.on >= publishedOn) return null;
  return (
    <InsetText>
      {visit.on < takenOn
        ? `On this day it had not been taken: that was on ${formatDate(takenOn)}.`
        : `On this day it had been taken, and its record was not published: that was on ${formatDate(publishedOn)}.`}{' '}
      What follows is the record as published.
    </InsetText>
  );
}

/** Each clause as the record has it, beside where it stood. */
const stoodClauses = ({ decision, callIn }: DecisionPage) =>
  callIn.standing.clauses.flatMap(({ standing }, position) => {
    const clause = decision.clauses[position];
    return clause === undefined ? [] : [{ clause, standing, assumed: callIn.standing.assumed }];
  });
