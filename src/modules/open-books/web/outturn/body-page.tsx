import { Details, DataTable, KeyFigures, Link, Prose, Text } from '#platform/ui';
import { filesOf, Section } from '#platform/web';
import { perHead } from '../../domain/outturn/outturn.ts';
import {
  linesOf,
  type OutturnBook,
  type outturnDetailOf,
  type Served,
} from '../../queries/outturn/outturn-page.ts';
import { asPounds, inShort } from '../explore/money-words.tsx';
import type { OutturnAsked } from './asked.ts';
import { amountOr, OverTheYears, peopleInWords, PeopleSource, ServicesTable, WhatChanged } from './parts.tsx';
import { bodyOutturnPath, outturnPath } from './paths.ts';

type Props = Readonly<{
  book: OutturnBook;
  council: Served;
  asked: OutturnAsked;
  detail: Awaited<ReturnType<typeof outturnDetailOf>>;
  visit: Parameters<typeof filesOf>[1];
}>;

/** What its services cost one council, year by year. */
export function BodyOutturn({ book, council, asked, detail, visit }: Props) {
  const { outturn } = book;
  const path = bodyOutturnPath(council.bodyId ?? '');
  const services = outturn.amount(asked.year, council.code, 'all-services');
  const lines = linesOf(book, asked.year, [council], council.people);
  return (
    <>
      <KeyFigures
        figures={[
          {
            label: `All its services, ${asked.year}`,
            value: services === undefined ? 'not known' : inShort(asPounds(services)),
          },
          {
            label: 'For each person',
            value: amountOr(perHead(services, council.people)),
            detail: peopleInWords(council.people),
          },
        ]}
      />
      <Section title={`Its services in ${asked.year}`} id="services">
        <ServicesTable
          caption={`Net cost of its services, ${asked.year}`}
          lines={lines}
          downloads={filesOf(path, visit)}
        />
        <Prose>
          <PeopleSource people={book.people} />
          <Text>
            Other years:{' '}
            {outturn.years.map((year, at) => (
              <>
                {at > 0 && ', '}
                {year === asked.year ? year : <Link href={`${path}?year=${year}`}>{year}</Link>}
              </>
            ))}
          </Text>
        </Prose>
      </Section>
      <Section title="Over the years" id="years">
        <OverTheYears outturn={outturn} line="all-services" filers={[council]} of={council.name} />
        <YearsTable book={book} council={council} visit={visit} />
      </Section>
      <WhatChanged
        outturn={outturn}
        lines={lines.filter(({ amount }) => amount !== undefined && amount !== 0n).map(({ line }) => line.id)}
      />
      {detail.lines.length > 0 && (
        <In2006 detail={detail} downloads={filesOf(`${outturnPath}/${council.bodyId}/lines`, visit)} />
      )}
      <Prose>
        <Text>
          <Link href={outturnPath}>All councils together</Link>
        </Text>
      </Prose>
    </>
  );
}

const YearsTable = ({ book: { outturn }, council, visit }: Pick<Props, 'book' | 'council' | 'visit'>) => (
  <DataTable
    caption={`Net cost of each service by year, in the money of each year, ${council.name}`}
    rows={outturn.lines.filter(({ id }) =>
      outturn.years.some((year) => (outturn.amount(year, council.code, id) ?? 0n) !== 0n),
    )}
    columns={[
      { title: 'Service', cell: ({ title }) => title },
      ...outturn.years.map((year) => ({
        title: year,
        numeric: true,
        cell: ({ id }: { id: string }) => {
          const amount = outturn.amount(year, council.code, id);
          return amount === undefined ? 'not known' : inShort(asPounds(amount));
        },
      })),
    ]}
    empty="No return is held."
    downloads={filesOf(`${outturnPath}/${council.bodyId}`, visit)}
    source={{ text: outturn.source }}
  />
);

const In2006 = ({
  detail: { source, note, lines },
  downloads,
}: Pick<Props, 'detail'> & Readonly<{ downloads: ReturnType<typeof filesOf> }>) => (
  <Section title="In 2006-07, line by line" id="detail">
    <Prose>
      <Text>{note}</Text>
    </Prose>
    <Details summary={`Show the ${lines.length} lines of its return`}>
      <DataTable
        caption="Lines of the return of 2006-07"
        captionHidden
        rows={lines}
        columns={[
          { title: 'Line', cell: ({ line }) => line },
          { title: 'Part of', cell: ({ block, part }) => (block === part ? block : `${block}: ${part}`) },
          { title: 'As returned', numeric: true, cell: ({ amount }) => amountOr(amount) },
        ]}
        empty="The return has no lines."
        downloads={downloads}
        source={{ text: source }}
      />
    </Details>
  </Section>
);
