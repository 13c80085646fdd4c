import { type Actor, capitalise, type IsoDate } from '#platform/kernel';
import { Button, Heading, InsetText, Link, Prose, SummaryList, type SummaryRow, Text } from '#platform/ui';
import { covers } from '../../../domain/dated.ts';
import type { HoldingLine, OfficeLine } from '../../../queries/offices.ts';
import { officePage, periodInWords } from '#platform/web';
import { officeSlug, roleWords } from './office-words.ts';

/** Every office of one's own body, with what may be done about each. */
export function officesListPage(actor: Actor, lines: readonly OfficeLine[], today: IsoDate) {
  const path = `/bodies/${actor.bodyId}/offices`;
  const inOffice = lines.filter(({ office }) => covers(office, today));
  const others = lines.filter(({ office }) => !covers(office, today));
  const empty = inOffice.filter(({ heldBy }) => heldBy === undefined).length;
  return officePage(actor, [], {
    title: 'Offices and who holds them',
    main: (
      <Prose>
        <Text>
          What you enter here is public. An office that ends, and whoever held it, stays on record with its
          dates.
        </Text>
        {empty > 0 && (
          <InsetText>
            {empty === 1 ? 'For one office' : `For ${empty} offices`} it is not recorded who holds{' '}
            {empty === 1 ? 'it' : 'them'}.
          </InsetText>
        )}
        <Button href={`${path}/add`}>Add an office</Button>
        <Heading size="m">In office today</Heading>
        {inOffice.length === 0 && <Text>None is recorded.</Text>}
        {inOffice.map((line) => (
          <OfficeCard line={line} path={path} />
        ))}
        {others.length > 0 && (
          <>
            <Heading size="m">Ended, or still to begin</Heading>
            {others.map((line) => (
              <OfficeCard line={line} path={path} />
            ))}
          </>
        )}
        <Text>
          <Link href={`/bodies/${actor.bodyId}`}>See the page that the public sees</Link>
        </Text>
      </Prose>
    ),
  });
}

function OfficeCard({ line: { office, holdings }, path }: Readonly<{ line: OfficeLine; path: string }>) {
  const here = `${path}/${officeSlug(office.id)}`;
  const ending = office.until === undefined ? [{ href: `${here}/end`, children: 'End' }] : [];
  return (
    <SummaryList
      card={{
        title: office.title,
        headingLevel: 3,
        actions: [{ href: `${here}/holdings/add`, children: 'Record a holder' }, ...ending],
      }}
      rows={[
        { key: 'Dates', value: capitalise(periodInWords(office.from, office.until)) },
        {
          key: 'May act in Accord as',
          value: office.role === undefined ? 'Nobody: a seat only' : roleWords[office.role],
        },
        ...(holdings.length === 0
          ? [{ key: 'Held by', value: 'Not recorded' }]
          : holdings.map((holding) => holdingRow(holding, here))),
      ]}
    />
  );
}

const holdingRow = ({ holding, holder, onBehalfOf }: HoldingLine, here: string): SummaryRow => ({
  key: 'Held by',
  value: {
    children: (
      <>
        {holder}
        {onBehalfOf !== undefined && <>, for {onBehalfOf.name}</>}
        <br />
        {capitalise(periodInWords(holding.from, holding.until))}
      </>
    ),
  },
  actions: [
    {
      href: `${here}/holdings/${holding.id}`,
      children: 'End or correct',
      visuallyHiddenText: `how ${holder} holds it`,
    },
  ],
});
