import { listInWords } from '#platform/kernel';
import { WarningText } from '#platform/ui';
import type { Standing } from '../../domain/decision/clause-standing.ts';
import type { CallInShown } from '../../queries/call-in/call-in-shown.ts';

const stops: ReadonlySet<Standing['standing']> = new Set(['called-in', 'referred-back', 'before-council']);

/** Which clauses a call-in stops, and which go on all the same; nothing where none is stopped. */
export function Stopped({ callIn: { standing } }: Readonly<{ callIn: CallInShown }>) {
  const stopped = standing.clauses.filter((each) => stops.has(each.standing.standing));
  const others = standing.clauses.filter((each) => !stops.has(each.standing.standing));
  if (stopped.length === 0) return null;
  return (
    <WarningText>
      {named(stopped)} {stopped.length === 1 ? 'is' : 'are'} stopped by the call-in.
      {others.length > 0 && ` ${named(others)} ${others.length === 1 ? 'is' : 'are'} not.`}
    </WarningText>
  );
}

const named = (clauses: readonly Readonly<{ clause: Readonly<{ number: string }> }>[]): string =>
  `${clauses.length === 1 ? 'Clause' : 'Clauses'} ${listInWords(clauses.map(({ clause }) => clause.number))}`;
