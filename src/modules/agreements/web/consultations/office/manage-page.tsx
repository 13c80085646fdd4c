import type { Actor } from '#platform/kernel';
import { formatCount, formatDate, plural } from '#platform/kernel';
import { Bullets, Heading, KeyFigures, Link, Prose, Text } from '#platform/ui';
import { officePage } from '#platform/web';
import { unanswered } from '../../../domain/consultation/standing.ts';
import type { ConsultationAt } from '../../../queries/consultations/consultation-at.ts';
import type { Progress } from '../../../queries/consultations/responses-seen.ts';
import { sayNumbers, sayStanding, sayTally, StandingTag } from '../words.tsx';
import { consultationOffice, consultationPath, officeStep } from './addresses.ts';

/** One consultation as its officers work on it: how many answered, what waits, and every step that is open. */
export function managePage(actor: Actor, found: ConsultationAt, { tally, numbers, toRead }: Progress) {
  const { consultation, standing, result, points } = found;
  const path = consultationOffice(consultation);
  const isClosed = standing.standing !== 'announced' && standing.standing !== 'open';
  const waiting = unanswered(numbers, points);
  return officePage(actor, [officeStep(actor)], {
    title: consultation.title,
    main: (
      <>
        <Prose>
          <p class="govuk-body">
            <StandingTag standing={standing} />
          </p>
          <Text>{sayStanding(standing, consultation)}</Text>
        </Prose>
        <KeyFigures
          figures={[
            { label: 'Responses', value: formatCount(tally.responses) },
            { label: 'Texts and names to look through', value: formatCount(toRead.texts) },
            { label: 'Not told yet what became of them', value: formatCount(waiting.length) },
          ]}
        />
        <Prose>
          <Text>{sayTally(tally)}</Text>
          {waiting.length > 0 && <Text>Not told yet what became of them: {sayNumbers(waiting)}.</Text>}
          <Heading>What can be done</Heading>
          <Bullets
            items={[
              <Link href={`${path}/responses`}>Read the responses</Link>,
              toRead.first === undefined ? (
                'No text waits to be looked through'
              ) : (
                <>
                  <Link href={`${path}/responses/${toRead.first}`}>Look through the next text</Link>:{' '}
                  {plural(toRead.texts, 'text')} wait
                </>
              ),
              ...(standing.standing === 'announced' || result !== undefined
                ? []
                : [<Link href={`${path}/paper`}>Enter a response on paper</Link>]),
              <Link href={`${path}/notice`}>
                {isClosed ? 'Add a notice' : 'Add a notice, or put the closing later'}
              </Link>,
              ...(isClosed ? [<Link href={`${path}/points`}>Say what became of responses</Link>] : []),
              ...(isClosed && result === undefined
                ? [<Link href={`${path}/results`}>Count the responses and publish the results</Link>]
                : []),
              <Link href={consultationPath(consultation)}>The page everybody sees</Link>,
            ]}
          />
          {consultation.keepUntil !== undefined && (
            <Text>
              The answers are kept until {formatDate(consultation.keepUntil)} and then deleted, whether they
              were looked through or not.
            </Text>
          )}
        </Prose>
      </>
    ),
  });
}
