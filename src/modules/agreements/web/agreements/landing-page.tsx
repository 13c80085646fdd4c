import type { Page, Visit } from '#platform/http';
import { plural } from '#platform/kernel';
import { Bullets, Button, KeyFigures, Link, Prose } from '#platform/ui';
import {
  AnotherDay,
  AsOf,
  Choice,
  filesOf,
  home,
  KeepDay,
  namedOptions,
  onDay,
  Section,
  wordOptions,
} from '#platform/web';
import type { BodyLine } from '#modules/register';
import { agreementKinds } from '../../domain/agreement/agreement.ts';
import type { AgreementAt } from '../../queries/agreements/agreement-at.ts';
import type { Progress } from '../../queries/progress/overview.ts';
import { InShort } from '../progress/told.tsx';
import { AgreementsTable } from './agreements-table.tsx';
import { standingTitles } from './words.ts';

export type ListAsked = Readonly<{ body: string; kind: string; standing: string }>;

/** The ways on from the area of agreements: what each page tells. */
const ways = [
  ['/progress', 'How it goes', 'What is on track and what is not, by body, theme and district'],
  ['/commitments', 'Commitments', 'What was promised in words, by whom, and what is known of it'],
  ['/indicators', 'Indicators', 'What is measured, how, and by whom'],
  ['/frameworks', 'Outcomes and frameworks', 'What the agreements are for'],
  ['/consultations', 'Consultations', 'What people said when they were asked, and what changed'],
  ['/reports', 'Reports', 'The quarter, frozen as it was published'],
  ['/timeliness', 'Timeliness', 'Who brings figures on time'],
] as const;

type Landing = Readonly<{
  shown: readonly AgreementAt[];
  every: readonly AgreementAt[];
  progress: Progress;
  bodies: readonly BodyLine[];
  asked: ListAsked;
  visit: Visit;
  changesAt: Date | undefined;
}>;

/** The door of the whole area: what is in force, in which stage, what is off track, and the ways on. */
export const landingPage = ({ shown, every, progress, bodies, asked, visit, changesAt }: Landing): Page => ({
  title: 'Agreements',
  description: 'What councils and their partners promised together, who signed it, and how it goes.',
  section: 'agreements',
  breadcrumbs: [home, { text: 'Agreements' }],
  changesAt,
  main: (
    <>
      <Prose>
        <AsOf visit={visit} />
        <p class="govuk-body-l">
          What councils and their partners promised together: who signed it, what it is for, where it stands,
          and how it goes.
        </p>
        <KeyFigures
          figures={(['in-force', 'out-to-sign', 'past-term'] as const).map((standing) => ({
            label: standingTitles[standing],
            value: String(every.filter((each) => each.standing.standing === standing).length),
            detail: `of ${plural(every.length, 'agreement')} on record`,
          }))}
        />
        <Section title="What to see">
          <Bullets
            items={ways.map(([href, text, says]) => (
              <>
                <Link href={onDay(href, visit)}>{text}</Link>. {says}.
              </>
            ))}
          />
        </Section>
      </Prose>
      {progress.lines.length > 0 && (
        <Section title="How it goes">
          <InShort progress={progress} more="/progress" visit={visit} />
        </Section>
      )}
      <Filter bodies={bodies} asked={asked} visit={visit} />
      <AgreementsTable
        caption="Agreements on record"
        agreements={shown}
        visit={visit}
        empty="There is no agreement of this kind on record."
        downloads={filesOf(`/agreements${queryOf(asked)}`, visit)}
      />
      <AnotherDay visit={visit} />
    </>
  ),
});

const Filter = ({
  bodies,
  asked,
  visit,
}: Readonly<{ bodies: readonly BodyLine[]; asked: ListAsked; visit: Visit }>) => (
  <form method="get" action="/agreements" class="accord-filter">
    <KeepDay visit={visit} />
    <Choice name="body" label="Body" every="Every body" chosen={asked.body} options={namedOptions(bodies)} />
    <Choice
      name="kind"
      label="Kind"
      every="Every kind"
      chosen={asked.kind}
      options={wordOptions(agreementKinds)}
    />
    <Choice
      name="standing"
      label="Where it stands"
      every="Anywhere"
      chosen={asked.standing}
      options={wordOptions(standingTitles)}
    />
    <Button variant="secondary">Show</Button>
  </form>
);

function queryOf(asked: ListAsked): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''));
  return query.size === 0 ? '' : `?${query.toString()}`;
}
