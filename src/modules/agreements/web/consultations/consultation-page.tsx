import type { ComponentChildren } from 'preact';
import type { Page, Visit } from '#platform/http';
import { formatDate, londonDate, plural } from '#platform/kernel';
import {
  Bullets,
  Button,
  Details,
  FollowLinks,
  followAddresses,
  Heading,
  InsetText,
  Link,
  Prose,
  Source,
  SummaryList,
  type CertaintyMark,
  Tag,
  Text,
} from '#platform/ui';
import { AnotherDay, AsOf, home, onDay, Section } from '#platform/web';
import {
  type Consultation,
  consultationPath,
  type Passage,
  type Question,
} from '../../domain/consultation/consultation.ts';
import type { ConsultationAt } from '../../queries/consultations/consultation-at.ts';
import { closing, moment, sayAudience, sayStanding, sayTally, StandingTag } from './words.tsx';

export type NameOf = Readonly<{ body(id: string): string; place(id: string): string }>;

/** What is asked, of whom, until when, and what came of it. */
export function consultationPage(found: ConsultationAt, names: NameOf, visit: Visit): Page {
  const { consultation, standing, result } = found;
  const path = consultationPath(consultation);
  const followed = { kind: 'things', id: path } as const;
  const canAnswer = standing.standing === 'open' && visit.on === visit.today;
  return {
    title: consultation.title,
    caption: 'Consultation',
    description: `What ${names.body(consultation.bodyId)} asks, until when, and what became of the answers.`,
    section: 'agreements',
    breadcrumbs: [home, { text: 'Consultations', href: '/consultations' }, { text: consultation.title }],
    feed: { href: followAddresses(followed).feed, title: consultation.title },
    changesAt: visit.on === visit.today ? found.changesAt : undefined,
    main: (
      <>
        <Prose>
          <AsOf visit={visit} />
          <p class="govuk-body">
            <StandingTag standing={standing} />{' '}
            {consultation.isIllustrative && <Tag colour="purple">Illustrative</Tag>}
          </p>
          {consultation.isIllustrative && (
            <InsetText>
              This consultation is made up to show how one works. No council asks this, and answers given here
              are read by nobody.
            </InsetText>
          )}
          <Text lead>{consultation.asks}</Text>
          <Text>{sayStanding(standing, consultation)}</Text>
          {canAnswer && <Button href={`${path}/respond`}>Answer this consultation</Button>}
          {result !== undefined && (
            <>
              <Text>{sayTally(result.tally)}</Text>
              <Text>
                <Link href={onDay(`${path}/results`, visit)}>Results, and what became of each response</Link>
              </Text>
            </>
          )}
          {result === undefined && standing.standing !== 'open' && standing.standing !== 'announced' && (
            <Text>
              <Link href={onDay(`${path}/results`, visit)}>What is known of the answers</Link>
            </Text>
          )}
        </Prose>
        <InShort found={found} names={names} />
        <Notices found={found} />
        <Asked consultation={consultation} visit={visit} />
        <Privacy consultation={consultation} />
        <Source
          text={consultation.source}
          {...(consultation.certainty === '' ? {} : { certainty: consultation.certainty as CertaintyMark })}
        />
        <FollowLinks followed={followed} what={consultation.title} />
        <AnotherDay visit={visit} />
      </>
    ),
  };
}

function InShort({
  found: { consultation, standing },
  names,
}: Readonly<{ found: ConsultationAt; names: NameOf }>) {
  const { subject, subjectPath, opensAt, closesAt, resultsBy } = consultation;
  const row = (key: string, children: ComponentChildren) => ({ key, value: { children } });
  return (
    <SummaryList
      rows={[
        row(
          'Who asks',
          <>
            <Link href={`/bodies/${consultation.bodyId}`}>{names.body(consultation.bodyId)}</Link>,{' '}
            {consultation.office}
          </>,
        ),
        row(
          'On',
          subjectPath === undefined ? (
            subject === '' ? (
              'The text below'
            ) : (
              subject
            )
          ) : (
            <Link href={subjectPath}>{subject}</Link>
          ),
        ),
        row('Who is asked', sayAudience(consultation)),
        row(
          'Where',
          consultation.places.length === 0 ? 'Everywhere' : consultation.places.map(names.place).join(', '),
        ),
        row('Opened', opensAt === undefined ? 'Not recorded' : moment(opensAt)),
        row('Closes', closing(consultation, standing.standing === 'open' ? standing.closesAt : closesAt)),
        row('Results promised by', resultsBy === undefined ? 'Not recorded' : formatDate(resultsBy)),
      ]}
    />
  );
}

const Notices = ({ found: { notices, consultation } }: Readonly<{ found: ConsultationAt }>) =>
  notices.length === 0 ? null : (
    <Section title="Notices">
      <Bullets
        items={notices.map(({ says, closesAt, byOffice, at }) => (
          <>
            <strong>{formatDate(londonDate(at))}</strong>: {says}{' '}
            {closesAt !== undefined && `It now closes at ${closing(consultation, closesAt)}. `}({byOffice})
          </>
        ))}
      />
    </Section>
  );

/** The text that is consulted on and the questions about it. */
function Asked({ consultation, visit }: Readonly<{ consultation: Consultation; visit: Visit }>) {
  const { passages, questions } = consultation;
  if (passages.length === 0 && questions.length === 0) return null;
  return (
    <Section title="What is asked" id="asked">
      {passages.length > 0 && (
        <Details summary={`Read the text: ${plural(passages.length, 'passage')}`}>
          <Bullets
            numbered
            items={passages.map(({ text, path }) =>
              path === undefined ? text : <Link href={onDay(path, visit)}>{text}</Link>,
            )}
          />
        </Details>
      )}
      <Bullets numbered items={questions.map((question) => sayQuestion(question, passages))} />
    </Section>
  );
}

/** A question in one line, with what it speaks of. */
export function sayQuestion({ text, about }: Question, passages: readonly Passage[]): string {
  const passage = passages.find(({ key }) => key === about);
  return passage === undefined || passage.text === text ? text : `${text} “${passage.text}”`;
}

const Privacy = ({ consultation: { keepUntil } }: Readonly<{ consultation: Consultation }>) =>
  keepUntil === undefined ? null : (
    <Section title="What happens to answers" id="privacy">
      <Heading level={3}>Who reads them</Heading>
      <Text>
        The officers of the body that asks. What is said in words is published only once an officer has looked
        it through, and so is the name of an organisation. Residents are never named.
      </Text>
      <Heading level={3}>How long they are kept</Heading>
      <Text>
        Until {formatDate(keepUntil)}. After that day the answers as they were given are deleted; the counts
        and the published texts stay.
      </Text>
    </Section>
  );
