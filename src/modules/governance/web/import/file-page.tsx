import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, formatCount, listInWords, plural } from '#platform/kernel';
import {
  Button,
  DataTable,
  Form,
  FormErrorSummary,
  InsetText,
  Link,
  Prose,
  RadiosField,
  SummaryList,
  Text,
  TickField,
} from '#platform/ui';
import { askingAgain, HowFar, officePage, RowFaults, Section } from '#platform/web';
import type { Findings, ImportKind } from '../../domain/import/findings.ts';
import type { ImportShown } from '../../queries/import-shown.ts';

export type FileShown = Readonly<{ actor: Actor; file: ImportShown; isStill: boolean }>;

const things: Readonly<Record<ImportKind, readonly [string, string]>> = {
  decisions: ['decision', 'decisions'],
  meetings: ['meeting', 'meetings'],
};

/** A file that was brought: what its check found, how far it has come, or what became of it. */
export function filePage({ actor, file, isStill }: FileShown, answers: Answers, errors: FieldErrors) {
  const path = `/office/${actor.bodyId}/import`;
  return {
    ...officePage(actor, [{ text: 'Bring in from another system', href: path }], {
      title: titles[file.standing],
      errors,
      main: (
        <>
          <Prose>
            <FormErrorSummary errors={errors} />
            <Standing file={file} path={path} isStill={isStill} />
            <SummaryList rows={rowsOf(file)} />
            {(file.standing === 'checked' || file.standing === 'quiet') && (
              <Choice file={file} answers={answers} errors={errors} />
            )}
            <Text>
              <Link href={path}>Choose another file</Link>
            </Text>
          </Prose>
          <RowFaults
            title="What is wrong"
            faults={file.findings.faults}
            inAll={file.findings.faultsInAll}
            path={`${path}/faults`}
          />
          <Differences findings={file.findings} />
        </>
      ),
    }),
    ...askingAgain(file.standing === 'running', isStill),
  };
}

const titles: Readonly<Record<ImportShown['standing'], string>> = {
  checked: 'What the check found',
  running: 'The file is being brought in',
  quiet: 'The import has stopped',
  finished: 'What became of the file',
};

function Standing({ file, path, isStill }: Readonly<{ file: ImportShown; path: string; isStill: boolean }>) {
  const [one, many] = things[file.kind];
  const { done, findings, outcome } = file;
  switch (file.standing) {
    case 'checked':
      return <Text>Nothing is written yet.</Text>;
    case 'running':
      return (
        <HowFar
          says={`${formatCount(done)} of ${plural(findings.fresh, one, many)} written.`}
          done={done}
          of={findings.fresh}
          path={`${path}/file`}
          isStill={isStill}
        />
      );
    case 'quiet':
      return (
        <InsetText>
          Nothing has moved for more than a minute, as when the server was started anew. What was written
          stays. Bring the file in again: nothing is written twice.
        </InsetText>
      );
    case 'finished':
      return outcome?.outcome === 'entered' ? (
        <p class="govuk-body-l">
          {`${plural(outcome.entered, one, many)} written${outcome.corrected === 0 ? '' : `, ${plural(outcome.corrected, 'correction')} added`}.`}
        </p>
      ) : (
        <InsetText>{`Nothing more was written. ${outcome?.because ?? ''}. Bring the file again: nothing is written twice.`}</InsetText>
      );
    default:
      return file.standing satisfies never;
  }
}

function rowsOf({ filename, findings, kind, checkedBy }: ImportShown) {
  const [one, many] = things[kind];
  const { ignored, twice } = findings;
  return [
    { key: 'File', value: `${filename}, checked by ${checkedBy}` },
    { key: 'Written as', value: findings.encoding },
    { key: 'Rows', value: formatCount(findings.rows) },
    { key: 'Right and new', value: plural(findings.fresh, one, many) },
    { key: 'There already, the same', value: plural(findings.known, one, many) },
    { key: 'There already, differing', value: plural(differing(findings), one, many) },
    { key: 'Things wrong', value: formatCount(findings.faultsInAll) },
    {
      key: 'Columns left out',
      value: ignored.length === 0 ? 'None' : listInWords(ignored.map((title) => `“${title}”`)),
    },
    ...(twice.length === 0
      ? []
      : [{ key: 'Columns said twice, the first counts', value: listInWords(twice) }]),
  ];
}

const differing = ({ differences }: Findings): number => new Set(differences.map(({ path }) => path)).size;

function Choice({
  file,
  answers,
  errors,
}: Readonly<{ file: ImportShown; answers: Answers; errors: FieldErrors }>) {
  const { findings } = file;
  const [one, many] = things[file.kind];
  if (findings.fresh === 0 && findings.differences.length === 0)
    return <Text>There is nothing in the file to write.</Text>;
  const field = { answers, errors };
  return (
    <Form>
      <input type="hidden" name="file" value={file.id} />
      <RadiosField
        name="mode"
        legend="What should be written?"
        options={[
          {
            value: 'all',
            text: 'All of it, or nothing',
            hint:
              findings.faultsInAll === 0
                ? 'If anything goes wrong, nothing is kept.'
                : 'Not possible as it is: some rows are wrong.',
          },
          {
            value: 'good',
            text: `What is right: ${plural(findings.fresh, one, many)}`,
            hint: 'A decision or meeting with a wrong row is left out whole.',
          },
        ]}
        {...field}
      />
      {findings.differences.length > 0 && (
        <TickField
          name="corrections"
          legend="Records that differ"
          hint="A published record is never edited."
          text="Add what the file says to them, as corrections with today’s date"
          {...field}
        />
      )}
      <Button preventDoubleClick>Bring it in</Button>
    </Form>
  );
}

const shown = 100;

const Differences = ({ findings }: Readonly<{ findings: Findings }>) =>
  findings.differences.length === 0 ? null : (
    <Section title="Records that differ from the file">
      <DataTable
        caption="Records that differ from the file"
        captionHidden
        rows={findings.differences.slice(0, shown)}
        columns={[
          { title: 'Record', cell: ({ path, reference }) => <Link href={path}>{reference}</Link> },
          { title: 'What', cell: ({ what }) => what },
          { title: 'What stands', cell: ({ stands }) => (stands === '' ? 'Nothing' : stands) },
          { title: 'What the file says', cell: ({ file }) => file },
          { title: 'Line', cell: ({ line }) => formatCount(line) },
        ]}
        empty=""
        narrow="stack"
      />
    </Section>
  );
