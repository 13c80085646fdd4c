import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import { formatDate, formatLondonTime } from '#platform/kernel';
import type { Services } from '#platform/module';
import {
  Bullets,
  followAddresses,
  FollowLinks,
  Heading,
  InsetText,
  Link,
  Prose,
  Tag,
  type TagColour,
  Text,
  Timeline,
} from '#platform/ui';
import { AnotherDay, AsOf, home, onDay, Section } from '#platform/web';
import { decisionPath } from '../../../domain/decision/decision.ts';
import { differences, noticeRows, sayDue } from '../../../domain/notice/in-words.ts';
import { noticeChanges, noticeId, noticePath, type NoticeVersion } from '../../../domain/notice/notice.ts';
import type { NoticeStanding } from '../../../domain/notice/standing.ts';
import { noticePage, type NoticePage } from '../../../queries/notice-page.ts';
import { type PaperListed, papersOf } from '../../../queries/papers/papers-of.ts';
import { PaperList } from '../../papers/paper-list.tsx';
import { badgesOf } from '../parts/badges.tsx';
import { Differences } from '../parts/differences.tsx';
import { KeyFinding, LawfulDates, PrivateDates } from '../parts/lawful-dates.tsx';
import { placeNames, Said } from '../parts/said.tsx';

/** One notice: everything it says, whether the notice is enough, its versions, and what was decided. */
export function noticePageRoutes({ database }: Pick<Services, 'database'>): readonly PublicRoute[] {
  return [
    {
      method: 'GET',
      path: '/forward-plan/:body/:notice',
      may: 'anyone',
      handle: async (visit) => {
        const { body: bodyId = '', notice: reference = '' } = visit.params;
        const [found, papers] = await Promise.all([
          noticePage(database, noticeId({ bodyId, reference }), visit.on),
          papersOf(database, noticePath({ bodyId, reference }), visit.on),
        ]);
        if (found === undefined) return notFound(noSuchNotice(visit));
        const { version, notice, body } = found;
        const followed = { kind: 'things', id: noticePath(notice) } as const;
        return page({
          title: version.content.title,
          caption: `${body.name}, notice ${notice.reference}`,
          description: `${version.content.decisionMaker} is to decide: ${version.content.title}.`,
          section: 'decisions',
          breadcrumbs: [
            home,
            { text: 'Forward plan', href: onDay('/forward-plan', visit) },
            { text: body.name, href: onDay(`/forward-plan/${body.id}`, visit) },
            { text: notice.reference },
          ],
          feed: { href: followAddresses(followed).feed, title: `Notice ${notice.reference}` },
          main: <Notice found={found} papers={papers} visit={visit} />,
        });
      },
    },
  ];
}

export const noSuchNotice = ({ params, on }: Pick<Visit, 'params' | 'on'>): string =>
  `There was no notice ${params['notice']} of ${params['body']} on ${formatDate(on)}. The body’s forward plan lists those there are.`;

const standings: Readonly<Record<NoticeStanding, Readonly<{ text: string; colour: TagColour }>>> = {
  open: { text: 'To be decided', colour: 'blue' },
  late: { text: 'Late: no record is published', colour: 'orange' },
  decided: { text: 'Decided', colour: 'green' },
  withdrawn: { text: 'Withdrawn', colour: 'grey' },
};

function Notice({
  found,
  papers,
  visit,
}: Readonly<{ found: NoticePage; papers: readonly PaperListed[]; visit: Visit }>) {
  const { notice, version, versions, body, standing, judged, ground, decisions, places } = found;
  const nameOf = placeNames(places);
  const { content } = version;
  const judgedHere = { judged, ground, bodyId: body.id };
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        <p class="govuk-body-l">
          <Tag colour={standings[standing].colour}>{standings[standing].text}</Tag>{' '}
          {badgesOf(
            { ...content, change: 'changed', isPrivate: content.privateMeeting !== undefined },
            content.dueUntil,
          ).map(({ text, colour }) => (
            <>
              <Tag colour={colour}>{text}</Tag>{' '}
            </>
          ))}
        </p>
        <p class="govuk-body-l">
          {content.decisionMaker}. Due: {sayDue(content)}.
        </p>
        {version.change === 'withdrawn' && (
          <InsetText>
            Withdrawn on {formatDate(version.publishedOn)}: {version.reason}
          </InsetText>
        )}
        {decisions.map((decision) => (
          <InsetText>
            Decided on {formatDate(decision.takenOn)}:{' '}
            <Link href={onDay(decisionPath(decision), visit)}>{decision.title}</Link>
          </InsetText>
        ))}
        <Said rows={noticeRows(content, nameOf)} />
        <Section title="Papers">
          <PaperList
            papers={papers}
            visit={visit}
            empty="No papers are published here yet. The notice says above how to ask for them."
          />
        </Section>
        <Section title="When the decision may lawfully be taken" id="dates">
          <Text>
            {version.publishedElsewhere === ''
              ? `This version was published on ${formatDate(version.publishedOn, { weekday: 'long' })}`
              : `This version was published on ${formatDate(version.publishedOn, { weekday: 'long' })}, ${version.publishedElsewhere}`}
            {judged.countedFrom === version.publishedOn
              ? '.'
              : `, and counts from ${formatDate(judged.countedFrom, { weekday: 'long' })}.`}
          </Text>
          <LawfulDates {...judgedHere} keptOnly />
          <PrivateDates {...judgedHere} />
        </Section>
        <Section title="Whether it is a key decision" id="key">
          <KeyFinding {...judgedHere} />
        </Section>
        {judged.gaps.length > 0 && (
          <Section title="What the notice lacks" id="gaps">
            <Text>It was kept as it was published. The law of the day of the decision asks for more:</Text>
            <Bullets items={judged.gaps.map(({ says, regulation }) => `${says} (${regulation})`)} />
          </Section>
        )}
        <Heading size="m" id="versions">
          Versions
        </Heading>
        <Timeline events={versions.toReversed().map((each) => versionEvent(each, versions, nameOf))} />
        <FollowLinks
          followed={{ kind: 'things', id: noticePath(notice) }}
          what={`notice ${notice.reference}`}
        />
        <p class="accord-takeaway">
          <a class="govuk-link" href={onDay(`/api/forward-plan/${body.id}/${notice.reference}`, visit)}>
            This notice as JSON
          </a>
        </p>
        <div class="govuk-!-margin-top-6">
          <AnotherDay visit={visit} />
        </div>
      </Prose>
    </>
  );
}

function versionEvent(
  version: NoticeVersion,
  versions: readonly NoticeVersion[],
  nameOf: (placeId: string) => string,
) {
  const before = versions.find((each) => each.version === version.version - 1);
  const { publishedOn, publishedTime } = version;
  return {
    on: publishedOn,
    onInWords:
      publishedTime === undefined
        ? formatDate(publishedOn)
        : formatLondonTime({ date: publishedOn, time: publishedTime }),
    title: `Version ${version.version}: ${noticeChanges[version.change].toLowerCase()}, by the ${version.publishedBy}`,
    children: (
      <>
        {version.reason !== '' && <Text>{version.reason}</Text>}
        {version.countsAnew && before !== undefined && (
          <Text>It is another matter now: the clear days count from this version.</Text>
        )}
        {before !== undefined && version.change !== 'withdrawn' && (
          <Differences found={differences(before.content, version.content, nameOf)} />
        )}
      </>
    ),
  };
}
