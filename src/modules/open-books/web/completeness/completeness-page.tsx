import type { Visit } from '#platform/http';
import { formatDate } from '#platform/kernel';
import { DataTable, InsetText, Link, Prose, Text } from '#platform/ui';
import { AnotherDay, AsOf, filesOf, onDay, Section } from '#platform/web';
import type { Duty } from '../../domain/completeness/completeness.ts';
import { monthsInWords } from '../../domain/release/months-covered.ts';
import type { Completeness, OwedLine } from '../../queries/completeness/completeness.ts';
import { DutiesPart } from './duties-part.tsx';
import { bodyCompletenessPath, completenessPath } from './paths.ts';
import { OwedTag } from './standing.tsx';

type Props = Completeness & Readonly<{ isUnderWay: boolean; visit: Visit }>;

/** As many periods as there is room for beside each other; a council’s own page shows more. */
const columnsShown = 4;

/** Every council and what it owes, the latest periods beside each other. */
export const AllCompleteness = ({ duties, lines, isUnderWay, visit }: Props) => (
  <>
    <AsOf visit={visit} />
    <Prose>
      <Text lead>
        What each council owes by the Transparency Code, what it published here, and how late. Where nothing
        is published here, that is all this page knows: a council may have published elsewhere.
      </Text>
      {lines.some(({ isIllustrative }) => isIllustrative) && (
        <InsetText>
          <strong>Illustrative.</strong> What is marked so was made up to show how this works: no council
          published it.
        </InsetText>
      )}
    </Prose>
    {duties
      .filter(({ dataset }) => dataset !== undefined)
      .map((duty) => (
        <DutyTable
          duty={duty}
          lines={lines.filter((line) => line.duty.id === duty.id)}
          isUnderWay={isUnderWay}
          visit={visit}
        />
      ))}
    <DutiesPart duties={duties} visit={visit} />
    <AnotherDay visit={visit} />
  </>
);

function DutyTable({
  duty,
  lines,
  isUnderWay,
  visit,
}: Readonly<{ duty: Duty; lines: readonly OwedLine[]; isUnderWay: boolean; visit: Visit }>) {
  const bodies = [...new Map(lines.map(({ body }) => [body.id, body])).values()];
  const periods = [...new Map(lines.map(({ owed }) => [owed.from, owed])).values()].slice(0, columnsShown);
  return (
    <Section title={duty.title} id={duty.id}>
      <DataTable
        caption={`${duty.title}: what each council published of the last ${periods.length} ${duty.every}s`}
        captionHidden
        rows={bodies}
        columns={[
          {
            title: 'Council',
            cell: ({ id, name }) => <Link href={onDay(bodyCompletenessPath(id), visit)}>{name}</Link>,
          },
          ...periods.map((owed) => ({
            title: `${monthsInWords(owed)}, due ${formatDate(owed.due)}`,
            cell: ({ id }: OwedLine['body']) => {
              const line = lines.find((each) => each.body.id === id && each.owed.from === owed.from);
              return line === undefined ? (
                'Not owed'
              ) : (
                <OwedTag
                  standing={line.standing}
                  isIllustrative={line.isIllustrative}
                  isUnderWay={isUnderWay}
                />
              );
            },
          })),
        ]}
        empty="No council owes it on this day."
        narrow="stack"
        downloads={filesOf(completenessPath, visit)}
      />
    </Section>
  );
}
