import type { Answers, FieldErrors } from '#platform/http';
import { explain, formatDate } from '#platform/kernel';
import { Text, TextareaField } from '#platform/ui';
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
const earliestInWords = (judged: readonly AccessJudged[]): string =>
  // Two rules that count alike, as the summons of a Council and its agenda do, are told once.
  [
    ...new Set(
      judged.flatMap((each) => (each.standing === 'late' ? [explain(each.earliest.explanation)] : [])),
    ),
  ].join(' ');

/** What is said where a reason is needed, since it is too late for an ordinary agenda. */
export function sayLate(judged: readonly AccessJudged[]): string {
  const latest = judged.flatMap((each) => (each.standing === 'late' ? [each.latest.date] : []))[0];
  const since = latest === undefined ? '' : `: the last day was ${formatDate(latest)}`;
  return `It is too late for an ordinary agenda${since}. Enter the chair’s reason for urgency, or move the meeting. ${earliestInWords(judged)}`;
}

/** Asks for the reason of special circumstances, where one is needed. */
export const UrgencyField = ({
  judged,
  what,
  ...field
}: Readonly<{ judged: readonly AccessJudged[]; what: string; answers: Answers; errors: FieldErrors }>) =>
  judged.some(({ standing }) => standing === 'late') && (
    <TextareaField
      name="urgentBecause"
      label={`The chair’s reason for taking ${what} as a matter of urgency`}
      hint="By reason of special circumstances, which the minutes must state (Local Government Act 1972, section 100B(4))."
      rows={3}
      {...field}
    />
  );
