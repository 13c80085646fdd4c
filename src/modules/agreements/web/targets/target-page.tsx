import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import { formatDate } from '#platform/kernel';
import type { Services } from '#platform/module';
import {
  followAddresses,
  FollowLinks,
  InsetText,
  Link,
  Prose,
  SummaryList,
  Text,
  Timeline,
} from '#platform/ui';
import { AnotherDay, AsOf, fileRoutes, home, onDay, Section } from '#platform/web';
import { versionOn } from '../../domain/agreement/agreement.ts';
import { indicatorPath, outcomePath } from '../../domain/framework/framework.ts';
import { blockersOf, sayTarget } from '../../domain/target/explain-blocker.ts';
import { targetPath } from '../../domain/target/target.ts';
import type { CommitmentAt } from '../../queries/commitments/list.ts';
import { commitmentsLinkedTo } from '../../queries/commitments/page.ts';
import { outcomeNamed } from '../../queries/frameworks/outcome-named.ts';
import { targetsDataset } from '../../queries/targets-datasets.ts';
import { targetsShown, type TargetsShown } from '../../queries/targets-shown.ts';
import { PromisesLinked } from '../commitments/linked-commitments.tsx';
import { Answers } from './answers-table.tsx';
import { targetStory } from './story.tsx';
import { VersionsCompared } from './versions-compared.tsx';
import { targetStandings, TargetTag, targetTitle } from './words.tsx';

const path = '/targets/:targetAgreement/:target';
export const noSuchTarget =
  'There is no target with this address on this day. The page of its agreement lists its targets.';
export const targetIdOf = ({ params }: Pick<Visit, 'params'>) =>
  `${params['targetAgreement'] ?? ''}/${params['target'] ?? ''}`;

/** One target and its whole story: its versions side by side, each partner’s answer, and what stands in the way. */
export function targetPageRoutes(services: Services): readonly PublicRoute[] {
  return [
    {
      method: 'GET',
      path,
      may: 'anyone',
      handle: async (visit) => {
        const shown = await targetsShown(services, { ids: [targetIdOf(visit)] }, visit);
        const [found] = shown.targets;
        if (found === undefined) return notFound(noSuchTarget);
        const { target, series, agreement } = found;
        const [outcome, promises] = await Promise.all([
          outcomeNamed(services.database, target.outcomeId),
          commitmentsLinkedTo(services.database, targetPath(target), visit.on),
        ]);
        const title = targetTitle(series, target, shown.names);
        const of = agreement && (versionOn(agreement, visit.on) ?? agreement.versions[0]).title;
        const thing = { kind: 'things', id: targetPath(target) } as const;
        return page({
          title,
          caption: `${of ?? target.agreementId}, target ${target.number}`,
          section: 'agreements',
          breadcrumbs: [
            home,
            { text: 'Agreements', href: onDay('/agreements', visit) },
            { text: 'Targets', href: onDay(`/targets/${target.agreementId}`, visit) },
            { text: `Target ${target.number}` },
          ],
          feed: { href: followAddresses(thing).feed, title },
          changesAt: shown.changesAt,
          main: <Shown {...{ found, shown, outcome, title, promises, visit }} />,
        });
      },
    },
    ...fileRoutes(
      `${path}/values`,
      async (visit) => {
        const shown = await targetsShown(services, { ids: [targetIdOf(visit)] }, visit);
        return shown.targets.length === 0
          ? undefined
          : targetsDataset(`target-${targetIdOf(visit).replace('/', '-')}`, shown);
      },
      () => noSuchTarget,
    ),
  ];
}

type Props = Readonly<{
  found: TargetsShown['targets'][number];
  shown: TargetsShown;
  outcome: Awaited<ReturnType<typeof outcomeNamed>>;
  title: string;
  promises: readonly CommitmentAt[];
  visit: Visit;
}>;

function Shown({ found, shown, outcome, title, promises, visit }: Props) {
  const { target, standing, series } = found;
  const { names } = shown;
  const said = sayTarget(standing, target, names.body);
  const blockers = blockersOf(standing, names.body);
  const version = standing.inForce?.version ?? standing.put?.version;
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        {target.isIllustrative && (
          <InsetText>
            This target, its figures and the answers to it are made up to show how the page works. No body
            named here has agreed to it.
          </InsetText>
        )}
        <p class="govuk-body-l">
          <TargetTag stood={found} nameOf={names.body} /> {said.says}
        </p>
        {blockers.map(({ what, who }) => (
          <Text>{said.says.includes(what) ? who : `${what} ${who}`}</Text>
        ))}
      </Prose>
      <SummaryList
        rows={[
          ['Kind', targetStandings[target.standing]],
          [
            'Outcome',
            outcome === undefined ? (
              'None named'
            ) : (
              <Link href={onDay(outcomePath(outcome), visit)}>{outcome.title}</Link>
            ),
          ],
          [
            'Measured by',
            <Link href={`${onDay(indicatorPath({ id: series.indicatorId }), visit)}#${series.id}`}>
              {series.title}
            </Link>,
          ],
          ['Area', names.area(series, target.areaId)],
          ...(target.partOf === undefined
            ? []
            : [
                [
                  'Part of',
                  <Link href={onDay(`/targets/${target.partOf}`, visit)}>
                    The target of the whole agreement
                  </Link>,
                ],
              ]),
          ['Lead body', version === undefined ? '' : names.body(version.leadBody)],
          [
            'How it goes',
            <Link href={onDay(`/series/${series.id}/${target.areaId}`, visit)}>
              Its readings against this target
            </Link>,
          ],
        ].map(([key = '', value]) => ({ key: { children: key }, value: { children: value } }))}
      />
      <Section title="What each version sets">
        <VersionsCompared found={found} names={names} visit={visit} />
      </Section>
      <Section title="Who has agreed">
        <Answers found={found} shown={shown} visit={visit} />
      </Section>
      <Section title="The whole story">
        <Timeline
          events={targetStory(found, shown, visit).map(({ on, heading, children }) => ({
            on,
            onInWords: formatDate(on),
            title: heading,
            children,
          }))}
        />
      </Section>
      <PromisesLinked commitments={promises} visit={visit} />
      <FollowLinks followed={{ kind: 'things', id: targetPath(target) }} what={title} />
      <AnotherDay visit={visit} />
    </>
  );
}
