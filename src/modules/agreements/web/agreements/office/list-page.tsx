import type { FieldErrors } from '#platform/http';
import { type Actor, formatDate, londonTime } from '#platform/kernel';
import { Button, DataTable, Form, FormErrorSummary, Link, Prose } from '#platform/ui';
import { officePage } from '#platform/web';
import type { AgreementAt } from '../../../queries/agreements/agreement-at.ts';
import type { AgreementDraft } from '../../../queries/agreements/drafting.ts';
import { StandingTag } from '../standing-tag.tsx';
import { draftPath, ownPath } from './addresses.ts';

/** A body’s drafts, and the agreements it keeps or is a party to. */
export const officeListPage = (
  actor: Actor,
  drafts: readonly AgreementDraft[],
  agreements: readonly AgreementAt[],
  errors: FieldErrors = {},
) =>
  officePage(actor, [], {
    title: 'Our agreements',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Form>
          <Button preventDoubleClick>Begin an agreement</Button>
        </Form>
        <DataTable
          caption="Drafts: only your body sees them"
          rows={drafts}
          columns={[
            {
              title: 'Draft',
              cell: (draft) => (
                <Link href={`${draftPath(actor, draft.id)}/check`}>
                  {draft.answers['title'] || 'Without a title yet'}
                </Link>
              ),
            },
            {
              title: 'For',
              cell: ({ amends }) =>
                amends === undefined ? 'A new agreement' : `Version ${amends.versions.length + 1}`,
            },
            {
              title: 'Saved',
              cell: (draft) => `${formatDate(londonTime(draft.savedAt).date)}, by the ${draft.preparedBy}`,
            },
          ]}
          empty="There is none."
          narrow="stack"
        />
        <DataTable
          caption="Agreements your body keeps or is a party to"
          rows={agreements}
          columns={[
            {
              title: 'Agreement',
              cell: ({ agreement, version }) => (
                <Link href={ownPath(actor, agreement.id)}>{version.title}</Link>
              ),
            },
            { title: 'Where it stands', cell: ({ standing }) => <StandingTag standing={standing} /> },
          ]}
          empty="There is none."
          narrow="stack"
        />
      </Prose>
    ),
  });
