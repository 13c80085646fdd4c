import type { Answers, FieldErrors } from '#platform/http';
import { type Actor, plural } from '#platform/kernel';
import {
  Button,
  Form,
  FormErrorSummary,
  InsetText,
  Prose,
  RadiosField,
  SelectField,
  Text,
  TickField,
} from '#platform/ui';
import { officePage, Section } from '#platform/web';
import { isEitherWay } from '../../../domain/reading/day-order.ts';
import { roleIds, roles } from '../../../domain/reading/roles.ts';
import type { TablePreview } from '../../../queries/publishing/table-preview.ts';
import { notPublished } from '../../../domain/release/public-text.ts';
import { tableName } from '../../../domain/import/report.ts';
import { columnName, daysInWords } from '../report/tables-found.tsx';
import { importPath, roomPath } from './paths.ts';

type ColumnsShown = Readonly<{
  actor: Actor;
  importId: string;
}> &
  TablePreview;

export const noRole = 'none';
/** The name of the field of a column. */
export const columnField = (at: number): string => `column-${at}`;

/** What the form is filled with at first: how the table is read now. */
export const columnAnswers = ({ table, columns, dayOrder }: TablePreview): Answers => ({
  'day-order': table.days?.order ?? dayOrder,
  ...Object.fromEntries(columns.map(({ at, role }) => [columnField(at), role ?? noRole])),
});

/** Saying which column of a table holds what, with its first rows before one. */
export const columnsPage = (
  { actor, importId, table, columns }: ColumnsShown,
  answers: Answers,
  errors: FieldErrors,
) => {
  const unused = columns.filter(({ role }) => role === undefined);
  return officePage(
    actor,
    [
      { text: 'Published spending', href: roomPath(actor.bodyId) },
      { text: 'Report of the check', href: importPath(actor.bodyId, importId) },
    ],
    {
      title: 'Which column holds what?',
      errors,
      main: (
        <>
          <Prose>
            <FormErrorSummary errors={errors} />
            <Text lead>{tableName(table)}</Text>
            {table.inDoubt !== null && <InsetText>{table.inDoubt}</InsetText>}
            {table.days !== undefined && isEitherWay(table.days) && (
              <InsetText>
                {`Days such as “${table.days.example ?? ''}” could be read either way. ${daysInWords(table.days)}. Say below how they are written.`}
              </InsetText>
            )}
            <Text>
              What you say is remembered for your body, and used again for files with the same headings. The
              files are then read again.
            </Text>
            <Text>
              Of a column that holds “Nothing that is published”, no cell is published anywhere: in the public
              text of each row “{notPublished}” stands in its place. Choose it for notes, names of people and
              bank details.
              {unused.length > 0 &&
                ` So it is now with ${plural(unused.length, 'column')}: ${unused.map(columnName).join(', ')}.`}
            </Text>
          </Prose>
          <Form>
            {columns.map(({ at, heading, samples }) => (
              <Section title={`Column ${at + 1}${heading === '' ? '' : `: ${heading}`}`}>
                <Text>
                  {samples.length === 0
                    ? 'Its first rows are empty.'
                    : `In its first rows: ${samples.map((cell) => `“${cell}”`).join(', ')}`}
                </Text>
                <SelectField
                  name={columnField(at)}
                  label={`Column ${at + 1} holds`}
                  options={[
                    { value: noRole, text: 'Nothing that is published' },
                    ...roleIds.map((role) => ({ value: role, text: roles[role] })),
                  ]}
                  answers={answers}
                  errors={errors}
                />
              </Section>
            ))}
            <RadiosField
              name="day-order"
              legend="How are dates written that could be read in two ways?"
              options={[
                { value: 'day-first', text: 'The day first: 03/04/2026 is 3 April 2026' },
                { value: 'month-first', text: 'The month first: 03/04/2026 is 4 March 2026' },
              ]}
              answers={answers}
              errors={errors}
            />
            <TickField
              name="left-out"
              legend="If these are no payments"
              text="This table holds no payments: leave it out, here and next time"
              answers={answers}
              errors={errors}
            />
            <Button preventDoubleClick>Remember this and read the files again</Button>
          </Form>
        </>
      ),
    },
  );
};
