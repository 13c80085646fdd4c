import { type OfficeRoute, page } from '#platform/http';
import type { Services } from '#platform/module';
import { DataTable, Link, Prose, Text, Unseen } from '#platform/ui';
import { officePage, Section } from '#platform/web';
import { indicatorPath, outcomePath } from '../../../domain/framework/framework.ts';
import { mayDraftAgreements } from '../../../permissions.ts';
import { ownIndicators } from '../../../queries/frameworks/office.ts';

/** What a body measures of its own, and the outcomes whose indicators it chooses. */
export const indicatorListRoutes = ({ database }: Services): readonly OfficeRoute[] => [
  {
    method: 'GET',
    path: '/office/:body/indicators',
    may: mayDraftAgreements,
    handle: async ({ actor }) => {
      const { indicators, outcomes, drafts } = await database.as(actor, (sql) => ownIndicators(sql, actor));
      const office = `/office/${actor.bodyId}`;
      return page(
        officePage(actor, [], {
          title: 'Indicators of your body',
          main: (
            <>
              <Prose>
                <Text>
                  <Link href={`${office}/indicators/new`}>Define an indicator</Link> of your own, or find one
                  of <Link href="/indicators">all that are defined</Link>.
                </Text>
              </Prose>
              {drafts.length > 0 && (
                <Section title="Drafts">
                  <ul class="govuk-list govuk-list--bullet">
                    {drafts.map((draft) => (
                      <li>
                        <Link href={`${office}/indicators/new?draft=${draft.id}`}>
                          {draft.answers['title'] || draft.answers['seriesTitle'] || 'Without a title yet'}
                        </Link>
                        {`, saved by ${draft.preparedBy}`}
                      </li>
                    ))}
                  </ul>
                </Section>
              )}
              <DataTable
                caption="Your own indicators"
                rows={indicators.flatMap(({ indicator, series }) =>
                  series.map((one) => ({ indicator, one })),
                )}
                columns={[
                  {
                    title: 'Series',
                    cell: ({ indicator, one }) => (
                      <Link
                        href={`${indicatorPath(indicator)}#${one.id}`}
                      >{`${indicator.code}: ${one.title}`}</Link>
                    ),
                  },
                  { title: 'Unit', cell: ({ one }) => one.unit },
                  {
                    title: 'What you can do',
                    cell: ({ indicator, one }) => (
                      <>
                        <Link href={`${office}/series/${one.id}/owner`}>
                          Name who brings readings<Unseen> of {one.title}</Unseen>
                        </Link>{' '}
                        <Link href={`${office}/indicators/${indicator.id}/series/new?replaces=${one.id}`}>
                          Replace<Unseen> {one.title}</Unseen>
                        </Link>
                      </>
                    ),
                  },
                ]}
                empty="Your body has defined no indicator of its own."
                narrow="stack"
              />
              <DataTable
                caption="Outcomes whose indicators you choose"
                rows={outcomes}
                columns={[
                  {
                    title: 'Outcome',
                    cell: ({ outcome }) => <Link href={outcomePath(outcome)}>{outcome.title}</Link>,
                  },
                  { title: 'Of', cell: ({ framework }) => framework.title },
                  {
                    title: 'What you can do',
                    cell: ({ outcome }) => (
                      <Link href={`${office}${outcomePath(outcome)}/indicators`}>
                        Choose indicators<Unseen> of {outcome.title}</Unseen>
                      </Link>
                    ),
                  },
                ]}
                empty="Your body has no framework of its own."
                narrow="stack"
              />
            </>
          ),
        }),
      );
    },
  },
];
