import type { Dataset, Page, Visit } from '#platform/http';
import { plural } from '#platform/kernel';
import { DataTable, Link, Prose, Text } from '#platform/ui';
import { AnotherDay, AsOf, filesOf, home, onDay } from '#platform/web';
import { agreementPath } from '../../domain/agreement/agreement.ts';
import { outcomePath } from '../../domain/framework/framework.ts';
import type { Chapter, Chapters } from '../../queries/agreements/chapters.ts';
import { firstChange } from './first-change.ts';
import { AddingUpPart } from './page/adding-up-part.tsx';
import { StandingTag } from './standing-tag.tsx';

/** Every chapter of an agreement: whose place it is, what it takes on, and how they add up to the whole. */
export function chaptersPage({ whole, chapters, addedUp }: Chapters, visit: Visit, at: Date): Page {
  const { agreement, version, bodies } = whole;
  const path = agreementPath(agreement);
  return {
    title: 'Chapters of places',
    caption: version.title,
    description: `Which places have a chapter of their own in ${version.title}, and how their targets add up to it.`,
    section: 'agreements',
    breadcrumbs: [
      home,
      { text: 'Agreements', href: onDay('/agreements', visit) },
      { text: version.title, href: onDay(path, visit) },
      { text: 'Chapters' },
    ],
    changesAt: firstChange([whole, ...chapters], visit, at),
    main: (
      <>
        <Prose>
          <AsOf visit={visit} />
          <Text>
            A chapter is a district’s own part: which outcomes of the agreement it takes, and its own targets
            and actions towards them.
          </Text>
        </Prose>
        <DataTable
          caption="Chapters"
          captionHidden
          rows={chapters}
          columns={[
            { title: 'Place', cell: ({ place }) => place },
            {
              title: 'Chapter',
              cell: (chapter) => (
                <>
                  <Link href={onDay(agreementPath(chapter.agreement), visit)}>{chapter.version.title}</Link>{' '}
                  <StandingTag standing={chapter.standing} />
                </>
              ),
            },
            { title: 'Outcomes it takes', cell: (chapter) => <Taken chapter={chapter} visit={visit} /> },
            { title: 'Its own', cell: sayOwn },
          ]}
          empty="No chapter of a place is recorded."
          narrow="stack"
          downloads={filesOf(`${path}/chapters`, visit)}
        />
        <AddingUpPart shown={{ agreement, addedUp, bodies }} visit={visit} />
        <AnotherDay visit={visit} />
      </>
    ),
  };
}

const Taken = ({ chapter: { outcomes }, visit }: Readonly<{ chapter: Chapter; visit: Visit }>) =>
  outcomes.length === 0 ? (
    <>All of the agreement’s</>
  ) : (
    <ul class="govuk-list">
      {outcomes.map((outcome) => (
        <li>
          <Link href={onDay(outcomePath(outcome), visit)}>{outcome.title}</Link>
        </li>
      ))}
    </ul>
  );

function sayOwn({ targets, targetsOfWhole, actions }: Chapter): string {
  const part = targets === 0 ? '' : `, ${targetsOfWhole} of them part of one of the whole`;
  return `${plural(targets, 'target')}${part}; ${plural(actions, 'action')}`;
}

/** The same as a file. */
export const chaptersDataset = ({ whole: { agreement }, chapters }: Chapters): Dataset => ({
  name: `chapters-${agreement.id}`,
  columns: [
    { key: 'place', title: 'Place' },
    { key: 'placeName', title: 'Place name' },
    { key: 'chapter', title: 'Chapter' },
    { key: 'title', title: 'Title' },
    { key: 'standing', title: 'Standing' },
    { key: 'outcomes', title: 'Outcomes it takes' },
    { key: 'targets', title: 'Targets of its own' },
    { key: 'targetsOfWhole', title: 'Targets that are part of one of the whole' },
    { key: 'actions', title: 'Actions of its own' },
    { key: 'page', title: 'Page' },
  ],
  rows: chapters.map((chapter) => ({
    place: chapter.agreement.placeId ?? null,
    placeName: chapter.place,
    chapter: chapter.agreement.id,
    title: chapter.version.title,
    standing: chapter.standing.standing,
    outcomes: chapter.outcomes.map(({ id }) => id).join(' '),
    targets: chapter.targets,
    targetsOfWhole: chapter.targetsOfWhole,
    actions: chapter.actions,
    page: agreementPath(chapter.agreement),
  })),
  source: 'The agreements and targets recorded on Accord',
});
