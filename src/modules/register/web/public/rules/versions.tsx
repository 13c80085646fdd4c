import type { Visit } from '#platform/http';
import { DataTable, Heading, Prose, Text } from '#platform/ui';
import { covers } from '../../../domain/dated.ts';
import type { RuleLine } from '../../../queries/rules-page.ts';
import { Day, Period, Section } from '#platform/web';
import { Origin } from '../parts/origin.tsx';

/**
 * Every version of a rule, both ways time runs: when the value was true, and when the register said so. A correction
 * never edits, so what was known on an earlier day can still be read.
 */
export function Versions({ rule, path, visit }: Readonly<{ rule: RuleLine; path: string; visit: Visit }>) {
  const history = rule.history.toSorted((a, b) => begins(b).localeCompare(begins(a)));
  const current = history.filter(({ version }) => version.replacedOn === undefined);
  const replaced = history.filter(({ version }) => version.replacedOn !== undefined);
  const files = { csv: `${path}/versions.csv`, json: `${path}/versions.json` };
  return (
    <Section title="What it has been">
      <DataTable
        caption="Values, the latest first"
        captionHidden
        columns={[
          {
            title: 'True',
            cell: ({ version }) => (
              <span>
                <Period from={version.from} until={version.until} />
                {covers(version, visit.on) && ' (on this day)'}
              </span>
            ),
          },
          { title: 'Value', cell: ({ says }) => says },
          { title: 'Set by', cell: ({ version }) => (version.bodyId === undefined ? 'the law' : 'the body') },
          { title: 'Known since', cell: ({ version }) => <Day on={version.recordedOn} /> },
          { title: 'Source', cell: ({ version }) => <Origin {...version} /> },
        ]}
        rows={current}
        empty="No value has ever been recorded."
        narrow="stack"
        downloads={history.length === 0 ? undefined : files}
      />
      {replaced.length > 0 && (
        <>
          <Heading size="m">What it was thought to be</Heading>
          <Prose>
            <Text>
              These were put right. They are kept, so that what was known on a day can be read again.
            </Text>
          </Prose>
          <DataTable
            caption="Values that were corrected"
            columns={[
              {
                title: 'Said to be true',
                cell: ({ version }) => <Period from={version.from} until={version.until} />,
              },
              { title: 'Value', cell: ({ says }) => says },
              {
                title: 'Register said so',
                cell: ({ version }) => <Period from={version.recordedOn} until={version.replacedOn} />,
              },
              { title: 'Source', cell: ({ version }) => <Origin {...version} /> },
            ]}
            rows={replaced}
            empty=""
            narrow="stack"
          />
        </>
      )}
    </Section>
  );
}

const begins = ({ version }: RuleLine['history'][number]): string => version.from ?? '';
