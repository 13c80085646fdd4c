import { DataTable, Link, Text } from '#platform/ui';
import { onDay } from '#platform/web';
import { agreementPath } from '../../../domain/agreement/agreement.ts';
import type { PartProps } from './part-props.ts';

/** The chapters of places: each has its own outcomes, targets and actions. */
export const ChaptersPart = ({ shown: { agreement, chapters }, visit }: PartProps) =>
  agreement.partOf !== undefined ? null : (
    <>
      <DataTable
        caption="Chapters of places"
        rows={chapters}
        columns={[
          { title: 'Place', cell: ({ place }) => place },
          {
            title: 'Chapter',
            cell: ({ chapter }) => (
              <Link href={onDay(agreementPath(chapter), visit)}>
                {(chapter.versions.at(-1) ?? chapter.versions[0]).title}
              </Link>
            ),
          },
        ]}
        empty="No chapter of a place is recorded."
        narrow="stack"
      />
      {chapters.length > 0 && (
        <Text>
          <Link href={onDay(`${agreementPath(agreement)}/chapters`, visit)}>The chapters side by side</Link>
        </Text>
      )}
    </>
  );
