import type { Visit } from '#platform/http';
import { plural } from '#platform/kernel';
import { Link, Prose, SummaryList, Text } from '#platform/ui';
import type { RuleKey } from '../../../domain/rule-catalogue/index.ts';
import type { RulesPage } from '../../../queries/rules-page.ts';
import { onDay, Section } from '#platform/web';
import { Meaning, Value } from './rule-value.tsx';

/** The rules people ask for most; the rest are one link away. */
const askedMost: ReadonlySet<RuleKey> = new Set([
  'regime',
  'keyDecision.threshold',
  'notice.keyDecision',
  'callIn.window',
  'callIn.signatories',
  'voting.enabled',
]);

/** A handful of a body’s rules on its own page, each with what it means. */
export function RulesInShort({ rules, visit }: Readonly<{ rules: RulesPage; visit: Visit }>) {
  const every = rules.groups.flatMap((group) => group.rules);
  const shown = every.filter(({ key, ruling }) => askedMost.has(key) && ruling.standing !== 'does-not-apply');
  const path = `/bodies/${rules.body.id}/rules`;
  return (
    <Section title="Its rules in short">
      <Prose>
        <SummaryList
          rows={shown.map((rule) => ({
            key: {
              children: <Link href={onDay(`${path}/${rule.key}`, visit)}>{rule.definition.title}</Link>,
            },
            value: {
              children: (
                <>
                  <Value rule={rule} />
                  <br />
                  <Meaning rule={rule} />
                </>
              ),
            },
          }))}
        />
        <Text>
          <Link href={onDay(path, visit)}>All rules of {rules.body.name}</Link>
          {rules.toCheck > 0 && <>, of which {plural(rules.toCheck, 'rule')} must be checked locally</>}.
        </Text>
      </Prose>
    </Section>
  );
}
