import type { FieldErrors } from '#platform/http';
import type { Actor } from '#platform/kernel';
import { Button, DataTable, Form, FormErrorSummary, Link, Prose } from '#platform/ui';
import { DraftsTable, officePage } from '#platform/web';
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
        <DraftsTable
          drafts={drafts}
          href={({ id }) => `${draftPath(actor, id)}/check`}
          forWhat={({ amends }) =>
            amends === undefined ? 'A new agreement' : `Version ${amends.versions.length + 1}`
          }
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
