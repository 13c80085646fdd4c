import { page, type Reply, type Visit } from '#platform/http';
import { londonDate } from '#platform/kernel';
import type { Services } from '#platform/module';
import { Button, DataTable, Link, Pagination, Tag, Text, TextInput } from '#platform/ui';
import { type BodyLine, everyBody } from '#modules/register';
import { AnotherDay, AsOf, Choice, Day, filesOf, home, namedOptions, onDay } from '#platform/web';
import { changesAt } from '../../../domain/decision/changes-at.ts';
import { decisionPath } from '../../../domain/decision/decision.ts';
import {
  type CallInFilter,
  type CallInLine,
  type CallInsPage,
  listCallIns,
} from '../../../queries/call-in/call-ins-list.ts';
import { momentOn } from '../../../queries/standings.ts';
import { outcomeInWords, outcomeTag } from './outcome-words.ts';
import { filterQuery, pageAsked, readFilter } from './read-filter.ts';

const path = '/decisions/call-ins';
const pageLength = 25;

/** Every call-in that was made, by council and year, with what became of it. */
export async function callInsPage({ database, clock }: Services, visit: Visit): Promise<Reply> {
  const { on, today } = visit;
  const at = momentOn({ on, today, now: clock.now() });
  const filter = readFilter(visit);
  const [list, bodies] = await Promise.all([
    listCallIns(database, filter, { at, skip: (pageAsked(visit) - 1) * pageLength, limit: pageLength }),
    everyBody(database, { on }),
  ]);
  return page({
    title: 'Call-ins',
    description: 'Decisions that members of a council called in, and what became of them.',
    section: 'decisions',
    breadcrumbs: [home, { text: 'Decisions', href: onDay('/decisions', visit) }, { text: 'Call-ins' }],
    changesAt: on === today ? firstChangeOf(list.lines, at) : undefined,
    main: <CallIns list={list} filter={filter} bodies={bodies} visit={visit} />,
  });
}

/** The next moment at which one of them stands otherwise though nobody acts. */
export const firstChangeOf = (lines: readonly CallInLine[], at: Date): Date | undefined =>
  lines
    .flatMap(({ standing }) => changesAt(standing, at) ?? [])
    .toSorted((a, b) => a.getTime() - b.getTime())[0];

type Shown = Readonly<{
  list: CallInsPage;
  filter: CallInFilter;
  bodies: readonly BodyLine[];
  visit: Visit;
}>;

function CallIns({ list, filter, bodies, visit }: Shown) {
  const names = new Map(bodies.map(({ id, name }) => [id, name]));
  const shown = pageAsked(visit);
  const at = (number: number) => onDay(`${path}${filterQuery(filter, number)}`, visit);
  return (
    <>
      <AsOf visit={visit} />
      <Text lead>
        Members of a council can stop a decision of its executive until scrutiny has heard it. These are the
        decisions that were called in, and what became of them.
      </Text>
      <Filter filter={filter} bodies={bodies} />
      <DataTable
        caption="Decisions called in, the latest first"
        rows={list.lines}
        columns={[
          {
            title: 'Decision',
            cell: ({ decision }) => <Link href={onDay(decisionPath(decision), visit)}>{decision.title}</Link>,
          },
          { title: 'Council', cell: ({ decision }) => names.get(decision.bodyId) ?? decision.bodyId },
          { title: 'Called in on', cell: ({ calledInAt }) => <Day on={londonDate(calledInAt)} /> },
          { title: 'Members', cell: ({ members }) => members, numeric: true },
          {
            title: 'Stands',
            cell: (line) => <Tag colour={outcomeTag(line).colour}>{outcomeTag(line).text}</Tag>,
          },
          { title: 'What became of it', cell: (line) => outcomeInWords(line) },
        ]}
        empty="No call-in is recorded here for this."
        downloads={filesOf(`${path}${filterQuery(filter)}`, visit)}
        narrow="stack"
      />
      {(list.hasMore || shown > 1) && (
        <Pagination
          previous={shown > 1 ? { href: at(shown - 1) } : undefined}
          next={list.hasMore ? { href: at(shown + 1) } : undefined}
        />
      )}
      <AnotherDay visit={visit} />
    </>
  );
}

const Filter = ({ filter, bodies }: Readonly<{ filter: CallInFilter; bodies: readonly BodyLine[] }>) => (
  <form method="get" action={path}>
    <div class="accord-filter">
      <Choice
        name="body"
        label="Council"
        every="Every council"
        chosen={filter.bodyId}
        options={namedOptions(bodies)}
      />
      <TextInput
        id="year"
        name="year"
        label="Year decided"
        value={filter.year === undefined ? '' : String(filter.year)}
        inputmode="numeric"
        class="govuk-input--width-4"
      />
    </div>
    <Button variant="secondary">Show</Button>
  </form>
);
