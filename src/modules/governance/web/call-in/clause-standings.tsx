import { DataTable, Tag } from '#platform/ui';
import type { CallInShown } from '../../queries/call-in/call-in-shown.ts';
import { standingInWords, standingTags } from './words.ts';

/** Where each clause is, in words: a call-in stops the executive ones, and the others go on. */
export function ClauseStandings({ callIn }: Readonly<{ callIn: CallInShown }>) {
  return (
    <DataTable
      caption="Where each clause stands"
      rows={callIn.standing.clauses}
      columns={[
        { title: 'Clause', cell: ({ clause }) => clause.number },
        {
          title: 'Standing',
          cell: ({ standing }) => {
            const { text, colour } = standingTags[standing.standing];
            return <Tag colour={colour}>{text}</Tag>;
          },
        },
        {
          title: 'Since when and why',
          cell: ({ standing }) => standingInWords(standing, callIn.standing.assumed),
        },
      ]}
      empty="The record has no numbered clause."
      narrow="stack"
    />
  );
}
