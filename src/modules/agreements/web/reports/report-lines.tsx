import { DataTable, Heading, Link, Tag, Text } from '#platform/ui';
import { Section } from '#platform/web';
import { seriesAreaPath } from '../../domain/reading/reading-paths.ts';
import type { ReportLine } from '../../domain/report/report.ts';

/** What a report says of each series: first in a table, then each that is behind in full. */
export function ReportLines({
  lines,
  files,
}: Readonly<{ lines: readonly ReportLine[]; files?: Readonly<{ csv: string; json: string }> }>) {
  const people = lines.filter(({ concerns }) => concerns === 'population');
  const own = lines.filter(({ concerns }) => concerns === 'performance');
  const behind = lines.filter(({ status }) => /^(?:Off track|Just short)/.test(status));
  return (
    <>
      <Table
        title="For everybody"
        lines={people}
        empty="No outcome for everybody is part of this report."
        files={files}
      />
      <Table
        title="Bodies’ own work"
        lines={own}
        empty="Nothing of a body’s own work is part of this report."
        files={files}
      />
      {behind.length > 0 && (
        <Section title="What is off track or just short, and why">
          {behind.map((line) => (
            <div class="accord-section">
              <Heading
                level={3}
                size="s"
              >{`${line.title}, ${line.areaName}: ${line.status.toLowerCase()}`}</Heading>
              <Text>{line.because}</Text>
              <Text>{line.direction}</Text>
              {line.forecast !== '' && <Text>{line.forecast}</Text>}
              <Text>{line.story === '' ? 'No story is told of this figure.' : line.story}</Text>
            </div>
          ))}
        </Section>
      )}
    </>
  );
}

const Table = ({
  title,
  lines,
  empty,
  files,
}: Readonly<{
  title: string;
  lines: readonly ReportLine[];
  empty: string;
  files: Readonly<{ csv: string; json: string }> | undefined;
}>) => (
  <Section title={title}>
    <DataTable
      caption={title}
      captionHidden
      rows={lines}
      columns={[
        {
          title: 'What',
          cell: ({ title: what, areaName, isIllustrative, ...line }) => (
            <div>
              <Link href={seriesAreaPath(line)}>{what}</Link>
              <div class="govuk-hint govuk-!-margin-bottom-0">{areaName}</div>
              {isIllustrative && <Tag colour="purple">Illustrative</Tag>}
            </div>
          ),
        },
        { title: 'Status', cell: ({ status }) => <Tag colour={colourOf(status)}>{status}</Tag> },
        {
          title: 'Figure',
          cell: (line) => <>{sayFigureIn(line)}</>,
        },
        { title: 'Target', cell: ({ target }) => (target === '' ? 'none' : target) },
        { title: 'Agreed by', cell: ({ agreedBy }) => agreedBy },
      ]}
      empty={empty}
      narrow="stack"
      downloads={files}
    />
  </Section>
);

function sayFigureIn({ figure, period, isWithdrawn }: ReportLine): string {
  if (isWithdrawn === true) return `withdrawn since, so that nobody can be known by it, ${period}`;
  return figure === '' ? 'none published' : `${figure}, ${period}`;
}

const colourOf = (status: string) =>
  status.startsWith('Off')
    ? 'red'
    : status.startsWith('Just')
      ? 'yellow'
      : status.startsWith('Not')
        ? 'grey'
        : 'green';
