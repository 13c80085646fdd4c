import type { Sql } from '#platform/db';
import { type IsoDate, listInWords } from '#platform/kernel';
import { bodyOn } from '#modules/register';
import { isOtherBody } from '../../domain/import/other-body.ts';
import type { Finding, ImportReport } from '../../domain/import/report.ts';

/** Tables of an import whose rows name other bodies than the one that brought it; undefined where there are none. */
export async function namesOtherBody(
  sql: Sql,
  bodyId: string,
  on: IsoDate,
  { tables }: ImportReport,
): Promise<Finding | undefined> {
  const body = await bodyOn(sql, bodyId, { on });
  if (body === undefined) return undefined;
  const other = tables.filter(
    ({ bodiesNamed = [] }) =>
      bodiesNamed.length > 0 && bodiesNamed.every((named) => isOtherBody(named, body.name)),
  );
  if (other.length === 0) return undefined;
  const sum = (of: (table: (typeof other)[number]) => number) =>
    other.reduce((all, each) => all + of(each), 0);
  return {
    kind: 'other-body',
    rows: sum(({ rowsUnderstood }) => rowsUnderstood),
    pence: sum(({ penceUnderstood }) => penceUnderstood),
    samples: other.map(({ file, filename, bodiesNamed = [] }) => ({
      file,
      line: 0,
      says: `${filename} names ${listInWords(bodiesNamed)}`,
    })),
  };
}
