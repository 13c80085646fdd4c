import type { Money } from '#platform/kernel';
import { BarChart, Bullets, Button, DataTable, KeyFigures, Link, Prose, Select, Text } from '#platform/ui';
import { filesOf, Section } from '#platform/web';
import { perHead, sumOver, tenthsOfPercent } from '../../domain/outturn/outturn.ts';
import { linesOf, type OutturnBook, peopleOf, type Served } from '../../queries/outturn/outturn-page.ts';
import { asPounds, inShort, roundly } from '../explore/money-words.tsx';
import { type OutturnAsked, shows } from './asked.ts';
import {
  amountOr,
  changed,
  OverTheYears,
  PeopleSource,
  percent,
  ServicesTable,
  WhatChanged,
} from './parts.tsx';
import { bodyOutturnPath, outturnPath } from './paths.ts';

type Props = Readonly<{ book: OutturnBook; asked: OutturnAsked; visit: Parameters<typeof filesOf>[1] }>;

/** What services cost all councils of the register, council by council and service by service. */
export function CountyOutturn({ book, asked, visit }: Props) {
  const { outturn, councils, others } = book;
  const { year, line } = asked;
  const people = peopleOf(councils);
  const services = sumOver(outturn, year, 'all-services', councils);
  const everybody = sumOver(outturn, year, 'net-current', [...councils, ...others]);
  const title = outturn.lines.find(({ id }) => id === line)?.title ?? line;
  return (
    <>
      <Prose>
        <Text lead>
          What services cost each council, as it returned it to the government: net of its fees, charges and
          other income, before grants and council tax.
        </Text>
      </Prose>
      <Questions book={book} asked={asked} />
      <KeyFigures
        figures={[
          {
            label: `All services of ${services.known} councils, ${year}`,
            value: services.amount === undefined ? 'not known' : inShort(asPounds(services.amount)),
          },
          {
            label: 'For each person',
            value: amountOr(perHead(services.amount, people)),
          },
          {
            label: `With fire and police, as far as returns are held (${everybody.known} of ${everybody.asked})`,
            value: everybody.amount === undefined ? 'not known' : inShort(asPounds(everybody.amount)),
            detail: <Link href="#total">What is not in it</Link>,
          },
        ]}
      />
      <Section title={`${title}, ${year}, by council`} id="by-council">
        <ByCouncil book={book} asked={asked} title={title} />
        <CouncilsTable book={book} asked={asked} visit={visit} title={title} />
        <Prose>
          <PeopleSource people={book.people} />
        </Prose>
      </Section>
      <Section title={`Services of all councils together, ${year}`} id="by-service">
        <ServicesTable
          caption={`Net cost of services of all councils together, ${year}`}
          lines={linesOf(book, year, councils, people)}
          downloads={filesOf(outturnPath, visit)}
        />
      </Section>
      <Section title="Over the years" id="years">
        <OverTheYears outturn={outturn} line={line} filers={councils} of="all councils together" />
      </Section>
      <WhatChanged outturn={outturn} lines={outturn.lines.map(({ id }) => id)} />
      <CountyTotal book={book} year={year} />
    </>
  );
}

const Questions = ({ book: { outturn }, asked }: Pick<Props, 'book' | 'asked'>) => (
  <form method="get" action={outturnPath} class="accord-section">
    <div class="accord-filter">
      <Select
        id="year"
        name="year"
        label="Financial year"
        value={asked.year}
        items={outturn.years.map((year) => ({ value: year, text: year }))}
      />
      <Select
        id="service"
        name="service"
        label="Service"
        value={asked.line}
        items={outturn.lines.map(({ id, title }) => ({ value: id, text: title }))}
      />
      <Select
        id="show"
        name="show"
        label="Shown as"
        value={asked.show}
        items={Object.entries(shows).map(([value, text]) => ({ value, text }))}
      />
      <Button type="submit" variant="secondary">
        Show
      </Button>
    </div>
  </form>
);

function ByCouncil({ book, asked, title }: Pick<Props, 'book' | 'asked'> & Readonly<{ title: string }>) {
  const { outturn, councils } = book;
  const valueOf = (council: Served): number | undefined => {
    const amount = outturn.amount(asked.year, council.code, asked.line);
    if (asked.show === 'share') return shareOf(book, asked, council);
    const shown = asked.show === 'per-head' ? perHead(amount, council.people) : amount;
    return shown === undefined ? undefined : asPounds(shown);
  };
  const bars = councils
    .map((council) => ({ label: council.name, value: valueOf(council) }))
    .toSorted((a, b) => (b.value ?? -Infinity) - (a.value ?? -Infinity));
  const [most] = bars;
  const format = asked.show === 'share' ? (tenths: number) => percent(tenths) : inShort;
  return (
    <BarChart
      id="councils"
      title={`${title}, ${asked.year}: ${shows[asked.show].toLowerCase()}`}
      description={
        most?.value === undefined
          ? 'No figure is held.'
          : `${most.label} has the most, ${format(most.value)}. County, district and unitary councils have different duties: a county council’s figure is not to be held against a district’s. Below nought, income was more than the cost.`
      }
      bars={bars}
      labelTitle="Council"
      valueTitle={shows[asked.show]}
      format={format}
      source={{ text: outturn.source }}
    />
  );
}

const shareOf = ({ outturn }: OutturnBook, { year, line }: OutturnAsked, { code }: Served) =>
  tenthsOfPercent(outturn.amount(year, code, line), outturn.amount(year, code, 'all-services'));

function CouncilsTable({ book, asked, visit, title }: Props & Readonly<{ title: string }>) {
  const { outturn, councils } = book;
  const before = outturn.years[outturn.years.indexOf(asked.year) - 1];
  const amount = (council: Served, year: string | undefined): Money | undefined =>
    year === undefined ? undefined : outturn.amount(year, council.code, asked.line);
  return (
    <DataTable
      caption={`${title} by council, ${asked.year}`}
      rows={councils}
      columns={[
        {
          title: 'Council',
          cell: ({ bodyId, name }) => <Link href={bodyOutturnPath(bodyId ?? '')}>{name}</Link>,
        },
        { title: 'Net cost', numeric: true, cell: (council) => amountOr(amount(council, asked.year)) },
        {
          title: 'Per head',
          numeric: true,
          cell: (council) => {
            const each = perHead(amount(council, asked.year), council.people);
            return each === undefined ? 'not known' : roundly(each);
          },
        },
        {
          title: 'Share of its services',
          numeric: true,
          cell: (council) => percent(shareOf(book, asked, council)),
        },
        ...(before === undefined
          ? []
          : [
              {
                title: `Since ${before}`,
                numeric: true,
                cell: (council: Served) => changed(amount(council, asked.year), amount(council, before)),
              },
            ]),
      ]}
      empty="No council’s return is held."
      downloads={filesOf(outturnPath, visit)}
    />
  );
}

/** The county’s public spending as far as returns are held, and all that is not in it. */
function CountyTotal({
  book: { outturn, councils, others },
  year,
}: Readonly<{ book: OutturnBook; year: string }>) {
  const all = sumOver(outturn, year, 'net-current', [...councils, ...others]);
  const without = [...councils, ...others].filter(
    ({ code }) => outturn.amount(year, code, 'net-current') === undefined,
  );
  return (
    <Section title="All public spending of the county, as far as the figures go" id="total">
      <Prose>
        <Text>
          {`${amountOr(all.amount)} in ${year}: net current expenditure of ${all.known} of ${all.asked} authorities, housing benefit and parish precepts included.`}
        </Text>
        {without.length > 0 && (
          <Text>{`Not held for this year: ${without.map(({ name }) => name).join('; ')}.`}</Text>
        )}
        <Text>It is not all that is spent in public in the county. Not in it are:</Text>
        <Bullets
          items={[
            'what the government spends itself: pensions and benefits but housing benefit, defence, trunk roads, courts',
            'the National Health Service',
            'academies and colleges, which the government pays',
            'capital: what is built and bought to last, and council housing, which has an account of its own',
            'interest, and money put by for repaying loans',
            'parish and town councils beyond what they raise through council tax; drainage boards; the Environment Agency',
            'what fees and charges paid for: figures are net of them',
          ]}
        />
        <Text>
          Payments of one authority to another are taken to be in one of them alone, as the return asks. That
          was not checked.
        </Text>
      </Prose>
    </Section>
  );
}
