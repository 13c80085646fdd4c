import { Certainty, Tag } from '#platform/ui';
import type { RuleLine } from '../../../queries/rules-page.ts';
import { Day } from '#platform/web';
import { sayMeaning } from './rule-meanings.ts';

/** What a rule is on the day, in words; where it is not known, that and what to do about it. */
export function Value({ rule }: Readonly<{ rule: RuleLine }>) {
  const { ruling, says } = rule;
  switch (ruling.standing) {
    case 'known':
      return (
        <>
          {isText(rule) ? says : <strong>{says}</strong>}
          {ruling.checkLocally && (
            <>
              {' '}
              <Certainty mark={ruling.certainty} />
            </>
          )}
        </>
      );
    case 'check-locally':
      return <Tag colour="orange">Check locally</Tag>;
    case 'does-not-apply':
      return <>Does not apply. {ruling.because}</>;
    default:
      return ruling satisfies never;
  }
}

/** What the value means for people, in a sentence; where there is none, what the rule would decide. */
export function Meaning({ rule }: Readonly<{ rule: RuleLine }>) {
  const { ruling, definition } = rule;
  if (ruling.standing === 'known' && !isText(rule)) return <>{sayMeaning(rule.key, ruling.value)}</>;
  if (ruling.standing !== 'does-not-apply') return <>{definition.help}</>;
  return null;
}

/** Who set it, from when, where that is known from. */
export function Ground({ rule }: Readonly<{ rule: RuleLine }>) {
  const { ruling, definition } = rule;
  if (ruling.standing !== 'known') return <span class="accord-origin">Set by: {definition.law}</span>;
  return (
    <span class="accord-origin">
      {ruling.setBy === 'law' ? 'Set by the law' : 'Set by the body'}
      {ruling.since !== undefined && (
        <>
          , since <Day on={ruling.since} />
        </>
      )}
      . Source: {ruling.source} {!ruling.checkLocally && <Certainty mark={ruling.certainty} />}
    </span>
  );
}

/** A rule whose value is itself a sentence needs no second one. */
const isText = ({ definition }: RuleLine): boolean => definition.value.type === 'text';
