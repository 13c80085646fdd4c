import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, formatBytes, formatCount } from '#platform/kernel';
import { Button, FileField, Form, FormErrorSummary, Link, Prose, RadiosField, Text } from '#platform/ui';
import { ColumnsGuide, officePage } from '#platform/web';
import { decisionColumns } from '../../domain/import/decision-columns.ts';
import { type ImportKind, importKinds, mostRows } from '../../domain/import/findings.ts';
import { meetingColumns } from '../../domain/import/meeting-columns.ts';

/** A file of an import is at most this large: more than its rows have as a rule. */
export const mostBytes = 30 * 1024 * 1024;

type Shown = Readonly<{
  actor: Actor;
  /** Whether a file was brought before, whose page tells what became of it. */
  hasFile: boolean;
  uploadBytes: number;
}>;

/** Choosing a file of another system, with the columns it may have. */
export const uploadPage = ({ actor, hasFile, uploadBytes }: Shown, answers: Answers, errors: FieldErrors) =>
  officePage(actor, [], {
    title: 'Bring in decisions and meetings from another system',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>
          Export the list from your committee system as CSV. The file is checked first, row by row, and
          nothing is written before you have seen what the check found. Bringing the same file again changes
          nothing.
        </Text>
        {hasFile && (
          <Text>
            <Link href={`/office/${actor.bodyId}/import/file`}>See the file that was brought last</Link>
          </Text>
        )}
        <Form withFiles>
          <RadiosField
            name="kind"
            legend="What is in the file?"
            options={Object.entries(importKinds).map(([value, text]) => ({ value, text }))}
            answers={answers}
            errors={errors}
          />
          <FileField
            name="file"
            label="File"
            hint={`CSV, at most ${formatCount(mostRows)} rows and ${formatBytes(Math.min(mostBytes, uploadBytes))}. UTF-8 is best; what Excel saves is understood too.`}
            accept=".csv,.txt,text/csv"
            errors={errors}
          />
          <Button preventDoubleClick>Check this file</Button>
        </Form>
        <ColumnsGuide title="Columns of a file of decisions" columns={decisionColumns} />
        <ColumnsGuide title="Columns of a file of meetings" columns={meetingColumns} />
      </Prose>
    ),
  });

export const isImportKind = (text: string): text is ImportKind => Object.hasOwn(importKinds, text);
