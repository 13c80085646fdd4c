import type { Page, Visit } from '#platform/http';
import { plural } from '#platform/kernel';
import { Button, DataTable, Link, Prose, Select, Text, Unseen } from '#platform/ui';
import { filesOf, KeepDay, onDay } from '#platform/web';
import {
  type Agreement,
  agreementPath,
  type AgreementVersion,
  capacities,
} from '../../domain/agreement/agreement.ts';
import { type ComparedSentence, compareVersions } from '../../domain/agreement/compare-versions.ts';
import type { TargetVersion } from '../../domain/target/target.ts';
import type { ComparedTarget } from '../../queries/agreements/compared-targets.ts';
import { agreementsTrail } from './agreement-page.tsx';
import { termInWords } from './term.ts';

export type Compared = Readonly<{
  agreement: Agreement;
  from: AgreementVersion;
  to: AgreementVersion;
  targets: readonly ComparedTarget[];
  nameOf(bodyId: string): string;
}>;

/** Two versions side by side: terms and parties, sentence by sentence, target by target. */
export function comparePage(compared: Compared, visit: Visit): Page {
  const { agreement, from, to, targets } = compared;
  const path = agreementPath(agreement);
  const sentences = sentencesOf(compared);
  const changed = sentences.filter(({ change }) => change !== 'same').length;
  const [earlier, later] = [`Version ${from.number}`, `Version ${to.number}`];
  return {
    title: `${later} compared with version ${from.number}`,
    caption: to.title,
    section: 'agreements',
    breadcrumbs: [
      ...agreementsTrail(visit),
      { text: to.title, href: onDay(path, visit) },
      { text: 'Compare versions' },
    ],
    main: (
      <>
        <Prose>
          <Text>
            {changed === 0
              ? 'Every sentence is the same.'
              : `${plural(changed, 'sentence')} of ${sentences.length} changed.`}{' '}
            {to.changed !== '' && `${to.changed} Why: ${to.reason}`}
          </Text>
          <Choose agreement={agreement} from={from} to={to} visit={visit} />
        </Prose>
        <DataTable
          caption="Terms and parties"
          rows={termsOf(compared)}
          columns={[
            { title: 'About', cell: ({ about }) => about },
            { title: earlier, cell: ({ before }) => before },
            { title: later, cell: ({ after }) => after },
          ]}
          empty="Neither has any."
          narrow="stack"
        />
        <DataTable
          caption="Sentence by sentence"
          rows={sentences}
          columns={[
            { title: 'What changed', cell: changeInWords },
            { title: earlier, cell: (row) => <Side row={row} gone="added" /> },
            { title: later, cell: (row) => <Side row={row} gone="removed" /> },
          ]}
          empty="Neither version has a text on record."
          narrow="stack"
          downloads={filesOf(`${path}/compare?from=${from.number}&to=${to.number}`, visit)}
        />
        <DataTable
          caption="Target by target"
          rows={targets}
          columns={[
            {
              title: 'Target',
              cell: ({ target, series }) => (
                <Link href={onDay(`/targets/${agreement.id}/${target.number}`, visit)}>
                  {target.number}. {series}
                </Link>
              ),
            },
            { title: earlier, cell: ({ before }) => targetInWords(before) },
            { title: later, cell: ({ after }) => targetInWords(after) },
          ]}
          empty="Neither version had a target."
          narrow="stack"
        />
        <Prose>
          <Text>
            <Link href={onDay(path, visit)}>See where the agreement stands</Link>
          </Text>
        </Prose>
      </>
    ),
  };
}

/** Principles and sentences of both versions, held against each other by their keys. */
export function sentencesOf({ from, to }: Pick<Compared, 'from' | 'to'>): readonly ComparedSentence[] {
  const whole = ({ principles, sections }: AgreementVersion) => [
    {
      key: 'principles',
      title: 'Principles',
      sentences: principles.map(({ number, text, cites }) => ({ key: `principle ${number}`, text, cites })),
    },
    ...sections,
  ];
  return compareVersions(whole(from), whole(to));
}

const changes = {
  same: 'The same',
  moved: 'Moved',
  reworded: 'Reworded',
  added: 'Added',
  removed: 'Removed',
} as const;

/** What became of a sentence, in words: “Reworded, and moved from “Money” to “Principles””. */
export function changeInWords(row: ComparedSentence): string {
  const moved = row.change === 'moved' || (row.change === 'reworded' && row.moved);
  if (!moved) return changes[row.change];
  const [was, is] = [row.before.section, row.after.section];
  const where = was === is ? 'within its part' : `from “${was}” to “${is}”`;
  return row.change === 'moved' ? `Moved ${where}` : `Reworded, and moved ${where}`;
}

/** One side of a sentence: its words, those that the other has not marked by the elements for it and not by colour alone. */
function Side({ row, gone }: Readonly<{ row: ComparedSentence; gone: 'added' | 'removed' }>) {
  const own = gone === 'added' ? row.before : row.after;
  if (own === undefined) return <span class="govuk-hint">Not in it</span>;
  if (row.change === 'removed') return <del>{own.sentence.text}</del>;
  if (row.change === 'added') return <ins>{own.sentence.text}</ins>;
  if (row.change !== 'reworded') return <>{own.sentence.text}</>;
  return (
    <>
      {row.words
        .filter(({ change }) => change !== gone)
        .map(({ change, text }) =>
          change === 'same' ? (
            text
          ) : (
            <>
              <Unseen>{change === 'added' ? 'Added: ' : 'Removed: '}</Unseen>
              {change === 'added' ? <ins>{text}</ins> : <del>{text}</del>}
              <Unseen> End. </Unseen>
            </>
          ),
        )}
    </>
  );
}

const Choose = ({
  agreement,
  from,
  to,
  visit,
}: Pick<Compared, 'agreement' | 'from' | 'to'> & Readonly<{ visit: Visit }>) => {
  const items = agreement.versions.map(({ number }) => ({
    value: String(number),
    text: `Version ${number}`,
  }));
  return (
    <form method="get" action={`${agreementPath(agreement)}/compare`} class="accord-filter">
      <KeepDay visit={visit} />
      <Select id="from" name="from" label="Compare" value={String(from.number)} items={items} />
      <Select id="to" name="to" label="With" value={String(to.number)} items={items} />
      <Button variant="secondary">Compare</Button>
    </form>
  );
};

function termsOf({ from, to, nameOf }: Compared) {
  const of = (version: AgreementVersion) => ({
    title: version.title,
    summary: version.summary,
    term: termInWords(version.term),
    framework: version.frameworkId ?? 'None',
    outcomes: version.outcomeIds.length === 0 ? 'All of them' : version.outcomeIds.join(', '),
  });
  const [before, after] = [of(from), of(to)];
  const parties = [...new Set([...from.parties, ...to.parties].map(({ bodyId }) => bodyId))];
  const capacityIn = (version: AgreementVersion, id: string) => {
    const party = version.parties.find(({ bodyId }) => bodyId === id);
    return party === undefined ? 'Not a party' : capacities[party.capacity];
  };
  return [
    { about: 'Title', before: before.title, after: after.title },
    { about: 'In short', before: before.summary, after: after.summary },
    { about: 'Term', before: before.term, after: after.term },
    { about: 'Framework', before: before.framework, after: after.framework },
    { about: 'Outcomes', before: before.outcomes, after: after.outcomes },
    ...parties.map((id) => ({ about: nameOf(id), before: capacityIn(from, id), after: capacityIn(to, id) })),
  ];
}

/** A target as a version has it: its lead, and what it sets year by year. */
export function targetInWords(version: TargetVersion | undefined): string {
  if (version === undefined) return 'Not in it';
  const { value, status } = version.baseline;
  const baseline = value === undefined ? `Baseline ${status}` : `Baseline ${value}`;
  return `${[baseline, ...version.values.map((each) => `${each.value} by ${each.period.to}`)].join('; ')} (version ${version.number})`;
}
