import type { Draft } from '#platform/drafts';
import { type Actor, formatDate, londonDate } from '#platform/kernel';
import { Button, DataTable, Form, Link, Prose, Text } from '#platform/ui';
import { DraftsTable, officePage } from '#platform/web';
import type { ConsultationAt } from '../../../queries/consultations/consultation-at.ts';
import { StandingTag } from '../words.tsx';
import { consultationOffice, draftPath } from './addresses.ts';

/** A body’s consultations and the drafts of more, for its officers. */
export const officeListPage = (actor: Actor, found: readonly ConsultationAt[], drafts: readonly Draft[]) =>
  officePage(actor, [], {
    title: 'Consultations',
    main: (
      <>
        <Prose>
          <Text lead>
            What this body asks before it decides, and what is still to be said of the answers.
          </Text>
          <Form>
            <Button>Begin a consultation</Button>
          </Form>
        </Prose>
        {drafts.length > 0 && (
          <DraftsTable drafts={drafts} href={({ id }) => `${draftPath(actor, id)}/check`} />
        )}
        <DataTable
          caption="Consultations"
          rows={found}
          columns={[
            {
              title: 'Consultation',
              cell: ({ consultation }) => (
                <Link href={consultationOffice(consultation)}>{consultation.title}</Link>
              ),
            },
            { title: 'Where it stands', cell: ({ standing }) => <StandingTag standing={standing} /> },
            {
              title: 'Closes',
              cell: ({ consultation, standing }) =>
                formatDate(
                  londonDate(standing.standing === 'open' ? standing.closesAt : consultation.closesAt),
                ),
            },
          ]}
          empty="This body has not asked anything yet."
          narrow="stack"
        />
      </>
    ),
  });
