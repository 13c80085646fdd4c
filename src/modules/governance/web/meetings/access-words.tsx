import { explain, formatDate } from '#platform/kernel';
import { Text } from '#platform/ui';
import type { AccessJudged } from '../../domain/meeting/access.ts';

/** Whether an agenda is in time by one rule, and how its dates are counted. */
export function AccessWords({ judged }: Readonly<{ judged: AccessJudged }>) {
  if (judged.standing === 'not-judged') {
    const { rule } = judged;
    return rule.standing === 'does-not-apply' ? (
      <Text>
        {rule.title}: {rule.because}
      </Text>
    ) : (
      <Text>
        {rule.title}: not known for this body, so it is not judged. Check locally ({rule.law}).
      </Text>
    );
  }
  const { rule, latest, standing } = judged;
  return (
    <Text>
      {rule.title}: {rule.says} (
      {[
        ...(rule.law.includes(rule.source) ? [rule.law] : [rule.law, rule.source]),
        ...(rule.checkLocally ? ['check locally'] : []),
      ].join('; ')}
      ).{' '}
      <strong>
        {standing === 'in-time' ? 'In time.' : `Late: the last day was ${formatDate(latest.date)}.`}
      </strong>{' '}
      {explain(latest.explanation)}
    </Text>
  );
}

/** The first day on which a meeting could take what is published now, with how it is counted. */
export const earliestInWords = (judged: readonly AccessJudged[]): string =>
  // Two rules that count alike, as the summons of a Council and its agenda do, are told once.
  [
    ...new Set(
      judged.flatMap((each) => (each.standing === 'late' ? [explain(each.earliest.explanation)] : [])),
    ),
  ].join(' ');
