import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, formatBytes } from '#platform/kernel';
import { Button, FileField, Form, FormErrorSummary, Link, Prose, RadiosField, Text } from '#platform/ui';
import { ColumnsGuide, officePage } from '#platform/web';
import { readingColumns } from '../../../domain/reading/reading-columns.ts';
import { roomPath } from './paths.ts';

/** A file of readings is at most this large: a hundred thousand rows with their notes. */
export const mostBytes = 30 * 1024 * 1024;

type Shown = Readonly<{ actor: Actor; uploadBytes: number }>;

/** Choosing a file of readings, with the columns it has. */
export const bringPage = ({ actor, uploadBytes }: Shown, answers: Answers, errors: FieldErrors) =>
  officePage(actor, [{ text: 'Readings', href: roomPath(actor.bodyId) }], {
    title: 'Bring a file of readings',
    errors,
    main: (
      <Prose>
        <FormErrorSummary errors={errors} />
        <Text>
          Take <Link href={`${roomPath(actor.bodyId)}/to-bring.csv`}>the file of what is due</Link>, fill it
          in and bring it here; or{' '}
          <Link href={`${roomPath(actor.bodyId)}/published.csv`}>the file of what is published</Link> to
          revise it. Rows that are left empty are passed over.
        </Text>
        <Text>
          Every row is checked before anything is put for approval. Bringing the same file again changes
          nothing.
        </Text>
        <Form withFiles>
          <RadiosField
            name="whose"
            legend="Whose figures are in the file?"
            options={[
              { value: 'own', text: 'Our own readings' },
              {
                value: 'others',
                text: 'Figures of others, to compare ours with',
                hint: 'Those of England, of a region or of a similar council, each with its source.',
              },
            ]}
            answers={answers}
            errors={errors}
          />
          <FileField
            name="file"
            label="The file"
            hint={`CSV or an Excel workbook, at most ${formatBytes(Math.min(mostBytes, uploadBytes))}.`}
            accept=".csv,.txt,text/csv,.xlsx,.xls,.ods"
            errors={errors}
          />
          <Button preventDoubleClick>Check this file</Button>
        </Form>
        <ColumnsGuide title="Columns of a file of readings" columns={readingColumns} />
        <Text>
          <Link href="/readings/table-schema.json">The same for programs, as a Table Schema</Link>
        </Text>
      </Prose>
    ),
  });
