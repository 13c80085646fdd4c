import { formatDate } from '#platform/kernel';
import { type Decision, decisionPath } from '../decision/decision.ts';
import type { Difference } from './findings.ts';
import type { ReadDecision } from './read-decisions.ts';

/** What a file says of a decision that stands, where the two differ. What the file leaves out is no difference. */
export function differencesOf(stands: Decision, { given, lines }: ReadDecision): readonly Difference[] {
  const differences: Difference[] = [];
  const compare = (what: string, standing: string, file: string) => {
    if (file === '' || standing === file) return;
    differences.push({
      line: lines[0] ?? 0,
      reference: stands.reference,
      path: decisionPath(stands),
      what,
      stands: standing,
      file,
    });
  };
  compare('Title', stands.title, given.title);
  compare('Decision maker', stands.decisionMaker, given.decisionMaker);
  compare('Date of decision', formatDate(stands.takenOn), formatDate(given.takenOn));
  compare('Date of publication', formatDate(stands.publishedOn), formatDate(given.published.on));
  compare('Key decision', yesNo(stands.isKey), yesNo(given.isKey));
  compare('Issue for decision', stands.issue, given.issue);
  compare('Reasons', stands.reasons, given.reasons);
  compare('Alternatives', (stands.alternatives ?? []).join('\n'), (given.alternatives ?? []).join('\n'));
  for (const clause of given.clauses) {
    const own = stands.clauses.find(({ number }) => number === clause.number);
    compare(`Clause ${clause.number}`, own?.text ?? '', clause.text);
    if (own !== undefined) compare(`Effect of clause ${clause.number}`, own.effect, clause.effect);
  }
  return differences;
}

const yesNo = (value: boolean): string => (value ? 'yes' : 'no');

/** The words of the correction that adds what the file says. The same difference always says the same. */
export const correctionOf = ({ what, file }: Difference): string =>
  `${what}, as the committee system it came from has it: “${file}”`;
