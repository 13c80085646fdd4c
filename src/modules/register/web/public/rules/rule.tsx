import { notFound, page, type PublicRoute, type Visit } from '#platform/http';
import { may } from '#platform/identity';
import type { Calendar } from '#platform/kernel';
import { Details, InsetText, Link, Prose, SummaryList, Text } from '#platform/ui';
import { isRuleKey } from '../../../domain/rule-catalogue/index.ts';
import { workedExample } from '../../../domain/worked-example.ts';
import { versionsDataset } from '../../../queries/rule-versions-dataset.ts';
import { type RuleLine, rulePage } from '../../../queries/rules-page.ts';
import { AnotherDay, AsOf, fileRoutes, onDay, Section } from '#platform/web';
import { elsewhere, noSuch } from '../parts/missing.ts';
import type { PublicServices } from '../parts/services.ts';
import { mayDraftRules } from '../../../permissions.ts';
import { bodyTrail } from '../parts/trails.ts';
import { Ground, Meaning, Value } from './rule-value.tsx';
import { Versions } from './versions.tsx';

/** One rule of one body: what it is on the day, what it means, and every version it has had. */
export function ruleRoutes({ database, calendarFor }: PublicServices): readonly PublicRoute[] {
  return [
    {
      method: 'GET',
      path: '/bodies/:body/rules/:rule',
      may: 'anyone',
      handle: async (visit) => {
        const { body: id = '', rule: key = '' } = visit.params;
        if (!isRuleKey(key)) return notFound(noSuchRule(id));
        const found = await rulePage(database, id, key, { on: visit.on });
        if (found === undefined) return elsewhere(database, 'body', id, visit);
        const { title } = found.rule.definition;
        const rules = { text: 'Rules', href: onDay(`/bodies/${id}/rules`, visit) };
        return page({
          title,
          caption: found.body.name,
          description: `${title}: what it is at ${found.body.name}, since when, and where that is known from.`,
          section: 'bodies',
          breadcrumbs: bodyTrail(found.body, visit, rules, { text: title }),
          main: (
            <Rule rule={found.rule} bodyId={id} calendar={await calendarFor(database, id)} visit={visit} />
          ),
        });
      },
    },
    ...fileRoutes(
      '/bodies/:body/rules/:rule/versions',
      async ({ params, on }) => {
        const { body: id = '', rule: key = '' } = params;
        const found = isRuleKey(key) ? await rulePage(database, id, key, { on }) : undefined;
        return found === undefined ? undefined : versionsDataset(id, found.rule);
      },
      ({ params }) =>
        isRuleKey(params['rule'] ?? '') ? noSuch('body', params['body']) : noSuchRule(params['body']),
    ),
  ];
}

const noSuchRule = (bodyId: string | undefined): string =>
  `There is no rule with this address. All rules of a body are listed at /bodies/${bodyId ?? ''}/rules.`.slice(
    0,
    200,
  );

function Rule({
  rule,
  bodyId,
  calendar,
  visit,
}: Readonly<{ rule: RuleLine; bodyId: string; calendar: Calendar; visit: Visit }>) {
  const { definition, ruling } = rule;
  const path = `/bodies/${bodyId}/rules/${rule.key}`;
  const example =
    ruling.standing === 'known' ? workedExample(rule.key, ruling.value, visit.on, calendar) : undefined;
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        <p class="govuk-body-l">
          <Value rule={rule} />
        </p>
        <Text>
          <Meaning rule={rule} />
          {ruling.standing === 'check-locally' &&
            ' No source held says what it is here: ask the body itself.'}
        </Text>
        <SummaryList
          rows={[
            { key: 'What the rule decides', value: definition.help },
            { key: 'Where it comes from', value: definition.law },
            { key: 'This value', value: { children: <Ground rule={rule} /> } },
            ...(ruling.standing === 'known' && ruling.note !== undefined
              ? [{ key: 'Note', value: ruling.note }]
              : []),
          ]}
        />
        {may(visit.actor, mayDraftRules, bodyId).ok && (
          <Text>
            <Link href={`${path}/correct`}>Correct this rule</Link>
          </Text>
        )}
        {example !== undefined && (
          <Section title="What this would mean">
            <InsetText>{example.says}</InsetText>
            <Details summary="How this date was counted">{example.counted}</Details>
          </Section>
        )}
      </Prose>
      <Versions rule={rule} path={path} visit={visit} />
      <AnotherDay visit={visit} />
    </>
  );
}
