import { Details, Link } from '#platform/ui';
import { onDay, Section } from '#platform/web';
import { type Outcome, outcomePath } from '../../../domain/framework/framework.ts';
import type { PartProps } from './part-props.ts';

/** The outcomes it is for, theme by theme. */
export function OutcomesPart({ shown: { framework, themes, outcomes }, visit }: PartProps) {
  if (framework === undefined) return null;
  const listed = (own: readonly Outcome[]) => (
    <ul class="govuk-list govuk-list--bullet">
      {own.map((outcome) => (
        <li>
          <Link href={onDay(outcomePath(outcome), visit)}>
            {outcome.number}. {outcome.title}
          </Link>
        </li>
      ))}
    </ul>
  );
  const unthemed = outcomes.filter(({ theme }) => theme === undefined);
  const taken = themes.flatMap((theme) => {
    const own = outcomes.filter((outcome) => outcome.theme === theme.number);
    return own.length === 0 ? [] : [{ theme, own }];
  });
  return (
    <Section title="What it is for" id="outcomes">
      {unthemed.length > 0 && listed(unthemed)}
      {taken.map(({ theme, own }) => (
        <Details summary={`${theme.title} (${own.length})`}>{listed(own)}</Details>
      ))}
    </Section>
  );
}
