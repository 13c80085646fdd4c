import { formatMoney } from '#platform/kernel';
import { Tag } from '#platform/ui';
import type { CallInRule } from '../../../domain/call-in/rules.ts';
import { clauseEffects } from '../../../domain/decision/clause.ts';
import type { DecidedClause } from '../../../domain/decision/decision.ts';
import type { Standing } from '../../../domain/decision/clause-standing.ts';
import { standingInWords, standingTags } from '../../call-in/words.ts';

type ClauseStands = Readonly<{
  clause: DecidedClause;
  standing: Standing;
  /** The rules that are not known and were read at their most cautious. */
  assumed: readonly CallInRule[];
}>;

/** What was decided, paragraph by paragraph, and where each of them stands. */
export const ClausesPart = ({ clauses }: Readonly<{ clauses: readonly ClauseStands[] }>) => (
  <ol class="accord-clauses">
    {clauses.map((each) => (
      <ClauseStanding {...each} />
    ))}
  </ol>
);

/** One clause: its number, what it does, its words, and where it stands, since when and why. */
export function ClauseStanding({ clause, standing, assumed }: ClauseStands) {
  const { text, colour } = standingTags[standing.standing];
  return (
    <li class="accord-clause" id={`clause-${clauseAnchor(clause.number)}`}>
      <h3 class="accord-clause__head">
        <span class="accord-clause__number">{clause.number}</span>{' '}
        <span class="accord-clause__effect">{clauseEffects[clause.effect].title}</span>
      </h3>
      <div class="accord-clause__text">
        {clause.text.split('\n').map((line) => (
          <p class="govuk-body">{line}</p>
        ))}
        <Particulars clause={clause} />
      </div>
      <p class="accord-clause__standing">
        <Tag colour={colour}>{text}</Tag> {standingInWords(standing, assumed)}
      </p>
    </li>
  );
}

/** What the effect of a clause asks for: to whom and within what limits, how much, for which function. */
function Particulars({ clause }: Readonly<{ clause: DecidedClause }>) {
  const rows = [
    ...(clause.amount === undefined ? [] : [['Amount', formatMoney(clause.amount)] as const]),
    ...(clause.delegatedTo === undefined ? [] : [['Delegated to', clause.delegatedTo] as const]),
    ...(clause.limits === undefined ? [] : [['Within', clause.limits] as const]),
    ...(clause.function === undefined ? [] : [['Function', clause.function] as const]),
  ];
  if (rows.length === 0) return null;
  return (
    <ul class="govuk-list">
      {rows.map(([name, value]) => (
        <li>
          {name}: <strong>{value}</strong>
        </li>
      ))}
    </ul>
  );
}

/** A clause’s number as it can stand in an address: `3(i)` is `3-i`. */
export const clauseAnchor = (number: string): string =>
  number
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
