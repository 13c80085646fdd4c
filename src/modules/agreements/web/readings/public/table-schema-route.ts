import { json, type PublicRoute } from '#platform/http';
import { readingStatuses } from '../../../domain/reading/reading.ts';
import { type ReadingColumn, readingColumns } from '../../../domain/reading/reading-columns.ts';

const days: ReadonlySet<ReadingColumn> = new Set(['from', 'to', 'due', 'previousTo']);
const counts: ReadonlySet<ReadingColumn> = new Set(['sample', 'revises']);
const figures: ReadonlySet<ReadingColumn> = new Set([
  'value',
  'numerator',
  'denominator',
  'low',
  'high',
  'previous',
]);

/** What the columns of a file of readings mean and hold, for whoever writes such a file by a program. */
export const tableSchemaRoute: PublicRoute = {
  method: 'GET',
  path: '/readings/table-schema.json',
  may: 'anyone',
  handle: async () =>
    json({
      fields: readingColumns.map((column) => ({
        name: column.key,
        title: column.title,
        description: column.says,
        type: typeOf(column.key),
        constraints: {
          ...('required' in column && column.key !== 'value' ? { required: true } : {}),
          ...(column.key === 'status' ? { enum: readingStatuses } : {}),
        },
      })),
      primaryKey: ['series', 'area', 'from', 'to'],
      missingValues: [''],
    }),
};

function typeOf(column: ReadingColumn): 'date' | 'integer' | 'number' | 'string' {
  if (days.has(column)) return 'date';
  if (counts.has(column)) return 'integer';
  return figures.has(column) ? 'number' : 'string';
}
