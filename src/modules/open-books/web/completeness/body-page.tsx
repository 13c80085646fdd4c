import type { Visit } from '#platform/http';
import { formatCount, formatDate } from '#platform/kernel';
import { DataTable, Link, Prose, Text } from '#platform/ui';
import { AnotherDay, AsOf, filesOf, onDay } from '#platform/web';
import { monthsInWords } from '../../domain/release/months-covered.ts';
import { releasePath } from '../../domain/release/release-path.ts';
import type { Completeness } from '../../queries/completeness/completeness.ts';
import { DutiesPart } from './duties-part.tsx';
import { bodyCompletenessPath, completenessPath } from './paths.ts';
import { OwedTag } from './standing.tsx';

type Props = Completeness & Readonly<{ bodyId: string; isUnderWay: boolean; visit: Visit }>;

/** What one council owes, period by period. */
export const BodyCompleteness = ({ duties, lines, bodyId, isUnderWay, visit }: Props) => (
  <>
    <AsOf visit={visit} />
    <Prose>
      <Text>
        What is published here is known; what the council published elsewhere is not. Below are the latest two
        years, and earlier periods of which something is published; the files to take away hold every period
        since the duty began. <Link href={onDay(completenessPath, visit)}>All councils</Link>
      </Text>
    </Prose>
    <DataTable
      caption="What it owes and what it published"
      captionHidden
      rows={lines}
      columns={[
        { title: 'Data', cell: ({ duty }) => duty.title },
        { title: 'Of', cell: ({ owed }) => monthsInWords(owed) },
        { title: 'Due', cell: ({ owed }) => formatDate(owed.due) },
        {
          title: 'Standing',
          cell: ({ standing, isIllustrative }) => (
            <OwedTag standing={standing} isIllustrative={isIllustrative} isUnderWay={isUnderWay} />
          ),
        },
        {
          title: 'Published on',
          cell: ({ standing }) =>
            standing.is === 'published'
              ? formatDate(standing.on)
              : standing.is === 'in-part'
                ? 'in part'
                : 'not published',
        },
        {
          title: 'Days late',
          numeric: true,
          cell: ({ standing }) =>
            standing.is === 'not-due' ? 'not due' : formatCount(Math.max(0, standing.daysLate)),
        },
        {
          title: 'Releases',
          cell: ({ releases }) =>
            releases.length === 0
              ? 'none'
              : releases.map((release) => (
                  <div>
                    <Link href={onDay(releasePath(release.id), visit)}>
                      {`${monthsInWords({ from: release.periodFrom, to: release.periodTo })}, version ${release.version}`}
                    </Link>
                  </div>
                )),
        },
      ]}
      empty="It owes nothing on this day."
      narrow="stack"
      downloads={filesOf(bodyCompletenessPath(bodyId), visit)}
    />
    <DutiesPart duties={duties} visit={visit} />
    <AnotherDay visit={visit} />
  </>
);
