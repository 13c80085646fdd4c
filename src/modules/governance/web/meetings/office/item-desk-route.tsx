import { notFound, type OfficeRoute, type OfficeVisit, page } from '#platform/http';
import { may } from '#platform/identity';
import type { Services } from '#platform/module';
import { Bullets, Button, Form, InsetText, Link, Prose, SummaryList, Text } from '#platform/ui';
import { dateAnswers, Kept, officePage, Section } from '#platform/web';
import { accesses } from '../../../domain/decision/decision.ts';
import { itemPath, itemPurposes } from '../../../domain/meeting/agenda-item.ts';
import { interestKinds } from '../../../domain/meeting/declaration.ts';
import { isAhead } from '../../../domain/meeting/standing.ts';
import { mayPrepareDecisions, mayRunMeetings } from '../../../permissions.ts';
import { attachedPapers } from '../../../queries/meetings/attached-papers.ts';
import { MotionView } from '../public/motion-view.tsx';
import { itemDesk, type ItemFound, itemFound, itemSteps, noSuchItem, numbered } from './found.ts';

/** One item at the desk: what it says, and what happened at it. */
export const itemDeskRoutes = (services: Services): readonly OfficeRoute[] => [
  {
    method: 'GET',
    path: '/office/:body/meetings/:meeting/items/:item',
    may: mayPrepareDecisions,
    handle: async (visit) => {
      const found = await itemFound(services, visit);
      if (found === undefined) return notFound(noSuchItem);
      const { line } = found;
      const { item } = line;
      const papers = await services.database.as(visit.actor, (sql) => attachedPapers(sql, [itemPath(item)]));
      return page(
        officePage(visit.actor, itemSteps(found).slice(0, 2), {
          title: numbered(line),
          main: (
            <>
              <Prose>
                <SummaryList
                  rows={[
                    ['Asked to', itemPurposes[item.purpose]] as const,
                    ['Summary', item.summary || 'None'] as const,
                    ['Access', accesses[item.access]] as const,
                    ['About', item.subject ?? 'Nothing named'] as const,
                    ['Papers', papers.map(({ title }) => title).join('; ') || 'None'] as const,
                    [
                      'Published',
                      item.number === undefined
                        ? 'Not yet: your body alone sees it'
                        : `As item ${item.number}`,
                    ] as const,
                    ...(item.withdrawnOn === undefined
                      ? []
                      : [['Withdrawn', item.withdrawnBecause] as const]),
                  ].map(([key, value]) => ({ key, value }))}
                />
                <Bullets items={waysOf(found, visit)} />
                {found.shown.hasBegun && item.number !== undefined && (
                  <Form action={`/office/${visit.actor.bodyId}/decisions/start`}>
                    <Kept
                      answers={{
                        meeting: item.meetingId,
                        item: item.id,
                        committee: found.shown.committee.id,
                        title: item.title,
                        ...dateAnswers('taken', found.shown.standing.sittings[0]?.on),
                      }}
                    />
                    <Button variant="secondary">Record this item’s decision</Button>
                  </Form>
                )}
              </Prose>
              {line.declarations.length > 0 && (
                <Section title="Interests declared">
                  <Bullets
                    items={line.declarations.map(
                      ({ officeTitle, kind, nature }) => `${officeTitle}: ${interestKinds[kind]}. ${nature}`,
                    )}
                  />
                </Section>
              )}
              {line.motions.length > 0 && (
                <Section title="Motions">
                  {line.motions.map((each) => (
                    <>
                      <MotionView line={each} headingLevel={3} />
                      {found.shown.standing.standing !== 'minutes-approved' && (
                        <Text>
                          <Link
                            href={`${itemDesk(found.shown, line)}/motions/${each.motion.id.slice(item.id.length + 1)}`}
                          >
                            Enter motion {each.motion.position} anew
                          </Link>
                        </Text>
                      )}
                    </>
                  ))}
                </Section>
              )}
              {line.minutes.length > 0 && (
                <Section title="Minutes">
                  {line.minutes.map(({ text, part, isPublic }) => (
                    <InsetText>
                      <strong>
                        {part === 'closed'
                          ? 'Closed to the public'
                          : isPublic
                            ? 'Published'
                            : 'Not published yet'}
                      </strong>
                      {text.split('\n').map((paragraph) => (
                        <p class="govuk-body">{paragraph}</p>
                      ))}
                    </InsetText>
                  ))}
                </Section>
              )}
            </>
          ),
        }),
      );
    },
  },
];

function waysOf({ shown, line }: ItemFound, { actor }: OfficeVisit) {
  const { item } = line;
  const at = itemDesk(shown, line);
  const runs = may(actor, mayRunMeetings, actor.bodyId).ok;
  const isPublished = item.number !== undefined;
  const open = shown.hasBegun && shown.standing.standing !== 'minutes-approved';
  return [
    ...(!isPublished && isAhead(shown.standing)
      ? [
          <Link href={`${at}/edit`}>Change this item</Link>,
          <Link href={`${at}/remove`}>Take it off the agenda</Link>,
        ]
      : []),
    <Link href={`${at}/papers`}>Add papers</Link>,
    ...(isPublished &&
    runs &&
    item.withdrawnOn === undefined &&
    shown.standing.standing !== 'minutes-approved'
      ? [<Link href={`${at}/withdraw`}>Withdraw this item</Link>]
      : []),
    ...(isPublished && open && runs
      ? [
          <Link href={`${at}/declarations`}>Record a declaration of interest</Link>,
          <Link href={`${at}/motions/add`}>Record a motion and its votes</Link>,
          <Link href={`${at}/minutes/public`}>Write the minutes of this item</Link>,
          <Link href={`${at}/minutes/closed`}>Write minutes closed to the public</Link>,
          <Link
            href={`/office/${actor.bodyId}/meetings/${shown.meeting.reference}/actions/add?item=${encodeURIComponent(item.id)}`}
          >
            Record an action
          </Link>,
        ]
      : []),
  ];
}
