import type { Page, Visit } from '#platform/http';
import { formatDate, londonDate } from '#platform/kernel';
import { Button, DataTable, Link, Prose, Tag, Text } from '#platform/ui';
import {
  AnotherDay,
  AsOf,
  Choice,
  filesOf,
  home,
  KeepDay,
  namedOptions,
  onDay,
  wordOptions,
} from '#platform/web';
import { consultationPath } from '../../domain/consultation/consultation.ts';
import type { ConsultationAt } from '../../queries/consultations/consultation-at.ts';
import { closing, StandingTag, standingTitles } from './words.tsx';

export type ListAsked = Readonly<{ body: string; standing: string; place: string }>;
type Named = ReadonlyMap<string, Readonly<{ id: string; name: string }>>;

/** Every consultation, where it stands, and how many answered. */
export const listPage = (
  shown: readonly ConsultationAt[],
  { bodies, places }: Readonly<{ bodies: Named; places: Named }>,
  asked: ListAsked,
  visit: Visit,
  changesAt: Date | undefined,
): Page => ({
  title: 'Consultations',
  description: 'What councils ask before they decide, who answered, and what changed because of it.',
  section: 'agreements',
  breadcrumbs: [home, { text: 'Agreements', href: '/agreements' }, { text: 'Consultations' }],
  changesAt,
  main: (
    <>
      <Prose>
        <AsOf visit={visit} />
        <Text lead>
          What is asked before it is decided. Each consultation says by when it will tell what became of the
          answers, and is shown as late when it does not.
        </Text>
      </Prose>
      <form class="accord-filter" method="get" action="/consultations">
        <KeepDay visit={visit} />
        <Choice
          name="body"
          label="Who asks"
          every="Any body"
          chosen={asked.body}
          options={namedOptions(bodies.values())}
        />
        <Choice
          name="place"
          label="Place"
          every="Any place"
          chosen={asked.place}
          options={namedOptions(places.values())}
        />
        <Choice
          name="standing"
          label="Where it stands"
          every="Anywhere"
          chosen={asked.standing}
          options={wordOptions(standingTitles)}
        />
        <Button variant="secondary">Show these</Button>
      </form>
      <DataTable
        caption="Consultations"
        captionHidden
        rows={shown}
        columns={[
          {
            title: 'Consultation',
            cell: ({ consultation }) => (
              <>
                <Link href={onDay(consultationPath(consultation), visit)}>{consultation.title}</Link>{' '}
                {consultation.isIllustrative && <Tag colour="purple">Illustrative</Tag>}
              </>
            ),
          },
          {
            title: 'Who asks',
            cell: ({ consultation }) => bodies.get(consultation.bodyId)?.name ?? consultation.bodyId,
          },
          { title: 'Where it stands', cell: ({ standing }) => <StandingTag standing={standing} /> },
          {
            title: 'Closes',
            cell: ({ consultation, standing }) =>
              standing.standing === 'open'
                ? closing(consultation, standing.closesAt)
                : formatDate(londonDate(consultation.closesAt)),
          },
          {
            title: 'Responses',
            numeric: true,
            cell: ({ result }) => result?.tally.responses ?? 'Not counted yet',
          },
        ]}
        empty="There is no consultation of this kind."
        narrow="stack"
        downloads={filesOf(`/consultations${queryOf(asked)}`, visit)}
      />
      <AnotherDay visit={visit} />
    </>
  ),
});

function queryOf(asked: ListAsked): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''));
  return query.size === 0 ? '' : `?${query.toString()}`;
}
