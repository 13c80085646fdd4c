import { page, type PublicRoute, type Visit } from '#platform/http';
import { plural } from '#platform/kernel';
import { Details, Downloads, Link, Prose, Text } from '#platform/ui';
import { rulesDataset } from '../../../queries/datasets.ts';
import { type RuleLine, rulesPage, type RulesPage } from '../../../queries/rules-page.ts';
import { AnotherDay, AsOf, fileRoutes, filesOf, onDay, Section } from '#platform/web';
import { elsewhere, noSuch } from '../parts/missing.ts';
import type { PublicServices } from '../parts/services.ts';
import { bodyTrail } from '../parts/trails.ts';
import { Ground, Meaning, Value } from './rule-value.tsx';

/** The rules of one body on a day, under their subjects. */
export function rulesRoutes({ database }: PublicServices): readonly PublicRoute[] {
  return [
    {
      method: 'GET',
      path: '/bodies/:body/rules',
      may: 'anyone',
      handle: async (visit) => {
        const id = visit.params['body'] ?? '';
        const found = await rulesPage(database, id, { on: visit.on });
        if (found === undefined) return elsewhere(database, 'body', id, visit);
        return page({
          title: 'Rules',
          caption: found.body.name,
          description: `The rules ${found.body.name} works by, each with its source and since when.`,
          section: 'bodies',
          breadcrumbs: bodyTrail(found.body, visit, { text: 'Rules' }),
          main: <Rules found={found} visit={visit} />,
        });
      },
    },
    ...fileRoutes(
      '/bodies/:body/rules',
      ({ params, on }) => rulesDataset(database, params['body'] ?? '', { on }),
      ({ params }) => noSuch('body', params['body']),
    ),
  ];
}

function Rules({ found, visit }: Readonly<{ found: RulesPage; visit: Visit }>) {
  const path = `/bodies/${found.body.id}/rules`;
  const every = found.groups.flatMap(({ rules }) => rules);
  const outside = every.filter(({ ruling }) => ruling.standing === 'does-not-apply');
  return (
    <>
      <AsOf visit={visit} />
      <Prose>
        <p class="govuk-body-l">
          What the law and {found.body.name} itself say about how it decides. An act is judged by the rules of
          its own day.
        </p>
        {found.toCheck > 0 && (
          <Text>
            {plural(found.toCheck, 'rule')} of {every.length - outside.length} must be checked with the body:
            no source held says what the value is, or how sure it is. Where one says “Check locally”, ask the
            body itself.
          </Text>
        )}
        <Contents groups={found.groups.filter((group) => group.rules.some(applies))} />
      </Prose>
      {found.groups.map(({ title, rules }) => (
        <Group title={title} rules={rules.filter(applies)} path={path} visit={visit} />
      ))}
      {outside.length > 0 && (
        <Details summary={`${plural(outside.length, 'rule')} that cannot apply to it on this day`}>
          <ul class="govuk-list govuk-list--bullet">
            {outside.map((rule) => (
              <li>
                {rule.definition.title}: {rule.says}
              </li>
            ))}
          </ul>
        </Details>
      )}
      <Downloads {...filesOf(path, visit)} of={`the rules of ${found.body.name}`} />
      <div class="govuk-!-margin-top-6">
        <AnotherDay visit={visit} />
      </div>
    </>
  );
}

function Group({
  title,
  rules,
  path,
  visit,
}: Readonly<{ title: string; rules: readonly RuleLine[]; path: string; visit: Visit }>) {
  if (rules.length === 0) return null;
  return (
    <Section title={title} id={anchor(title)}>
      <dl class="govuk-summary-list">
        {rules.map((rule) => (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">
              <Link href={onDay(`${path}/${rule.key}`, visit)}>{rule.definition.title}</Link>
            </dt>
            <dd class="govuk-summary-list__value">
              <p class="govuk-body govuk-!-margin-bottom-1">
                <Value rule={rule} />
              </p>
              <p class="govuk-body govuk-!-margin-bottom-1">
                <Meaning rule={rule} />
              </p>
              <Ground rule={rule} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}

const applies = ({ ruling }: RuleLine): boolean => ruling.standing !== 'does-not-apply';
const anchor = (title: string): string => title.toLowerCase().replaceAll(/[^a-z]+/gu, '-');

const Contents = ({ groups }: Readonly<{ groups: RulesPage['groups'] }>) => (
  <nav aria-label="On this page" class="accord-contents">
    <ul class="govuk-list">
      {groups.map(({ title }) => (
        <li>
          <Link href={`#${anchor(title)}`}>{title}</Link>
        </li>
      ))}
    </ul>
  </nav>
);
