import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, formatCount, plural, type RowFault } from '#platform/kernel';
import {
  Button,
  Form,
  FormErrorSummary,
  InsetText,
  Link,
  Prose,
  RadiosField,
  SummaryList,
  Text,
  TextareaField,
  TickField,
} from '#platform/ui';
import { askingAgain, HowFar, officePage, RowFaults } from '#platform/web';
import { readingColumns } from '../../../domain/reading/reading-columns.ts';
import type { ReadingFindings, RowFinding } from '../../../domain/reading/findings.ts';
import type { FileShown, FileStanding } from '../../../queries/readings/file-shown.ts';
import { sayFault } from '../fault-words.ts';
import { sayFileFault } from '../file-words.ts';
import { batchPath, bringPath, filePath, roomPath } from './paths.ts';

export type FilePageShown = Readonly<{
  actor: Actor;
  file: FileShown;
  isStill: boolean;
  nameOf(bodyId: string): string;
}>;

const titles: Readonly<Record<FileStanding, string>> = {
  checking: 'The readings are being checked',
  refused: 'The readings cannot be brought',
  checked: 'What the check of the readings found',
  putting: 'The readings are being put for approval',
  put: 'The readings wait for approval',
  quiet: 'The work on the readings has stopped',
};

/** A file of readings that was brought: how far its check has come, what it found, or what was made of it. */
export function filePage(shown: FilePageShown, answers: Answers, errors: FieldErrors) {
  const { actor, file, isStill, nameOf } = shown;
  const { bodyId } = actor;
  const { findings, standing } = file;
  return {
    ...officePage(actor, [{ text: 'Readings', href: roomPath(bodyId) }], {
      title: titles[standing],
      errors,
      main: (
        <>
          <Prose>
            <FormErrorSummary errors={errors} />
            <Standing {...shown} />
            <SummaryList rows={rowsOf(file)} />
            {findings !== undefined && (standing === 'checked' || standing === 'quiet') && (
              <Choice file={file} findings={findings} answers={answers} errors={errors} />
            )}
            <Text>
              <Link href={bringPath(bodyId)}>Bring another file, or this one mended</Link>
            </Text>
          </Prose>
          {findings !== undefined && (
            <>
              <RowFaults
                title="What is wrong"
                faults={rowFaults(findings.faults, nameOf)}
                inAll={findings.faultsInAll}
                path={`${roomPath(bodyId)}/faults`}
              />
              <RowFaults
                title="What is far from the periods before"
                faults={rowFaults(findings.doubts, nameOf)}
                inAll={findings.doubtsInAll}
                path={`${roomPath(bodyId)}/doubts`}
              />
            </>
          )}
        </>
      ),
    }),
    ...askingAgain(standing === 'checking' || standing === 'putting', isStill),
  };
}

const titleOf = new Map<string, string>(readingColumns.map(({ key, title }) => [key, title]));

/** What was found, in the words that whoever mends the file reads. */
export const rowFaults = (
  found: readonly RowFinding[],
  nameOf: (bodyId: string) => string,
): readonly RowFault[] =>
  found.map(({ line, column, value, found: fault }) => ({
    line,
    column: titleOf.get(column) ?? column,
    value,
    ...sayFault(fault, nameOf),
  }));

function Standing({ actor: { bodyId }, file, isStill }: FilePageShown) {
  const { rowsDone, findings } = file;
  switch (file.standing) {
    case 'checking':
      return (
        <HowFar
          says={`${plural(rowsDone, 'row')} judged.`}
          done={rowsDone}
          of={undefined}
          path={filePath(bodyId)}
          isStill={isStill}
        />
      );
    case 'refused':
      return <InsetText>{`${file.refused === undefined ? '' : sayFileFault(file.refused)}.`}</InsetText>;
    case 'checked':
      return <Text>Nothing is put for approval yet.</Text>;
    case 'putting':
      return (
        <HowFar
          says={`${formatCount(rowsDone)} of ${plural(findings?.rows ?? 0, 'row')} judged once more.`}
          done={rowsDone}
          of={findings?.rows ?? 0}
          path={filePath(bodyId)}
          isStill={isStill}
        />
      );
    case 'put':
      return (
        <Text>
          They are not public yet.{' '}
          <Link href={batchPath(bodyId, file.batchId ?? '')}>See what waits for approval</Link>
        </Text>
      );
    case 'quiet':
      return (
        <InsetText>
          Nothing has moved for more than a minute, as when the server was started anew. Nothing was put for
          approval. Bring the file again: nothing is put twice.
        </InsetText>
      );
    default:
      return file.standing satisfies never;
  }
}

function rowsOf({ filename, findings, broughtBy, isComparison }: FileShown) {
  const whose = isComparison ? 'Figures of others, to compare with' : 'Our own readings';
  const brought = [
    { key: 'File', value: `${filename}, brought by ${broughtBy}` },
    { key: 'Holds', value: whose },
  ];
  if (findings === undefined) return brought;
  return [
    ...brought,
    { key: 'Written as', value: findings.written },
    { key: 'Rows', value: formatCount(findings.rows) },
    { key: 'Right and new', value: plural(findings.fresh, 'reading') },
    { key: 'Right, and revise what is published', value: plural(findings.revisions, 'reading') },
    { key: 'Published or waiting already', value: plural(findings.known, 'reading') },
    { key: 'Left empty', value: plural(findings.empty, 'row') },
    { key: 'Things wrong', value: formatCount(findings.faultsInAll) },
    { key: 'Far from the periods before', value: plural(findings.doubtsInAll, 'reading') },
  ];
}

type ChoiceProps = Readonly<{
  file: FileShown;
  findings: ReadingFindings;
  answers: Answers;
  errors: FieldErrors;
}>;

function Choice({ file, findings, ...field }: ChoiceProps) {
  const right = findings.fresh + findings.revisions;
  if (right === 0) return <Text>There is nothing in the file to put for approval.</Text>;
  return (
    <Form>
      <input type="hidden" name="file" value={file.id} />
      <RadiosField
        name="mode"
        legend="What should be put for approval?"
        options={[
          {
            value: 'all',
            text: `All of it: ${plural(right, 'reading')}`,
            ...(findings.faultsInAll === 0 ? {} : { hint: 'Not possible as it is: some rows are wrong.' }),
          },
          ...(findings.faultsInAll === 0
            ? []
            : [{ value: 'good', text: `What is right: ${plural(right, 'reading')}` }]),
        ]}
        {...field}
      />
      {findings.doubtsInAll > 0 && (
        <TickField
          name="sure"
          legend="Figures far from the periods before"
          text="I have looked again, and they are right"
          {...field}
        />
      )}
      <TextareaField
        name="says"
        label="Anything to say to whoever approves it? (optional)"
        rows={2}
        {...field}
      />
      <Button preventDoubleClick>Put for approval</Button>
    </Form>
  );
}
