import { listDrafts } from '#platform/drafts';
import { type OfficeRoute, page } from '#platform/http';
import { may } from '#platform/identity';
import type { Services } from '#platform/module';
import { DataTable, Link, Prose, Text, Unseen } from '#platform/ui';
import { officePage, Section } from '#platform/web';
import { mayAnswerTargets, mayDraftAgreements } from '../../../permissions.ts';
import { targetsShown } from '../../../queries/targets-shown.ts';
import { TargetTag, targetTitle } from '../words.tsx';
import { targetDraft } from './put-routes.tsx';
import { targetPath } from '../../../domain/target/target.ts';

/** The targets that bind a body, with what its office can do about each. */
export const listRoutes = (services: Services): readonly OfficeRoute[] => [
  {
    method: 'GET',
    path: '/office/:body/targets',
    may: mayDraftAgreements,
    handle: async ({ actor, today }) => {
      const { bodyId } = actor;
      const [shown, drafts] = await Promise.all([
        targetsShown(services, { bindingBodyId: bodyId }, { on: today, today }),
        services.database.as(actor, (sql) => listDrafts(sql, bodyId, targetDraft)),
      ]);
      const mayAnswer = may(actor, mayAnswerTargets, bodyId).ok;
      const office = `/office/${bodyId}/targets`;
      return page(
        officePage(actor, [], {
          title: 'Targets of your body',
          main: (
            <>
              <Prose>
                <Text>
                  <Link href={`${office}/new`}>Put a target</Link> to the partners of an agreement.
                </Text>
              </Prose>
              {drafts.length > 0 && (
                <Section title="Drafts">
                  <ul class="govuk-list govuk-list--bullet">
                    {drafts.map((draft) => (
                      <li>
                        <Link
                          href={`${office}/new?draft=${draft.id}`}
                        >{`Target on ${draft.answers['series'] || 'no series yet'}`}</Link>
                        {`, saved by ${draft.preparedBy}`}
                      </li>
                    ))}
                  </ul>
                </Section>
              )}
              <DataTable
                caption="Targets that bind your body"
                rows={shown.targets}
                columns={[
                  {
                    title: 'Target',
                    cell: ({ target, series }) => (
                      <Link href={targetPath(target)}>{targetTitle(series, target, shown.names)}</Link>
                    ),
                  },
                  { title: 'Stands', cell: (stood) => <TargetTag stood={stood} nameOf={shown.names.body} /> },
                  {
                    title: 'What you can do',
                    cell: ({ target, series }) => {
                      const of = `${office}/${target.id}`;
                      const what = targetTitle(series, target, shown.names);
                      return (
                        <>
                          <Link href={`${of}/change`}>
                            Change<Unseen> {what}</Unseen>
                          </Link>
                          {mayAnswer && ' '}
                          {mayAnswer && (
                            <Link href={`${of}/answer`}>
                              Answer<Unseen> {what}</Unseen>
                            </Link>
                          )}
                        </>
                      );
                    },
                  },
                ]}
                empty="No target binds your body yet."
                narrow="stack"
              />
            </>
          ),
        }),
      );
    },
  },
];
