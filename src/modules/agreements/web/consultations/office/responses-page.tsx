import { type Actor, formatDate, londonDate } from '#platform/kernel';
import { DataTable, Link, Prose, Tag, Text } from '#platform/ui';
import { officePage } from '#platform/web';
import { responseName } from '../../../domain/consultation/consultation.ts';
import type { ConsultationAt } from '../../../queries/consultations/consultation-at.ts';
import type { ResponsesOnPage } from '../../../queries/consultations/responses-seen.ts';
import type { NameOf } from '../consultation-page.tsx';
import { consultationOffice, consultationSteps } from './addresses.ts';

/** The responses to a consultation, fifty at a time. */
export function responsesPage(
  actor: Actor,
  { consultation, points }: ConsultationAt,
  { responses, next, toRead }: ResponsesOnPage,
  names: NameOf,
) {
  const path = `${consultationOffice(consultation)}/responses`;
  const answered = new Set(points.flatMap((point) => point.responses));
  return officePage(actor, consultationSteps(actor, consultation), {
    title: 'Responses',
    main: (
      <>
        <Prose>
          <Text>
            Only officers of this body see them. Names of organisations and what is said in words are
            published one at a time, each once an officer lets it.
          </Text>
        </Prose>
        <DataTable
          caption="Responses"
          captionHidden
          rows={responses}
          columns={[
            {
              title: 'Response',
              cell: ({ number }) => <Link href={`${path}/${number}`}>{responseName(number)}</Link>,
            },
            { title: 'From', cell: ({ organisation }) => organisation ?? 'A resident' },
            {
              title: 'Place',
              cell: ({ placeId }) => (placeId === undefined ? 'Not given' : names.place(placeId)),
            },
            {
              title: 'Came',
              cell: ({ cameBy, paperReference, sentAt }) =>
                `${formatDate(londonDate(sentAt))}, ${cameBy === 'paper' ? `on paper (${paperReference ?? ''})` : 'online'}`,
            },
            {
              title: 'What waits',
              cell: ({ number }) => (
                <>
                  {toRead.has(number) && <Tag colour="yellow">To look through</Tag>}{' '}
                  {!answered.has(number) && <Tag colour="grey">Not told what became of it</Tag>}
                </>
              ),
            },
          ]}
          empty="There is no response here. Those past the day they are kept until are deleted."
          narrow="stack"
        />
        {next !== undefined && (
          <Text>
            <Link href={`${path}?after=${next}`}>Responses after {responseName(next)}</Link>
          </Text>
        )}
      </>
    ),
  });
}
